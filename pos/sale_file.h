// The counter's JSON: a sale on one line, a count of pieces, and the answers, as COMMANDS.md writes
// them. Strict: a key that is not known or stands twice, a value of another kind, an amount with a
// scanner's digits are refused, and the refusal names the place ("lines[1].quantity").
//
//   {"id":"9f…","lines":[{"article":"white-loaf","quantity":"2"}],
//    "tenders":[{"kind":"cash","amount":"10.00"},{"kind":"voucher","amount":"2.00",
//                "reference":"2980000000017"}],
//    "tip":"1.00","vouchers":[{"value":"20.00"}],"account_paid":{"account":"ana","amount":"5.00"}}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/phrase.h"
#include "core/result.h"
#include "pos/keep_drawer.h"
#include "pos/ring_up_sale.h"

namespace tilia::pos {

struct SaleFileRefusal {
  enum class Why {
    not_json,
    too_long,    // a line above 1 MB
    wrong_kind,  // a number where a text belongs
    unknown_key,
    doubled_key,
    missing_key,
    bad_id,  // not 32 hex digits
    bad_quantity,
    bad_amount,
    looks_like_a_barcode,  // 8 or more digits and no decimal mark
    bad_count,
    unknown_tender,
  };
  Why why = Why::not_json;
  std::string place;
  std::string found;
};
[[nodiscard]] std::string_view sale_file_refusal_code(SaleFileRefusal::Why why);  // "file.bad_id"
[[nodiscard]] Phrase sentence_of(const SaleFileRefusal& refusal);

[[nodiscard]] Result<SaleRequest, SaleFileRefusal> read_sale_line(std::string_view json,
                                                                  Currency currency);
[[nodiscard]] Result<std::vector<CountedPiece>, SaleFileRefusal> read_counted(std::string_view json,
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
