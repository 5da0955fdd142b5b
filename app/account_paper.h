// A customer's statement as what she is handed: a page of PDF, or rows for her own bookkeeping.
#pragma once

#include <string>

#include "core/phrase.h"
#include "pos/customer_account.h"
#include "pos/shop.h"
#include "reporting/document.h"

namespace tilia::app {

[[nodiscard]] reporting::Document statement_document(const pos::CustomerAccount& account,
                                                     const pos::AccountStatement& statement,
                                                     const pos::Organisation& organisation,
                                                     const Words& words);
// day,what,receipt,amount,owed; amounts in major units.
[[nodiscard]] std::string statement_csv(const pos::AccountStatement& statement);

}  // namespace tilia::app
