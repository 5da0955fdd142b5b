// Approving a pay run needs no vault. What each wage cost, and who bears it, is written into
// everybody's sealed record when somebody who holds the vault key comes in; until then the month
// reads "not yet split".
#pragma once

#include <vector>

#include "core/instant.h"
#include "db/book_file.h"
#include "db/key_ring.h"
#include "payroll/pay_book.h"

namespace tilia::db {

// Every approved month that was not split yet, in order, each in one transaction that seals
// everybody's record again. Needs the payroll and the vault key. Who was taken out of the book has
// no record, and is left out.
std::vector<Month> split_approved_runs(BookFile& book, payroll::PayBook& pay, const KeyRing& keys,
                                       const Instant& at);

}  // namespace tilia::db
