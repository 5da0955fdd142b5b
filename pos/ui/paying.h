// What the customer gives: notes and coins one by one, the exact amount, the next note, a card for
// the rest. Worked out here: what was got, what is still to pay, what goes back. Nothing is
// written.
#pragma once

#include <optional>
#include <vector>

#include "pos/country_pack.h"
#include "pos/sale.h"

namespace tilia::pos {

class Paying {
 public:
  Paying(const CountryPack& pack, const Money& total);

  // One way to pay with a tap: its pieces are its picture.
  struct Offer {
    std::vector<CountedPiece> pieces;
    Money sum;
  };
  [[nodiscard]] const std::vector<Offer>& offers() const {
    return offers_;
  }  // exact first; at most 3

  [[nodiscard]] Money to_pay() const;  // rounded for cash as long as no card pays it
  [[nodiscard]] Money got() const;
  [[nodiscard]] Money still_to_pay() const;  // zero when there is enough
  [[nodiscard]] Money give_back() const;
  [[nodiscard]] bool enough() const { return still_to_pay().is_zero(); }
  [[nodiscard]] const std::vector<Money>& given() const { return state_.given; }
  [[nodiscard]] bool by_card() const { return state_.card.has_value(); }
  [[nodiscard]] bool change_is_given() const { return state_.keeps_change; }
  [[nodiscard]] bool can_give_change() const;

  void give(const Money& piece);
  void take_offer(std::size_t offer);  // instead of what was tapped so far
  void pay_rest_by_card();
  void give_the_change();  // the customer leaves the change as a gift; again: not
  [[nodiscard]] bool can_undo() const { return !before_.empty(); }
  void undo();

  [[nodiscard]] std::vector<Tender> tenders() const;
  [[nodiscard]] std::optional<Money> donation() const;

 private:
  struct State {
    std::vector<Money> given;
    std::optional<Money> card;
    bool keeps_change = false;
  };
  [[nodiscard]] Money cash() const;
  [[nodiscard]] Money rounded(const Money& amount) const;

  const CountryPack* pack_;
  Money total_;
  std::vector<Offer> offers_;
  State state_;
  std::vector<State> before_;
};

}  // namespace tilia::pos
