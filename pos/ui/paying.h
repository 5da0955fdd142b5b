// What the customer gives: notes and coins one by one, the exact amount, the next note, vouchers, a
// card or an account for the rest. Worked out here: what was got, what is still to pay, what goes
// back. Nothing is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pos/country_pack.h"
#include "pos/sale.h"

namespace tilia::pos {

class Paying {
 public:
  // `goods`: as much of the total as a voucher or an account may pay; all of it, unless said.
  Paying(const CountryPack& pack, const Money& total, std::optional<Money> goods = std::nullopt);

  // What was paid early for this is counted before anything is given; no tap takes it back. At most
  // the goods.
  void was_paid_early(const std::string& advance, const Money& amount);
  [[nodiscard]] const std::optional<Tender>& paid_early() const { return early_; }

  // One way to pay with a tap: its pieces are its picture.
  struct Offer {
    std::vector<CountedPiece> pieces;
    Money sum;
  };
  [[nodiscard]] const std::vector<Offer>& offers() const {
    return offers_;
  }  // exact first; at most 3

  [[nodiscard]] Money to_pay() const;  // rounded for cash as long as nothing else pays it all
  [[nodiscard]] Money got() const;
  [[nodiscard]] Money still_to_pay() const;  // zero when there is enough
  [[nodiscard]] Money give_back() const;
  [[nodiscard]] bool enough() const { return still_to_pay().is_zero(); }
  [[nodiscard]] const std::vector<Money>& given() const { return state_.given; }
  [[nodiscard]] bool by_card() const { return state_.card.has_value(); }
  [[nodiscard]] bool on_account() const { return state_.account.has_value(); }
  [[nodiscard]] bool by_voucher() const { return !state_.vouchers.empty(); }
  // The last one that came is neither: a card or an account pays the rest, and nothing comes after.
  [[nodiscard]] bool settled() const { return by_card() || on_account(); }
  [[nodiscard]] bool change_is_given() const { return state_.keeps_change.has_value(); }
  [[nodiscard]] bool can_give_change() const;

  void give(const Money& piece);
  void take_out(const Money& piece);   // one of that value, the last
  void take_offer(std::size_t offer);  // instead of what was tapped so far
  void pay_rest_by_card();
  // How much a voucher may pay now: of the goods, and before any cash.
  [[nodiscard]] Money for_voucher() const;
  // As much of it as is due; what is left stays on it. Nothing while there is nothing to pay.
  void use_voucher(const std::string& number, const Money& balance);
  [[nodiscard]] bool uses(const std::string& number) const;
  // What an account would have to take: the rest of the goods.
  [[nodiscard]] Money for_account() const { return for_voucher(); }
  // The rest onto that account.
  void pay_rest_on_account(const std::string& code);
  enum class Gift { donation, tip };
  void give_the_change(Gift as = Gift::donation);  // what was change is a gift; again: not
  [[nodiscard]] bool can_undo() const { return !before_.empty(); }
  void undo();

  [[nodiscard]] std::vector<Tender> tenders() const;
  [[nodiscard]] std::optional<Money> donation() const { return gift(Gift::donation); }
  [[nodiscard]] std::optional<Money> tip() const { return gift(Gift::tip); }

 private:
  struct State {
    std::vector<Money> given;
    std::vector<Tender> vouchers;
    std::optional<Money> card;
    std::optional<Tender> account;
    std::optional<Gift> keeps_change;
  };
  [[nodiscard]] Money cash() const;
  [[nodiscard]] Money not_cash() const;
  [[nodiscard]] Money rounded(const Money& amount) const;
  [[nodiscard]] std::optional<Money> gift(Gift kind) const;
  void work_out_offers();

  const CountryPack* pack_;
  Money total_;
  Money goods_;
  std::optional<Tender> early_;
  std::vector<Offer> offers_;
  State state_;
  std::vector<State> before_;
};

}  // namespace tilia::pos
