#include "payroll/ui/pay_room.h"

#include <fmt/format.h>

#include <algorithm>

#include "payroll/employ.h"
#include "payroll/pay_correction.h"
#include "payroll/ui/all_payslips.h"
#include "payroll/ui/people.h"
#include "payroll/ui/slip_page.h"

namespace tilia::payroll {

namespace {

bool needs_look(const PayRun& run, const std::string& alias) {
  return std::any_of(run.remarks.begin(), run.remarks.end(),
                     [&](const PayRunRemark& remark) { return remark.alias == alias; });
}

ui::Remark shown(const PayRunRemark& remark) {
  const bool informs = !remark.left_out && remark.what != PayRunRemark::What::beyond_review;
  return {sentence_of(remark), informs ? ui::Remark::Kind::told : ui::Remark::Kind::mend};
}

}  // namespace

ui::Text change_text(const Money& now, const std::optional<Money>& before) {
  if (!before || before->is_zero() || *before == now) return std::string("–");
  // Tenths of a percent, half away from nothing: what a person reads, no figure that is paid.
  const std::int64_t difference = now.minor() - before->minor();
  const std::int64_t size = difference < 0 ? -difference : difference;
  const std::int64_t tenths = (size * 2000 + before->minor()) / (2 * before->minor());
  if (tenths == 0) return std::string("–");
  return Phrase(difference < 0 ? "office.pay.less" : "office.pay.more")
      .with("rate", Rate::from_millionths(tenths * 1000));
}

PayRoom::PayRoom(PayBook& book, const RuleBook& rules, PayDoors& helpers, const Zone& zone,
                 const Clock& clock, Chance& chance, bool may_employ)
    : book_(book),
      rules_(rules),
      helpers_(helpers),
      zone_(zone),
      clock_(clock),
      chance_(chance),
      employer_(book.employer()),
      entries_(book, zone, clock, chance),
      law_(book, rules, zone, clock),
      may_employ_(may_employ),
      month_(Month::of(zone.local_day(clock.now())).previous()) {}

ui::Page PayRoom::page() {
  if (!book_.has_vault()) return page_without_people("office.pay.name");
  switch (shown_) {
    case Shown::month: return month_page();
    case Shown::approval: return approval_page();
    case Shown::slip: return slip_page();
    case Shown::entries: return entries_.page();
    case Shown::law: return law_.page();
    case Shown::correction: return correction_page();
  }
  CHECK(false);
}

void PayRoom::add_actions(ui::Page& page, const std::optional<PayRun>& run) const {
  page.quiet = month_steps();
  // One door for both: the row of buttons is full.
  if (may_employ_)
    page.quiet.push_back({"entries", Phrase("office.items.open")});
  else
    page.quiet.push_back({"the_law", Phrase("office.law.open")});
  if (!run) {
    page.main = ui::Action{"draw_up", Phrase("office.pay.draw_up")};
  } else if (run->state == PayRun::State::draft) {
    page.quiet.push_back({"draw_up", Phrase("office.pay.draw_up_again")});
    page.main = ui::Action{"send", Phrase("office.pay.send"), !run->slips.empty()};
  } else {
    page.quiet.push_back({"bank", Phrase("office.pay.bank_file")});
    page.main = ui::Action{"all", Phrase("office.pay.all_slips")};
  }
}

ui::Table PayRoom::table_of(const PayRun& run) {
  const std::optional<PayRun> before = book_.pay_run(month_.previous());
  ui::Table table;
  table.columns = {{std::nullopt, ui::Column::Align::start, 4},
                   {Phrase("office.pay.hours"), ui::Column::Align::decimal, 2},
                   {Phrase("office.pay.gross"), ui::Column::Align::decimal, 3},
                   {Phrase("office.pay.off"), ui::Column::Align::decimal, 3},
                   {Phrase("office.pay.net"), ui::Column::Align::decimal, 3},
                   {Phrase("office.pay.change"), ui::Column::Align::decimal, 3}};
  table.row_action = "open";
  for (const PayRunSlip& slip : run.slips) {
    const PayRunSlip* earlier = before ? slip_of(*before, slip.worker.alias) : nullptr;
    const std::optional<Money> net_before =
        earlier == nullptr ? std::nullopt : std::optional(earlier->slip.net);
    table.rows.push_back({slip.worker.alias,
                          slip.worker.picture,
                          {{slip.worker.alias, needs_look(run, slip.worker.alias)},
                           {ui::Minutes{slip.worked_minutes}},
                           {slip.slip.gross},
                           {slip.slip.gross - slip.slip.net},
                           {slip.slip.net},
                           {change_text(slip.slip.net, net_before)}}});
  }
  return table;
}

ui::Page PayRoom::month_page() {
  const std::optional<PayRun> run = book_.pay_run(month_);
  ui::Page page;
  page.title = Phrase("office.pay.title").with("month", month_);
  add_actions(page, run);
  if (notice_) page.remarks.push_back(*notice_);
  if (!run) {
    page.subtitle = {Phrase("office.pay.nothing_yet")};
    const bool anybody = !book_.workers().empty();
    page.empty = ui::Empty{Phrase("office.pay.no_run").with("month", month_),
                           Phrase(anybody ? "office.pay.no_run_first" : "office.pay.nobody_first")};
    return page;
  }
  const bool draft = run->state == PayRun::State::draft;
  page.subtitle = {
      Phrase(draft ? "office.pay.draft" : "office.pay.approved"),
      Phrase::counted("office.people.count", static_cast<std::int64_t>(run->slips.size()))};
  if (!draft) {
    const auto state = book_.pay_run_state(month_);
    if (!state || !state->split) page.subtitle.push_back(Phrase("office.pay.not_yet_split"));
    if (state && state->open_again) page.subtitle.front() = Phrase("office.pay.open_again");
  }
  if (draft && !run->remarks.empty()) {
    page.subtitle.push_back(
        Phrase::counted("office.pay.to_look_at", static_cast<std::int64_t>(run->remarks.size())));
  }
  const PayTotals totals = totals_of(*run, employer_.currency);
  page.figures = {{Phrase("office.pay.gross"), totals.gross},
                  {Phrase("office.pay.employer_contributions"), totals.employer_contributions},
                  {Phrase("office.pay.net"), totals.net},
                  {Phrase("office.pay.employer_cost"), totals.employer_cost}};
  for (const PayRunRemark& remark : run->remarks) page.remarks.push_back(shown(remark));
  if (run->slips.empty()) {
    page.empty = ui::Empty{Phrase("office.pay.no_slips"), Phrase("office.pay.no_slips_first")};
  } else {
    page.table = table_of(*run);
  }
  return page;
}

ui::Page PayRoom::approval_page() {
  const std::optional<PayRun> run = book_.pay_run(month_);
  CHECK(run.has_value());
  const PayTotals totals = totals_of(*run, employer_.currency);
  ui::Page page;
  page.title = Phrase("office.pay.approve_title").with("month", month_);
  page.subtitle = {
      Phrase::counted("office.people.count", static_cast<std::int64_t>(run->slips.size()))};
  page.figures = {{Phrase("office.pay.gross"), totals.gross},
                  {Phrase("office.pay.employer_contributions"), totals.employer_contributions},
                  {Phrase("office.pay.net"), totals.net},
                  {Phrase("office.pay.employer_cost"), totals.employer_cost}};
  const std::vector<ui::Choice> approvers = helpers_.approvers();
  if (fault_) page.remarks.push_back({*fault_, ui::Remark::Kind::mend});
  ui::Form form;
  if (approvers.empty()) {
    page.remarks.push_back({Phrase("office.pay.nobody_approves"), ui::Remark::Kind::mend});
    form.actions = {{"back", Phrase("office.back")}};
  } else {
    page.remarks.push_back({Phrase("office.pay.second_person")});
    form.fields = {
        {.key = "name",
         .kind = ui::Field::Kind::choice,
         .label = Phrase("office.user.name"),
         .value = approver_.empty() ? approvers.front().value : approver_,
         .choices = approvers},
        {.key = "secret", .kind = ui::Field::Kind::secret, .label = Phrase("office.user.secret")}};
    form.actions = {{"approve", Phrase("office.pay.approve")}, {"back", Phrase("office.not_now")}};
  }
  page.form = std::move(form);
  return page;
}

ui::Page PayRoom::correction_page() {
  ui::Page page;
  page.title = Phrase("office.pay.correct_title").with("month", month_);
  page.empty = ui::Empty{Phrase("office.pay.correct_what"), Phrase("office.pay.correct_how")};
  page.main = ui::Action{"open_correction", Phrase("office.pay.correct_open")};
  page.quiet = {{"back", Phrase("office.not_now")}};
  return page;
}

void PayRoom::correct() {
  const auto opened = open_correction(book_, rules_, month_, helpers_.user(), clock_);
  if (opened)
    notice_ = {Phrase("office.pay.correct_opened").with("month", month_), ui::Remark::Kind::done};
  else
    notice_ = {sentence_of(opened.refusal(), month_), ui::Remark::Kind::mend};
  shown_ = Shown::month;
}

ui::Page PayRoom::slip_page() {
  const std::optional<PayRun> run = book_.pay_run(month_);
  const PayRunSlip* slip = run ? slip_of(*run, alias_) : nullptr;
  if (slip == nullptr) {  // the draft was drawn up again elsewhere, without this worker
    shown_ = Shown::month;
    return month_page();
  }
  ui::Page page = page_of(*run, *slip);
  if (may_employ_ && is_frozen(book_, month_))
    page.quiet.insert(page.quiet.begin(), {"correction", Phrase("office.pay.correct")});
  if (notice_) page.remarks.insert(page.remarks.begin(), *notice_);
  return page;
}

void PayRoom::draw_up() {
  const auto drawn = draw_up_pay_run(book_, rules_, month_, helpers_.user(), chance_, clock_);
  if (drawn)
    notice_ = {Phrase("office.pay.drawn_up"), ui::Remark::Kind::done};
  else
    notice_ = {sentence_of(drawn.refusal(), month_), ui::Remark::Kind::mend};
}

void PayRoom::approve(const ui::Values& values) {
  approver_ = values.text("name");
  const auto secret = values.secrets.find("secret");
  CHECK(secret != values.secrets.end());
  const Result<UserId, Phrase> second = helpers_.log_in(approver_, secret->second);
  if (!second) {
    fault_ = second.refusal();
    return;
  }
  const auto approved = approve_pay_run(book_, rules_, month_, second.value(), clock_);
  if (!approved) {
    fault_ = sentence_of(approved.refusal(), month_);
    return;
  }
  shown_ = Shown::month;
  notice_ = {Phrase("office.pay.now_frozen").with("month", month_), ui::Remark::Kind::done};
}

ui::Next PayRoom::paper(const std::string& action, const ui::Values& values) {
  const std::optional<PayRun> run = book_.pay_run(month_);
  CHECK(run.has_value());
  if (action == "all") return ui::Next::pick_folder("all_into");
  if (action == "all_into")
    return ui::Next::run(std::make_unique<AllPayslips>(*run, values.text("path"), helpers_));
  if (action == "bank")
    return ui::Next::save_file("bank_as", fmt::format("{}-bank.xml", month_.text()));
  if (action == "bank_as") {
    notice_ = helpers_.write_bank_file(*run, values.text("path"));
    return ui::Next::page();
  }
  const PayRunSlip* slip = slip_of(*run, alias_);
  CHECK(slip != nullptr);
  if (action == "save") return ui::Next::save_file("save_as", payslip_file_name(*run, *slip));
  if (action == "save_as") {
    helpers_.write_payslip(*run, *slip, values.text("path"));
    notice_ = {Phrase("office.saved").with("file", values.text("path")), ui::Remark::Kind::done};
    return ui::Next::page();
  }
  const std::filesystem::path file = helpers_.paper_to_show(payslip_file_name(*run, *slip));
  helpers_.write_payslip(*run, *slip, file);
  return ui::Next::show_paper(file.string());
}

void PayRoom::told(const ui::Remark& remark) {
  if (shown_ == Shown::entries) return entries_.told(remark);
  if (shown_ == Shown::law) return law_.told(remark);
  notice_ = remark;
}

void PayRoom::open(Shown shown) {
  shown_ = shown;
  if (shown == Shown::entries) entries_.show_month(month_);
  if (shown == Shown::law) law_.show_today();
}

ui::Next PayRoom::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  fault_.reset();
  if (!book_.has_vault()) return ui::Next::page();
  if (action == "pay" || action == "the_law") {
    if (action == "the_law")
      open(Shown::law);
    else
      open(shown_ == Shown::law && may_employ_ ? Shown::entries : Shown::month);
    return ui::Next::page();
  }
  if (shown_ == Shown::entries) return entries_.press(action, values);
  if (shown_ == Shown::law) return law_.press(action, values);
  if (action == "entries" && may_employ_) open(Shown::entries);
  if (action == "earlier" || action == "later") {
    month_ = stepped(month_, action);
    shown_ = Shown::month;
  }
  if (action == "back") shown_ = Shown::month;
  if (action == "draw_up") draw_up();
  if (action == "correction") shown_ = Shown::correction;
  if (action == "open_correction") correct();
  if (action == "send") {
    approver_.clear();
    shown_ = Shown::approval;
  }
  if (action == "approve") approve(values);
  if (action == "open") {
    alias_ = values.text("row");
    shown_ = Shown::slip;
  }
  const bool of_bank = action == "bank" || action == "bank_as";
  const bool of_paper = of_bank || action == "all" || action == "all_into" || action == "save" ||
                        action == "save_as" || action == "show";
  return of_paper ? paper(action, values) : ui::Next::page();
}

}  // namespace tilia::payroll
