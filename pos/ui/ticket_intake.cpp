#include "pos/ui/ticket_intake.h"

#include <algorithm>

#include "core/check.h"

namespace tilia::pos {
namespace {

constexpr std::int64_t most_grams = 99'999;  // more than a counter's scale carries

std::optional<int> digit_of(const std::string& letters) {
  if (letters.size() != 1 || letters[0] < '0' || letters[0] > '9') return std::nullopt;
  return letters[0] - '0';
}

PieceAsked asked_of(const TicketPiece& piece) {
  PieceAsked asked{piece.article, piece.quantity, {}, piece.tag};
  // What went wrong here stays noted of it anyway.
  for (const std::string& code : piece.marks) {
    const auto mark = laundry_mark(code);
    if (mark && mark->kind != LaundryMark::Kind::damage) asked.marks.push_back(code);
  }
  return asked;
}

}  // namespace

TicketIntake::TicketIntake(KeepTickets::Doors doors, Chance& chance, std::string till)
    : doors_(doors),
      keep_(doors),
      chance_(chance),
      till_(std::move(till)),
      id_(TicketId::mint(chance)),
      day_(keep_.today()),
      whose_(doors.customers, doors.tenders, chance) {}

void TicketIntake::begin(std::vector<PieceAsked> of_tray) {
  refusal_.reset();
  of_.reset();
  id_ = TicketId::mint(chance_);
  bag_pieces_ = 0;
  of_tray_ = std::move(of_tray);
  of_tray_is_in_ = false;
  pieces_.clear();
  before_.clear();
  chosen_.reset();
  articles_ = doors_.till_book.articles(today());
  std::erase_if(articles_, [](const Article& article) { return !article.on_shelf; });
  page_ = 0;
  day_ = today();
  whose_.begin();
  step_ = Step::count;
}

void TicketIntake::look_into(const Ticket& ticket) {
  begin({});
  of_ = ticket;
  for (const TicketPiece& piece : ticket.pieces) pieces_.push_back(asked_of(piece));
  step_ = Step::pieces;
}

void TicketIntake::type(const std::string& letters) {
  refusal_.reset();
  if (step_ == Step::name) return at_whose([&](WhoseAsked& whose) { whose.type(letters); });
  const auto digit = digit_of(letters);
  if (!digit) return;
  if (step_ == Step::count && bag_pieces_ * 10 + *digit <= most_bag_pieces)
    bag_pieces_ = bag_pieces_ * 10 + *digit;
  if (step_ == Step::weigh && grams_ * 10 + *digit <= most_grams) grams_ = grams_ * 10 + *digit;
}

void TicketIntake::type_back() {
  refusal_.reset();
  if (step_ == Step::name) return at_whose([](WhoseAsked& whose) { whose.type_back(); });
  if (step_ == Step::count) bag_pieces_ /= 10;
  if (step_ == Step::weigh) grams_ /= 10;
}

// ---- how many

void TicketIntake::more(int by) {
  refusal_.reset();
  if (step_ == Step::count) bag_pieces_ = std::clamp(bag_pieces_ + by, 0, most_bag_pieces);
}

void TicketIntake::counted() {
  refusal_.reset();
  if (step_ == Step::count && bag_pieces_ > 0) step_ = Step::day;
}

void TicketIntake::in_detail() {
  refusal_.reset();
  if (step_ != Step::count) return;
  if (pieces_.empty() && !of_tray_.empty()) {
    pieces_ = of_tray_;
    chosen_ = pieces_.size() - 1;
    of_tray_is_in_ = true;
  }
  step_ = Step::pieces;
}

// ---- which

void TicketIntake::change(const std::function<void(std::vector<PieceAsked>&)>& what) {
  before_.push_back(pieces_);
  what(pieces_);
}

std::vector<const Article*> TicketIntake::articles() const {
  std::vector<const Article*> shown;
  for (std::size_t i = page_ * articles_on_page;
       i < articles_.size() && shown.size() < articles_on_page; ++i)
    shown.push_back(&articles_[i]);
  return shown;
}

std::size_t TicketIntake::pages() const {
  return std::max<std::size_t>(1, (articles_.size() + articles_on_page - 1) / articles_on_page);
}

void TicketIntake::turn_page(int by) {
  const auto wanted = static_cast<std::int64_t>(page_) + by;
  if (wanted >= 0 && wanted < static_cast<std::int64_t>(pages()))
    page_ = static_cast<std::size_t>(wanted);
}

void TicketIntake::add(const std::string& article) {
  refusal_.reset();
  const auto found = std::ranges::find(articles_, article, &Article::code);
  if (step_ != Step::pieces || found == articles_.end()) return;
  if (found->unit == Unit::kg) {
    weighed_ = &*found;
    grams_ = 0;
    step_ = Step::weigh;
    return;
  }
  if (pieces_.size() >= most_ticket_pieces) {
    refusal_ = sentence_of(
        TicketRefusal{TicketRefusal::Why::too_many_pieces, std::to_string(most_ticket_pieces)});
    return;
  }
  change([&](auto& pieces) { pieces.push_back({article, Quantity::pieces(1)}); });
  chosen_ = pieces_.size() - 1;
}

void TicketIntake::scale_says(std::int64_t grams) {
  if (step_ == Step::weigh && grams > 0 && grams <= most_grams) grams_ = grams;
}

void TicketIntake::weigh_done() {
  refusal_.reset();
  if (step_ != Step::weigh || grams_ == 0) return;
  const PieceAsked weighed{weighed_->code, Quantity::from_thousandths(grams_)};
  change([&](auto& pieces) { pieces.push_back(weighed); });
  chosen_ = pieces_.size() - 1;
  step_ = Step::pieces;
}

void TicketIntake::choose(std::size_t piece) {
  refusal_.reset();
  if (step_ == Step::pieces && piece < pieces_.size()) chosen_ = piece;
}

void TicketIntake::take_away() {
  refusal_.reset();
  if (step_ != Step::pieces || !chosen_) return;
  const auto at = static_cast<std::ptrdiff_t>(*chosen_);
  change([&](auto& pieces) { pieces.erase(pieces.begin() + at); });
  chosen_.reset();
  if (!pieces_.empty()) chosen_ = std::min(static_cast<std::size_t>(at), pieces_.size() - 1);
}

void TicketIntake::note_marks() {
  refusal_.reset();
  if (step_ != Step::pieces || !chosen_) return;
  kind_ = LaundryMark::Kind::colour;
  step_ = Step::marks;
}

void TicketIntake::turn_kind(int by) {
  const int wanted = static_cast<int>(kind_) + by;
  if (wanted >= 0 && wanted < static_cast<int>(kinds))
    kind_ = static_cast<LaundryMark::Kind>(wanted);
}

bool TicketIntake::has_mark(std::string_view mark) const {
  return chosen_ &&
         std::ranges::find(pieces_.at(*chosen_).marks, mark) != pieces_.at(*chosen_).marks.end();
}

void TicketIntake::note(const std::string& mark) {
  refusal_.reset();
  if (step_ != Step::marks || !laundry_mark(mark)) return;
  change([&](auto& pieces) {
    std::vector<std::string>& marks = pieces.at(*chosen_).marks;
    if (std::erase(marks, mark) == 0) marks.push_back(mark);
  });
}

void TicketIntake::pieces_done() {
  refusal_.reset();
  if (step_ == Step::pieces && is_new() && !pieces_.empty()) step_ = Step::day;
}

// ---- until when, whose

std::vector<Day> TicketIntake::days_offered() const {
  std::vector<Day> days;
  for (int i = 0; i < days_on_page; ++i) days.push_back(today().plus_days(i));
  return days;
}

void TicketIntake::choose_day(const Day& day) {
  refusal_.reset();
  if (step_ != Step::day || day < today()) return;
  day_ = day;
  whose_.ask();
  step_ = Step::whose;
}

void TicketIntake::at_whose(const std::function<void(WhoseAsked&)>& what) {
  refusal_.reset();
  if (step_ != Step::whose && step_ != Step::name) return;
  what(whose_);
  refusal_ = whose_.refusal();
  go_where_whose_is();
}

void TicketIntake::go_where_whose_is() {
  switch (whose_.step()) {
    case WhoseAsked::Step::account: step_ = Step::whose; return;
    case WhoseAsked::Step::name: step_ = Step::name; return;
    case WhoseAsked::Step::decided: step_ = Step::look; return;
  }
}

// ---- all of it

std::optional<Money> TicketIntake::total() const {
  if (pieces_.empty()) return std::nullopt;
  Money total = Money::zero(doors_.pack.currency);
  for (const PieceAsked& asked : pieces_) {
    const auto article = std::ranges::find(articles_, asked.article, &Article::code);
    if (article != articles_.end())
      total += article->price.times(asked.quantity, Rounding::half_up).value();
  }
  return total;
}

std::optional<Ticket> TicketIntake::done() {
  refusal_.reset();
  if (step_ != (is_new() ? Step::look : Step::pieces)) return std::nullopt;
  const auto ticket = of_ ? keep_.detail(of_->number, pieces_)
                          : keep_.take({.id = id_,
                                        .till = till_,
                                        .by = whose_.by(),
                                        .due = day_,
                                        .bag_pieces = bag_pieces_,
                                        .pieces = pieces_,
                                        .noted = whose_.noted()});
  if (ticket) return ticket.value();
  refusal_ = sentence_of(ticket.refusal());
  return std::nullopt;
}

void TicketIntake::was_taken_back() {
  refusal_.reset();
  id_ = TicketId::mint(chance_);
}

bool TicketIntake::undo() {
  refusal_.reset();
  switch (step_) {
    case Step::count: return false;
    case Step::weigh:
    case Step::marks: step_ = Step::pieces; return true;
    case Step::day: step_ = pieces_.empty() ? Step::count : Step::pieces; return true;
    case Step::whose: step_ = Step::day; return true;
    case Step::name:
    case Step::look:
      (void)whose_.undo();
      go_where_whose_is();
      return true;
    case Step::pieces: break;
  }
  if (before_.empty()) {
    if (!is_new()) return false;
    if (of_tray_is_in_) {
      pieces_.clear();
      chosen_.reset();
      of_tray_is_in_ = false;
    }
    step_ = Step::count;
    return true;
  }
  pieces_ = std::move(before_.back());
  before_.pop_back();
  if (pieces_.empty())
    chosen_.reset();
  else
    chosen_ = std::min(chosen_.value_or(pieces_.size()), pieces_.size() - 1);
  return true;
}

}  // namespace tilia::pos
