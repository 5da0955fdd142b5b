// Locking the office: at once by its key, by itself after a while that depends on what who is
// logged in could show, and when the machine slept.
//
//   lock_office(frame, book, "Corner Bakery", words);   // afterwards the caller lets its rooms and
//   its log-in go
#pragma once

#include <cstdint>

#include "app/office_book.h"
#include "core/ui/office/frame.h"
#include "db/users.h"

namespace tilia::app {

// The keys are wiped first, then nothing is seen any more, then pages, tables, dialogs and work go,
// what was copied, and the papers that were shown. `shop` is on the sheet: the book is not asked,
// whose disk may be gone.
void lock_office(ui::OfficeFrame& frame, OfficeBook& book, const std::string& shop,
                 const Words& words);

// Seconds without a touch. Constant: a shop that could lengthen them would, and nobody needs them
// shorter who has a key for it.
[[nodiscard]] std::int64_t idle_lock_seconds(db::Role role);

}  // namespace tilia::app
