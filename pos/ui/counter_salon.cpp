// The counter of a shop that has a salon: its day, and from a visit to its payment.
#include "pos/salon/keep_visits.h"
#include "pos/ui/counter.h"

namespace tilia::pos {
namespace {

Place place_of(SalonDay::Step step) {
  switch (step) {
    case SalonDay::Step::day: return Place::salon;
    case SalonDay::Step::visit: return Place::visit;
    case SalonDay::Step::services: return Place::visit_services;
    case SalonDay::Step::who: return Place::visit_who;
    case SalonDay::Step::time: return Place::visit_time;
    case SalonDay::Step::known_by: return Place::visit_known_by;
    case SalonDay::Step::history: return Place::visit_history;
  }
  return Place::salon;
}

}  // namespace

void Counter::open_salon() {
  notice_.reset();
  read_rules();
  if (place_ != Place::sale || !has_salon()) return;
  if (!salon_) {
    std::unique_ptr<VisitMemory> memory;
    if (doors_.history != nullptr && doors_.customers != nullptr)
      memory = std::make_unique<VisitMemory>(VisitMemory::Doors{*doors_.salon, *doors_.history,
                                                                *doors_.customers, doors_.zone,
                                                                doors_.clock, doors_.chance});
    salon_ = std::make_unique<SalonDay>(
        *doors_.salon, doors_.zone, doors_.clock, doors_.chance,
        [this] { return doors_.book.articles(catalogue_day()); }, std::move(memory));
  }
  salon_->open();
  go(place_of(salon_->step()));
}

bool Counter::look_at_salon() {
  constexpr std::int64_t look_again_seconds = 5;
  if (place_ != Place::salon) return false;
  const Instant now = doors_.clock.now();
  if (salon_looked_at_ && salon_looked_at_->seconds_until(now) < look_again_seconds) return false;
  salon_looked_at_ = now;
  return salon_->look_again();
}

void Counter::at_salon(const std::function<void(SalonDay&)>& what) {
  notice_.reset();
  if (!salon_ || place_ != place_of(salon_->step())) return;
  what(*salon_);
  if (const auto& refusal = salon_->refusal()) notice_ = Notice{*refusal, Notice::Button::none};
  go(place_of(salon_->step()));
}

// Products that lie on the tray already are paid with it; asked for twice, it is there once.
void Counter::visit_to_payment() {
  notice_.reset();
  if (place_ != Place::visit || !salon_->may_be_paid()) return;
  const VisitId visit = salon_->opened().id;
  if (is_paid(visit)) {
    notice_ = Notice{Phrase("till.notice.visit_is_paid"), Notice::Button::none};
    return;
  }
  for (const VisitService& service : salon_->opened().services) {
    if (shelf().article(service.article) != nullptr) continue;
    notice_ = Notice{sentence_of(SaleRefusal{SaleRefusal::Why::unknown_article,
                                             salon_->article_name(service.article)}),
                     Notice::Button::none};
    return;
  }
  if (has_packages() && !cart_.delivers() && packages_screen().has_one(salon_->opened())) {
    // One that lies on a tray that waits is used there.
    const Delivery its{package_delivery, packages_->of_visit()->package.number};
    if (std::ranges::find(waiting_, its, &Cart::delivers) == waiting_.end())
      return go(Place::package_of_visit);
  }
  put_visit_on_tray();
}

void Counter::put_visit_on_tray() {
  const VisitId visit = salon_->opened().id;
  const std::vector<std::string> articles = salon_->to_payment();
  if (const auto& refusal = salon_->refusal()) {
    notice_ = Notice{*refusal, Notice::Button::none};
    return;
  }
  cart_.add_visit(visit, articles);
  save_draft();
  go(Place::sale);
}

bool Counter::is_paid(const VisitId& id) const {
  const auto visit = doors_.salon == nullptr ? std::nullopt : doors_.salon->visit(id);
  return visit && visit->sale && *visit->sale != cart_.id();
}

void Counter::note_visits_paid(const SaleId& sale) {
  if (doors_.salon == nullptr) return;
  KeepVisits visits(*doors_.salon, doors_.zone, doors_.clock);
  for (const VisitId& visit : cart_.visits()) {
    // The sale stands whatever becomes of its visit: another sale that was first keeps it.
    static_cast<void>(visits.paid_by(visit, sale));
  }
}

}  // namespace tilia::pos
