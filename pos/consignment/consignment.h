// Pieces that somebody makes at home and the shop sells for her. A maker is a number, "M-7", on
// tags, in the journal and in the book: who she is lies sealed elsewhere (db/maker_records.h). An
// article of the catalogue is one maker's and stays it, so that an ordinary sale tells whose was
// sold.
//
// Assumed, since no rule file says otherwise: the shares are of what the customer pays, VAT
// included; the sale bears VAT on the whole price as any other, and that VAT comes out of the
// shop's share. Where a country taxes goods sold on commission otherwise, that is for its rule
// file, not for this one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "core/phrase.h"
#include "core/quantity.h"
#include "core/rate.h"
#include "core/result.h"

namespace tilia::pos {

[[nodiscard]] std::string maker_text(std::int64_t number);                          // "M-7"
[[nodiscard]] std::optional<std::int64_t> parse_maker_text(std::string_view text);  // "M-7", "7"

// The tag of an article that is a maker's: 291 of the range for a company's own use.
[[nodiscard]] std::string tag_barcode(std::int64_t number);

// What was agreed with the maker of an article, from a day on.
struct ConsignmentTerms {
  std::string article;
  std::int64_t maker = 0;
  Day from;
  Money price;                         // that a customer pays, as agreed
  std::optional<Rate> our_share;       // of what the customer paid; or
  std::optional<Money> makers_amount;  // the maker's for each piece, whatever it sold for
  bool lost_is_paid = false;           // what gets lost in the shop is paid as if sold

  // Of so many pieces that brought so much.
  [[nodiscard]] Money makers_share(Quantity quantity, const Money& amount) const;
  friend bool operator==(const ConsignmentTerms&, const ConsignmentTerms&) = default;
};

struct ConsignmentMove {
  enum class Kind { brought, returned, lost, counted };
  Kind kind = Kind::brought;
  std::string article;
  Quantity quantity;  // positive; of a count it may be none
  Day day;

  friend bool operator==(const ConsignmentMove&, const ConsignmentMove&) = default;
};
[[nodiscard]] std::string_view consignment_move_text(ConsignmentMove::Kind kind);
[[nodiscard]] std::optional<ConsignmentMove::Kind> parse_consignment_move(std::string_view text);

// Of one article, since it first came. brought = returned + lost + sold + left.
struct ConsignedPieces {
  Quantity brought;
  Quantity returned;
  Quantity lost;
  Quantity sold;  // refunds taken off

  // Below nothing where more was sold than was entered as brought.
  [[nodiscard]] Quantity left() const { return brought - returned - lost - sold; }
  friend bool operator==(const ConsignedPieces&, const ConsignedPieces&) = default;
};

struct ConsignedArticle {
  std::int64_t number = 0;  // of its tag
  ConsignmentTerms terms;   // that hold on the day asked for
  ConsignedPieces pieces;
  Money owed_lost;  // of what is owed: for pieces that got lost

  friend bool operator==(const ConsignedArticle&, const ConsignedArticle&) = default;
};

enum class ConsignmentRefusal {
  unknown_maker,
  unknown_article,  // of the catalogue
  not_by_piece,     // sold by weight
  another_makers,   // the article is another maker's
  bad_share,        // not one of both, below 0 or above 100 %, or more than the price
  day_is_past,
  not_consigned,  // the article is nobody's
  quantity_not_positive,
  quantity_not_whole,
  quantity_too_large,
  not_that_many,   // fewer are left
  more_than_came,  // counted: some that were never entered as brought
  not_over,        // the month still goes on
  nothing_owed,
  unknown_payment,
  reversed_before,
};
[[nodiscard]] std::string_view consignment_refusal_code(ConsignmentRefusal why);
[[nodiscard]] Phrase sentence_of(ConsignmentRefusal why);

// A move with what follows from it.
struct SettledMove {
  ConsignmentMove move;
  Quantity lost;  // by it; below zero where pieces were found again
  Money owed;     // to the maker, for them

  friend bool operator==(const SettledMove&, const SettledMove&) = default;
};
// Pieces that are found again take back what was owed for lost ones, all of it with the last.
[[nodiscard]] Result<SettledMove, ConsignmentRefusal> settled(const ConsignmentMove& move,
                                                              const ConsignedArticle& article);

// What happened to a maker's pieces.
struct ConsignmentEvent {
  enum class Kind { brought, returned, lost, sold };
  Kind kind = Kind::brought;
  std::string article;
  Quantity quantity;  // sold: negative on a refund; lost: negative where found again
  Money amount;       // sold: what customers paid
  Money owed;         // to the maker
  Day day;

  friend bool operator==(const ConsignmentEvent&, const ConsignmentEvent&) = default;
};

struct MakerPayment {
  std::int64_t number = 0;
  std::int64_t run = 0;
  std::int64_t maker = 0;
  Money amount;
  Day day;
  Day until;  // of what was owed on that day
  std::optional<Day> reversed_on = std::nullopt;

  friend bool operator==(const MakerPayment&, const MakerPayment&) = default;
};

// What is paid for days until that one: what was earned until then, less everything paid since the
// beginning, and never more than is owed now, after what was taken back since. May be nothing.
[[nodiscard]] Money payable(const std::vector<ConsignmentEvent>& events,
                            const std::vector<MakerPayment>& payments, const Day& until,
                            Currency currency);

struct MakerStatement {
  struct Row {
    std::string article;
    Quantity before;
    Quantity brought;
    Quantity sold;
    Quantity returned;
    Quantity lost;
    Quantity left;
    Money sold_for;
    Money earned;  // for sold and, where agreed, lost pieces
    friend bool operator==(const Row&, const Row&) = default;
  };
  std::int64_t maker = 0;
  Day from;
  Day to;                 // included
  std::vector<Row> rows;  // by article, where something was there or happened
  Money owed_before;
  Money earned;
  Money paid;  // in the period, less what was reversed
  Money owed;

  friend bool operator==(const MakerStatement&, const MakerStatement&) = default;
};
[[nodiscard]] MakerStatement statement_of(std::int64_t maker,
                                          const std::vector<ConsignmentEvent>& events,
                                          const std::vector<MakerPayment>& payments,
                                          const Day& from, const Day& to, Currency currency);

}  // namespace tilia::pos
