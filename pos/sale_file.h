// The counter's JSON: a sale on one line, a count of pieces, and the answers, as COMMANDS.md writes
// them, read strictly (core/strict_file.h).
//
//   {"id":"9f…","lines":[{"article":"white-loaf","quantity":"2"}],
//    "tenders":[{"kind":"cash","amount":"10.00"},{"kind":"voucher","amount":"2.00",
//                "reference":"2980000000017"}],
//    "tip":"1.00","vouchers":[{"value":"20.00"}],"account_paid":{"account":"ana","amount":"5.00"}}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pos/keep_drawer.h"
#include "pos/ring_up_sale.h"
#include "core/strict_file.h"

namespace tilia::pos {

[[nodiscard]] Result<SaleRequest, FileRefusal> read_sale_line(std::string_view json,
                                                              Currency currency);
[[nodiscard]] Tender tender_of(const At& tender, Currency currency);
[[nodiscard]] Result<std::vector<CountedPiece>, FileRefusal> read_counted(std::string_view json,
                                                                          Currency currency);

// One line each, without the line end. `id` is what the asker wrote, as far as it could be read.
[[nodiscard]] std::string sale_answer_line(const RungUp& rung_up);
[[nodiscard]] std::string sale_refused_line(std::string_view id, std::string_view code,
                                            std::string_view message);
// The id of a line that was refused: empty where it has none that can be read.
[[nodiscard]] std::string id_of_line(std::string_view json);
[[nodiscard]] std::string day_sheet_json(const DaySheet& sheet);
// The running figures: a day sheet without number, count and head.
[[nodiscard]] std::string look_json(const KeepDrawer::Look& look);

}  // namespace tilia::pos
