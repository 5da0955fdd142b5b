// A sale, from what was asked to what was posted.
//
//   RingUpSale ring(book, pack, catalogue, clock);
//   auto answer = ring.ring_up("T1", request);
//   if (!answer) show(sentence_of(answer.refusal()));
//
// A cash total is rounded to the country's step (cash part only). Change is cash handed over less
// what was to pay in cash; nothing but cash is ever taken above what is to pay or gives change.
// Vouchers and accounts pay for what is sold, never for a tip, a gift or another voucher.
#pragma once

#include <string>
#include <vector>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "pos/article_index.h"
#include "pos/country_pack.h"
#include "pos/till_book.h"

namespace tilia::pos {

struct SaleRefusal {
  enum class Why {
    no_open_session,
    empty_sale,
    unknown_article,
    quantity_not_positive,
    quantity_not_whole,  // half a piece
    no_vat_rate,         // the article's VAT class has no rate on that day
    amount_too_large,    // 10^9 × price
    mixed_currency,
    tender_not_positive,
    looks_like_a_barcode,  // 8 or more digits and no decimal mark in an amount
    not_enough_paid,
    card_above_to_pay,
    donation_negative,
    same_id_other_content,
    too_many_lines,  // more than 500
    bad_own_price,   // below zero, more than 100 % off, a label of nothing
    bad_note,        // more than 60 bytes, or not one line
    above_to_pay,    // card, vouchers and account together
    only_for_goods,
    reference_missing,  // a voucher without its number, an account without its code
    extra_not_positive,
    tips_not_taken,  // the shop's rule
    voucher_unknown,
    voucher_used_up,
    voucher_expired,
    voucher_not_enough,
    voucher_number_taken,
    account_unknown,
    account_full,
    account_owes_less,
    advance_unknown,     // nothing was paid early under that code
    advance_not_enough,  // less is left of it
    not_to_deliver,      // what it delivers is not there, or was handed over already
  };
  Why why = Why::empty_sale;
  std::string about;  // the article or amount that it is about, as it was asked; may be empty
};

// "sale.unknown_article": the code of --json, and the key of the sentence
// ("pos.refusal.unknown_article").
[[nodiscard]] std::string_view sale_refusal_code(SaleRefusal::Why why);
[[nodiscard]] Phrase sentence_of(const SaleRefusal& refusal);

// What is sold and under which law it is priced.
struct PriceList {
  const ArticleIndex* articles = nullptr;
  const CountryPack* pack = nullptr;
  bool charges_vat = true;
  Currency currency;
  bool takes_tips = false;
  int voucher_months = 0;  // how long one that is sold holds; 0: for ever
};

// The lines alone, as they would be sold on that day: what is ordered costs the same.
[[nodiscard]] Result<std::vector<SaleLine>, SaleRefusal> price_lines(
    const std::vector<SaleRequest::Line>& asked, const PriceList& prices, const BusinessDay& day);

// Pure: prices, VAT, cash rounding, change. The day is the session's business day.
[[nodiscard]] Result<PricedSale, SaleRefusal> price_sale(const SaleRequest& request,
                                                         const PriceList& prices,
                                                         const BusinessDay& day);

struct RungUp {
  Entered::State state = Entered::State::entered;
  Sale sale;
  std::vector<CountedPiece> pieces_back;  // the change in the fewest pieces
};

class RingUpSale {
 public:
  RingUpSale(TillBook& book, const CountryPack& pack, const Clock& clock)
      : book_(book), pack_(pack), clock_(clock) {}

  // Reads the organisation and the catalogue again, at the prices of that day.
  void read_catalogue(const Day& day);
  // Whether the office changed them since, or they were read for another day.
  [[nodiscard]] bool catalogue_is_old(const Day& day);
  // How often they were read: who points into articles() looks whether it is still the same.
  [[nodiscard]] std::int64_t readings() const { return readings_; }
  [[nodiscard]] const ArticleIndex& articles() const { return articles_; }
  [[nodiscard]] Result<RungUp, SaleRefusal> ring_up(const std::string& till,
                                                    const SaleRequest& request);

 private:
  [[nodiscard]] Result<RungUp, SaleRefusal> answer(Entered entered) const;

  TillBook& book_;
  const CountryPack& pack_;
  const Clock& clock_;
  ArticleIndex articles_;
  bool charges_vat_ = true;
  std::optional<Day> read_for_;
  std::int64_t mark_ = 0;
  std::int64_t readings_ = 0;
};

// One canonical line of text for what was asked: equal requests, equal text.
[[nodiscard]] std::string canonical_text(const SaleRequest& request);

}  // namespace tilia::pos
