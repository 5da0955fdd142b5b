#include "pos/ui/salon_day.h"

#include <algorithm>
#include <utility>

#include "core/check.h"

namespace tilia::pos {
namespace {

constexpr std::size_t most_undone = 50;
constexpr std::int64_t hour_in_seconds = 3600;
constexpr int usual_first_hour = 9;
constexpr int usual_last_hour = 17;

}  // namespace

SalonDay::SalonDay(SalonBook& book, const Zone& zone, const Clock& clock, Chance& chance,
                   Articles articles, std::unique_ptr<VisitMemory> memory)
    : book_(book),
      zone_(zone),
      clock_(clock),
      chance_(chance),
      read_articles_(std::move(articles)),
      visits_(book, zone, clock),
      memory_(std::move(memory)),
      day_(zone.local_day(clock.now())),
      shown_(stretch_of(day_, zone)),
      new_id_(VisitId::mint(chance)) {}

void SalonDay::open() {
  done_.clear();
  opened_.reset();
  moving_ = false;
  refusal_.reset();
  articles_ = read_articles_();
  day_ = visits_.today();
  step_ = Step::day;
  look();
}

void SalonDay::go(Step step) {
  step_ = step;
  if (step == Step::day) look();
}

void SalonDay::turn_day(int by) {
  refusal_.reset();
  day_ = day_.plus_days(by);
  look();
  if (step_ == Step::time) look_at_times();
}

void SalonDay::go_to_today() { turn_day(day_.days_until(visits_.today())); }

bool SalonDay::has_chairs() const {
  return std::ranges::any_of(salon_.columns, [](const SalonColumn& column) {
    return column.kind == ColumnKind::chair && !column.closed;
  });
}

void SalonDay::show_chairs(bool chairs) {
  by_chairs_ = chairs && has_chairs();
  look();
}

// ---- reading the day

bool SalonDay::look_again() {
  if (step_ != Step::day || moving_) return false;
  const auto visits = std::exchange(day_visits_, {});
  const auto holds = std::exchange(holds_, {});
  const auto free = std::exchange(free_, {});
  look();
  return visits != day_visits_ || holds != holds_ || free != free_;
}

// What is booked in a column that was closed since is seen until it is moved.
bool SalonDay::is_held(const std::string& column) const {
  return std::ranges::any_of(day_visits_, [&](const Visit& visit) {
    return takes_time(visit.state) &&
           std::ranges::any_of(visit.services, [&](const VisitService& service) {
             return service.person == column || service.chair == column;
           });
  });
}

void SalonDay::look() {
  salon_ = book_.salon();
  const Stretch whole = stretch_of(day_, zone_);
  day_visits_ = book_.visits(whole.from, whole.until);
  holds_ = book_.holds(whole.from, whole.until);
  columns_.clear();
  blocks_.clear();
  free_.clear();
  const ColumnKind kind = by_chairs_ ? ColumnKind::chair : ColumnKind::person;
  for (const SalonColumn& column : salon_.columns) {
    if (column.kind != kind || (column.closed && !is_held(column.code))) continue;
    free_.push_back(column.closed ? std::vector<Stretch>()
                                  : free_time(salon_, column.code, day_, zone_, holds_));
    columns_.push_back(&column);
  }
  for (std::size_t visit = 0; visit < day_visits_.size(); ++visit) {
    const Visit& one = day_visits_[visit];
    if (!takes_time(one.state) && one.state != VisitState::no_show) continue;
    for (std::size_t service = 0; service < one.services.size(); ++service) {
      const VisitService& each = one.services[service];
      const std::string& code = by_chairs_ ? each.chair : each.person;
      const auto column = std::ranges::find(columns_, code, &SalonColumn::code);
      if (column == columns_.end()) continue;
      blocks_.push_back({static_cast<std::size_t>(column - columns_.begin()),
                         visit,
                         service,
                         {each.start, each.end()},
                         {each.start.plus_seconds(-60 * each.before_minutes),
                          each.end().plus_seconds(60 * each.after_minutes)}});
    }
  }
  look_at_hours();
  if (opened_) {
    if (auto visit = book_.visit(opened_->id)) opened_ = std::move(*visit);
  }
}

void SalonDay::look_at_hours() {
  std::optional<Stretch> all;
  const auto take_in = [&](const Stretch& each) {
    all = all ? Stretch{std::min(all->from, each.from), std::max(all->until, each.until)} : each;
  };
  for (const Stretch& open : working(salon_, "", day_, zone_)) take_in(open);
  for (const Block& block : blocks_) take_in(block.held);
  if (!all)
    all = Stretch{zone_.at(day_, usual_first_hour * 60), zone_.at(day_, usual_last_hour * 60)};
  const std::int64_t before = zone_.local_minute_of_day(all->from) % 60;
  const std::int64_t after = (60 - zone_.local_minute_of_day(all->until) % 60) % 60;
  shown_ = {all->from.plus_seconds(-60 * before), all->until.plus_seconds(60 * after)};
  if (shown_.from.seconds_until(shown_.until) < hour_in_seconds)
    shown_.until = shown_.from.plus_seconds(hour_in_seconds);
}

std::vector<const Visit*> SalonDay::waiting() const {
  std::vector<const Visit*> all;
  for (const Visit& visit : day_visits_) {
    if (visit.state == VisitState::waiting || visit.state == VisitState::arrived)
      all.push_back(&visit);
  }
  return all;
}

std::vector<const Visit*> SalonDay::in_progress() const {
  std::vector<const Visit*> all;
  for (const Visit& visit : day_visits_) {
    if (visit.state == VisitState::in_progress || visit.state == VisitState::done)
      all.push_back(&visit);
  }
  return all;
}

std::string SalonDay::article_name(const std::string& code) const {
  const auto found = std::ranges::find(articles_, code, &Article::code);
  return found == articles_.end() ? code : found->name;
}

std::string SalonDay::article_picture(const std::string& code) const {
  const auto found = std::ranges::find(articles_, code, &Article::code);
  return found == articles_.end() ? "" : found->picture;
}

std::string SalonDay::column_name(const std::string& code) const {
  const SalonColumn* const column = salon_.column(code);
  return column == nullptr || column->name.empty() ? code : column->name;
}

// ---- the picture of the day

const SalonDay::Block* SalonDay::block_at(const Spot& spot) const {
  for (const Block& block : blocks_) {
    if (block.column == spot.column && block.when.from <= spot.at && spot.at < block.when.until)
      return &block;
  }
  return nullptr;
}

Instant SalonDay::snapped(const Instant& at) const {
  const std::int64_t seconds = shown_.from.seconds_until(at);
  const std::int64_t step = 60 * step_minutes;
  return shown_.from.plus_seconds(seconds - ((seconds % step) + step) % step);
}

void SalonDay::tap(const Spot& spot) {
  refusal_.reset();
  if (step_ != Step::day || spot.column >= columns_.size()) return;
  if (moving_) return move_to(opened_service_, {spot.column, snapped(spot.at)});
  if (const Block* const block = block_at(spot))
    return open_visit(day_visits_.at(block->visit).id, block->service);
  const bool free = std::ranges::any_of(free_.at(spot.column), [&](const Stretch& each) {
    return each.from <= spot.at && spot.at < each.until;
  });
  if (!free) return;
  start_adding(false);
  tapped_ = Spot{spot.column, snapped(spot.at)};
  tapped_column_ = columns_.at(spot.column)->code;
}

void SalonDay::open_visit(const VisitId& id, std::size_t service) {
  refusal_.reset();
  opened_ = book_.visit(id);
  if (!opened_) return;
  opened_service_ = service;
  moving_ = false;
  if (memory_) memory_->look_at(*opened_);
  go(Step::visit);
}

void SalonDay::drag(const Spot& from, const Spot& to) {
  refusal_.reset();
  const Block* const block = block_at(from);
  if (step_ != Step::day || block == nullptr || to.column >= columns_.size()) return;
  opened_ = day_visits_.at(block->visit);
  // By as much as the finger went, not to where it is.
  const Instant start =
      snapped(block->when.from.plus_seconds(from.at.seconds_until(to.at) + 30 * step_minutes));
  move_to(block->service, {to.column, start});
}

void SalonDay::move_to(std::size_t service, const Spot& spot) {
  VisitMove move{
      .id = opened_->id, .seen = opened_->revision, .start = spot.at, .service = service};
  (by_chairs_ ? move.chair : move.person) = columns_.at(spot.column)->code;
  const std::optional<Visit> before = opened_;
  if (came_of(before, visits_.move(move))) moving_ = false;
  go(Step::day);
}

bool SalonDay::came_of(const std::optional<Visit>& before, const KeepVisits::Answer& answer) {
  if (!answer) {
    refusal_ = sentence_of(answer.refusal());
    return false;
  }
  if (!before || *before != answer.value()) done_.push_back({before, answer.value()});
  if (done_.size() > most_undone) done_.erase(done_.begin());
  opened_ = answer.value();
  return true;
}

// ---- one visit

bool SalonDay::may(VisitState state) const {
  if (!opened_ || !may_become(opened_->state, state)) return false;
  const bool waits = opened_->state == VisitState::waiting;
  const bool starts_by_itself = waits && state == VisitState::in_progress;
  const bool came_late = state != VisitState::no_show || opened_->walk_in ||
                         opened_->services.empty() || opened_->start() <= now();
  const bool another_day = state != VisitState::cancelled && !opened_->services.empty() &&
                           visits_.today() < zone_.local_day(opened_->start());
  return !starts_by_itself && came_late && !another_day;
}

void SalonDay::set_state(VisitState state) {
  refusal_.reset();
  if (!opened_) return;
  const std::optional<Visit> before = opened_;
  const bool came = came_of(before, visits_.set_state(opened_->id, state, opened_->revision));
  if (came) return go(Step::day);
  look();
}

bool SalonDay::may_move() const {
  return opened_ && (opened_->state == VisitState::booked || opened_->state == VisitState::arrived);
}

void SalonDay::start_move() {
  refusal_.reset();
  if (!may_move()) return;
  moving_ = true;
  go(Step::day);
}

void SalonDay::take_now() {
  refusal_.reset();
  if (!opened_ || opened_->state != VisitState::waiting) return;
  start_adding(true);
  takes_now_ = true;
  for (const VisitService& service : opened_->services) services_.push_back(service.article);
  if (!services_.empty()) go(Step::who);
}

bool SalonDay::may_be_paid() const {
  return opened_ &&
         (opened_->state == VisitState::in_progress || opened_->state == VisitState::done);
}

std::vector<std::string> SalonDay::to_payment() {
  refusal_.reset();
  if (!may_be_paid()) return {};
  if (opened_->state == VisitState::in_progress) {
    const std::optional<Visit> before = opened_;
    const auto answer = visits_.set_state(opened_->id, VisitState::done, opened_->revision);
    if (!came_of(before, answer)) {
      look();
      return {};
    }
  }
  std::vector<std::string> articles;
  for (const VisitService& service : opened_->services) articles.push_back(service.article);
  go(Step::day);
  return articles;
}

// ---- what is remembered of her

VisitMemory::Word SalonDay::her_word() const {
  return memory_ ? memory_->word() : VisitMemory::Word::nobody;
}

void SalonDay::she_agrees() {
  refusal_.reset();
  if (step_ != Step::visit || her_word() != VisitMemory::Word::not_given) return;
  const auto agreed = memory_->agrees();
  if (!agreed) refusal_ = agreed.refusal();
  if (agreed) go(Step::history);
}

void SalonDay::open_history() {
  refusal_.reset();
  if (step_ != Step::visit || her_word() != VisitMemory::Word::given) return;
  const auto opened = memory_->open();
  if (!opened) refusal_ = opened.refusal();
  if (opened) go(Step::history);
}

bool SalonDay::may_note() const {
  return opened_ && (opened_->state == VisitState::in_progress ||
                     opened_->state == VisitState::done || opened_->state == VisitState::paid);
}

void SalonDay::note(const std::string& choice) {
  refusal_.reset();
  if (step_ != Step::history || !may_note()) return;
  const auto noted = memory_->note(choice);
  if (!noted) refusal_ = noted.refusal();
}

void SalonDay::history_done() {
  refusal_.reset();
  if (step_ == Step::history) go(Step::visit);
}

// ---- a new one

void SalonDay::start_adding(bool walk_in) {
  is_walk_in_ = walk_in;
  takes_now_ = false;
  new_id_ = VisitId::mint(chance_);
  services_.clear();
  persons_.clear();
  tapped_.reset();
  start_.reset();
  name_.clear();
  go(Step::services);
}

void SalonDay::add() {
  refusal_.reset();
  start_adding(false);
}

void SalonDay::add_walk_in() {
  refusal_.reset();
  start_adding(true);
}

std::vector<const Article*> SalonDay::offered_services() const {
  std::vector<const Article*> offered;
  for (const Article& article : articles_) {
    const SalonService* const service = salon_.service(article.code);
    if (service != nullptr && service->offered && article.on_shelf) offered.push_back(&article);
  }
  return offered;
}

bool SalonDay::chosen(const std::string& article) const {
  return std::ranges::find(services_, article) != services_.end();
}

void SalonDay::choose_service(const std::string& article) {
  refusal_.reset();
  if (step_ != Step::services || salon_.service(article) == nullptr) return;
  const auto found = std::ranges::find(services_, article);
  if (found != services_.end())
    services_.erase(found);
  else
    services_.push_back(article);
}

void SalonDay::services_done() {
  refusal_.reset();
  if (!may_go_on() || (takes_now_ && services_.empty())) return;
  go(is_walk_in_ && !takes_now_ ? Step::known_by : Step::who);
  // The column that was tapped says who.
  if (tapped_ && !by_chairs_) choose_person(tapped_column_);
}

std::vector<const SalonColumn*> SalonDay::people() const {
  std::vector<const SalonColumn*> all;
  for (const SalonColumn& column : salon_.columns) {
    if (column.kind == ColumnKind::person && !column.closed) all.push_back(&column);
  }
  return all;
}

std::vector<std::string> SalonDay::chairs_to_try() const {
  if (by_chairs_ && tapped_) return {tapped_column_};
  std::vector<std::string> codes;
  for (const SalonColumn& column : salon_.columns) {
    if (column.kind == ColumnKind::chair && !column.closed) codes.push_back(column.code);
  }
  if (codes.empty()) codes.emplace_back();
  return codes;
}

std::vector<Wanted> SalonDay::wanted(const std::vector<std::string>& persons,
                                     const std::string& chair) const {
  std::vector<Wanted> all;
  for (std::size_t at = 0; at < persons.size(); ++at)
    all.push_back({services_.at(at), persons[at], chair});
  return all;
}

bool SalonDay::could(const SalonColumn& person) const {
  if (!takes_now_) return true;
  std::vector<std::string> with_her = persons_;
  with_her.push_back(person.code);
  return std::ranges::any_of(chairs_to_try(), [&](const std::string& chair) {
    return !visits_.why_not_now(*opened_, wanted(with_her, chair));
  });
}

void SalonDay::choose_person(const std::string& code) {
  refusal_.reset();
  if (step_ != Step::who) return;
  persons_.push_back(code);
  if (persons_.size() == services_.size()) everybody_chosen();
}

void SalonDay::same_for_the_rest() {
  refusal_.reset();
  if (!may_be_the_same()) return;
  persons_.resize(services_.size(), std::string(persons_.back()));
  everybody_chosen();
}

void SalonDay::everybody_chosen() {
  if (takes_now_) {
    const std::optional<Visit> before = opened_;
    for (const std::string& chair : chairs_to_try()) {
      if (!came_of(before, visits_.begin(opened_->id, wanted(persons_, chair)))) continue;
      refusal_.reset();
      return go(Step::day);
    }
    persons_.clear();
    return;
  }
  go(Step::time);
  look_at_times();
  if (!tapped_) return;
  const auto fits = std::ranges::find(times_, tapped_->at, &OfferedTime::start);
  if (fits != times_.end() && fits->free) choose_time(tapped_->at);
}

// A time is free where she is and any of the chairs.
void SalonDay::look_at_times() {
  times_.clear();
  for (const std::string& chair : chairs_to_try()) {
    const auto offered = visits_.offered(day_, wanted(persons_, chair));
    if (!offered) {
      refusal_ = sentence_of(offered.refusal());
      return;
    }
    const std::vector<OfferedTime>& with_it = offered.value();
    if (times_.empty()) times_ = with_it;
    for (std::size_t at = 0; at < times_.size() && at < with_it.size(); ++at)
      times_[at].free = times_[at].free || with_it[at].free;
  }
}

void SalonDay::choose_time(const Instant& start) {
  refusal_.reset();
  if (step_ != Step::time) return;
  const auto offered = std::ranges::find(times_, start, &OfferedTime::start);
  if (offered == times_.end() || !offered->free) return;
  start_ = start;
  go(Step::known_by);
}

const std::vector<std::string>& SalonDay::pictures() {
  static const std::vector<std::string> all{"🌷",      "🌻", "🍀", "⭐", "🍎",    "🐟",
                                            "☂️", "🎈", "⛵", "🔑", "🧣", "🌙"};
  return all;
}

void SalonDay::choose_picture(const std::string& picture) {
  refusal_.reset();
  if (step_ == Step::known_by) book_now(picture);
}

void SalonDay::book_now(const std::string& picture) {
  if (is_walk_in_) {
    std::vector<Wanted> by_nobody;
    for (const std::string& service : services_) by_nobody.push_back({service, {}, {}});
    const bool came = came_of(std::nullopt, visits_.walk_in({new_id_, by_nobody, picture, name_}));
    if (came) go(Step::day);
    return;
  }
  for (const std::string& chair : chairs_to_try()) {
    const auto answer = visits_.book({new_id_, wanted(persons_, chair), *start_, picture, name_});
    if (!came_of(std::nullopt, answer)) continue;
    refusal_.reset();
    return go(Step::day);
  }
  // It was taken meanwhile: the times as they are now.
  const std::optional<Phrase> why = refusal_;
  go(Step::time);
  look();
  look_at_times();
  refusal_ = why;
}

void SalonDay::type_name(const std::string& letters) {
  if (step_ == Step::known_by && name_.size() + letters.size() <= longest_visit_name_bytes)
    name_ += letters;
}

void SalonDay::type_back() {
  if (step_ != Step::known_by || name_.empty()) return;
  // A whole letter, however many bytes it has.
  while (name_.size() > 1 && (static_cast<unsigned char>(name_.back()) & 0xC0U) == 0x80U)
    name_.pop_back();
  name_.pop_back();
}

// ---- back

void SalonDay::undo() {
  refusal_.reset();
  switch (step_) {
    case Step::visit: return go(Step::day);
    case Step::services: return go(takes_now_ ? Step::visit : Step::day);
    case Step::who:
      if (!persons_.empty()) return persons_.pop_back();
      return go(takes_now_ && !opened_->services.empty() ? Step::visit : Step::services);
    case Step::time:
      tapped_.reset();
      persons_.pop_back();
      return go(Step::who);
    case Step::history: return memory_->undo() ? void() : go(Step::visit);
    case Step::known_by: return go(is_walk_in_ ? Step::services : Step::time);
    case Step::day: break;
  }
  if (moving_) {
    moving_ = false;
    return;
  }
  if (done_.empty()) return;
  const DoneBefore last = done_.back();
  done_.pop_back();
  const auto answer = visits_.put_back(last.before, last.after);
  if (!answer) {
    refusal_ = sentence_of(answer.refusal());
    return look();
  }
  // An act before it was on the same visit: it stands on what is in the book now.
  for (DoneBefore& each : done_) {
    if (each.after.id == answer.value().id) each.after.revision = answer.value().revision;
  }
  day_ = zone_.local_day(answer.value().services.empty() ? answer.value().came
                                                         : answer.value().start());
  look();
}

}  // namespace tilia::pos
