// A maker's month as she is handed it: a page of PDF, or rows. Her number stands on it and nothing
// else of her.
#pragma once

#include <string>
#include <vector>

#include "core/phrase.h"
#include "pos/article.h"
#include "pos/consignment/consignment.h"
#include "pos/shop.h"
#include "reporting/document.h"

namespace tilia::app {

[[nodiscard]] reporting::Document maker_document(const pos::MakerStatement& statement,
                                                 const std::vector<pos::Article>& articles,
                                                 const pos::Organisation& organisation,
                                                 const Words& words);
// article,name,before,brought,sold,returned,lost,left,sold_for,earned; a row for each sum of what
// is owed. Amounts in major units.
[[nodiscard]] std::string maker_csv(const pos::MakerStatement& statement,
                                    const std::vector<pos::Article>& articles);

}  // namespace tilia::app
