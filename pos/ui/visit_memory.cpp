#include "pos/ui/visit_memory.h"

#include <algorithm>

#include "core/check.h"

namespace tilia::pos {

VisitMemory::VisitMemory(const Doors& doors)
    : doors_(doors),
      history_(doors.salon, doors.history, doors.customers),
      customers_(doors.customers, doors.zone, doors.clock, doors.chance) {}

std::optional<Customer> VisitMemory::whose(const Visit& visit) const {
  if (const auto id = doors_.history.customer_of(visit.id)) return doors_.customers.customer(*id);
  std::optional<Customer> found;
  for (Customer& customer : doors_.customers.customers()) {
    if (customer.name != visit.name) continue;
    if (found) return std::nullopt;
    found = std::move(customer);
  }
  return found;
}

void VisitMemory::look_at(const Visit& visit) {
  visit_ = visit.id;
  name_ = visit.name;
  choices_ = doors_.salon.salon().notes;
  before_.clear();
  notes_.clear();
  notes_before_.clear();
  agreed_now_ = false;
  is_new_ = false;
  customer_ = whose(visit);
  const auto has_name = [&](const Customer& customer) { return customer.name == name_; };
  const bool several = !customer_ && std::ranges::any_of(doors_.customers.customers(), has_name);
  if (customer_ && customer_->remembered)
    word_ = Word::given;
  else
    word_ = several || (name_.empty() && !customer_) ? Word::nobody : Word::not_given;
}

Result<Done, Phrase> VisitMemory::agrees() {
  if (word_ != Word::not_given) return Done{};
  if (!customer_) {
    auto noted = customers_.note(name_, "");
    if (!noted) return sentence_of(noted.refusal());
    customer_ = std::move(noted).value();
    is_new_ = true;
  }
  customer_->remembered = true;
  const auto changed = customers_.change(*customer_);
  if (!changed) return sentence_of(changed.refusal());
  word_ = Word::given;
  agreed_now_ = true;
  const auto opened = open();
  return opened ? keep(notes_) : opened;
}

Result<Done, Phrase> VisitMemory::open() {
  CHECK(visit_);
  if (word_ != Word::given) return sentence_of(HistoryRefusal::not_agreed);
  const auto known = history_.of(customer_->id);
  if (!known) return sentence_of(known.refusal());
  before_ = known.value();
  const auto this_one = std::ranges::find(before_, *visit_, &RememberedVisit::id);
  if (this_one != before_.end()) {
    notes_ = this_one->notes;
    before_.erase(this_one);
  }
  while (before_.size() > times_shown) before_.pop_back();
  return Done{};
}

bool VisitMemory::is_noted(const std::string& choice) const {
  return std::ranges::find(notes_, choice) != notes_.end();
}

Result<Done, Phrase> VisitMemory::keep(const Notes& notes) {
  const auto kept = history_.remember(*visit_, customer_->id, notes);
  if (!kept) return sentence_of(kept.refusal());
  notes_ = notes;
  return Done{};
}

// In the order of the choices, whichever was tapped first. What is a choice no more stays noted as
// long as nothing is changed.
Result<Done, Phrase> VisitMemory::note(const std::string& choice) {
  CHECK(visit_);
  if (word_ != Word::given) return sentence_of(HistoryRefusal::not_agreed);
  Notes notes;
  for (const std::string& each : choices_) {
    if (is_noted(each) != (each == choice)) notes.push_back(each);
  }
  const Notes was = notes_;
  const auto kept = keep(notes);
  if (kept) notes_before_.push_back(was);
  return kept;
}

bool VisitMemory::undo() {
  if (!notes_before_.empty()) {
    // A note that is a choice no more cannot come back: what is noted now stays then.
    if (keep(notes_before_.back()))
      notes_before_.pop_back();
    else
      notes_before_.clear();
    return true;
  }
  if (!agreed_now_) return false;
  agreed_now_ = false;
  word_ = Word::not_given;
  customer_->remembered = false;
  static_cast<void>(history_.forget(*visit_));
  static_cast<void>(customers_.change(*customer_));
  if (is_new_) doors_.customers.forget(customer_->id);
  if (is_new_) customer_.reset();
  is_new_ = false;
  return false;
}

}  // namespace tilia::pos
