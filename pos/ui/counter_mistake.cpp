// The counter when something goes back: which receipt, what of it, and the money for it.
#include <algorithm>

#include "pos/ui/counter.h"

namespace tilia::pos {

void Counter::made_a_mistake() {
  notice_.reset();
  if (place_ != Place::change) return;
  if (!taking_back_ || taking_back_->sale().id != giving_->sale().id) {
    taking_back_.emplace(SaleId::mint(doors_.chance), giving_->sale(),
                         doors_.book.taken_back(giving_->sale().receipt));
    taking_back_->all();
  }
  go(Place::take_back);
}

void Counter::something_comes_back() {
  notice_.reset();
  if (place_ != Place::sale) return;
  giving_.reset();
  taking_back_.reset();
  receipts_.clear();
  receipt_page_ = 0;
  for (Sale& sale : doors_.book.latest_sales(doors_.till, receipts_looked_at)) {
    if (!sale.refund_of) receipts_.push_back(std::move(sale));
  }
  go(Place::receipts);
}

std::size_t Counter::receipt_pages() const {
  return std::max<std::size_t>(1, (receipts_.size() + receipts_on_page - 1) / receipts_on_page);
}

void Counter::turn_receipts(int by) {
  const auto wanted = static_cast<std::int64_t>(receipt_page_) + by;
  if (wanted >= 0 && wanted < static_cast<std::int64_t>(receipt_pages()))
    receipt_page_ = static_cast<std::size_t>(wanted);
}

std::vector<const Sale*> Counter::receipts() const {
  std::vector<const Sale*> shown;
  for (std::size_t i = receipt_page_ * receipts_on_page;
       i < receipts_.size() && shown.size() < receipts_on_page; ++i)
    shown.push_back(&receipts_[i]);
  return shown;
}

void Counter::choose_receipt(std::size_t shown) {
  notice_.reset();
  const auto page = receipts();
  if (place_ != Place::receipts || shown >= page.size()) return;
  TakingBack taking(SaleId::mint(doors_.chance), *page[shown],
                    doors_.book.taken_back(page[shown]->receipt));
  if (taking.lines().empty()) {
    notice_ = Notice{Phrase("pos.refusal.nothing_left").with("about", page[shown]->receipt),
                     Notice::Button::none};
    return;
  }
  taking_back_.emplace(std::move(taking));
  go(Place::take_back);
}

std::optional<Money> Counter::to_give_back() {
  if (!taking_back_ || !taking_back_->anything()) return std::nullopt;
  const auto priced = price_take_back(doors_.book, doors_.pack, refund_request());
  if (!priced) return std::nullopt;
  Money sum = Money::zero(currency());
  for (const Tender& tender : priced.value().tenders) sum -= tender.amount;
  return sum;
}

// After a sale of a moment ago it was our mistake; else the customer thought better of it.
RefundRequest Counter::refund_request() const {
  return taking_back_->request(giving_ ? "mistake" : "unwanted");
}

void Counter::keep_the_sale() {
  notice_.reset();
  if (place_ == Place::take_back) go(giving_ ? Place::change : Place::receipts);
}

void Counter::take_it_back() {
  notice_.reset();
  if (place_ != Place::take_back || !taking_back_->anything()) return;
  read_rules();
  const auto amount = to_give_back();
  const bool above = rules_.refund_limit && amount && *amount > *rules_.refund_limit;
  if (above && !(person_ && person_->approves)) return go(Place::manager_looks);
  take_back_now();
}

void Counter::take_back_now() {
  const RefundRequest request = refund_request();
  auto back = take_back(doors_.book, doors_.pack, doors_.clock, doors_.till, request);
  if (!back) {
    notice_ = Notice{sentence_of(back.refusal(), request), Notice::Button::none};
    return;
  }
  note_what_was_given();
  refund_ = std::move(back).value();
  giving_back_.emplace(doors_.pack.pieces, refund_->sale, drawer_pieces());
  paper_beside_ = {};
  paper_waits_ = true;
  paper_is_copy_ = false;
  go(Place::taken_back);
}

void Counter::same_again() {
  notice_.reset();
  if (place_ != Place::taken_back || !giving_ || giving().way_out()) return;
  // What was handed over at agreed prices is not sold once more at those of today, and what others
  // paid for is put on the tray anew.
  if (giving_->sale().priced.delivers) return;
  note_what_was_given();
  const std::vector<SaleLine> lines = refund_->sale.priced.lines;
  new_cart();
  for (const SaleLine& line : lines) {
    if (const Article* article = shelf().article(line.article))
      cart_.add(line.article, Quantity() - line.quantity, price_now(*article));
  }
  save_draft();
  go(Place::sale);
}

}  // namespace tilia::pos
