#include "payroll/ui/sample_room.h"

#include <algorithm>

#include "core/check.h"
#include "payroll/ui/people.h"
#include "payroll/ui/slip_page.h"

namespace tilia::payroll {
namespace {

// The field that a refusal is about; empty: none of the form.
std::string field_of(SampleRefusal why) {
  switch (why) {
    case SampleRefusal::recipient_missing:
    case SampleRefusal::recipient_unfit: return "recipient";
    case SampleRefusal::clause_missing:
    case SampleRefusal::clause_unfit: return "clause";
    default: return {};
  }
}

// As the slip was approved: her name, her number and where the pay went.
std::string who(const PayRunSlip& slip) {
  const Identity& her = slip.identity;
  std::string text = her.legal_name.empty() ? slip.worker.alias : her.legal_name;
  if (!her.id_number.empty()) text += " · " + her.id_number;
  if (!her.iban.empty()) text += " · " + iban_in_fours(her.iban);
  return text;
}

}  // namespace

SampleRoom::SampleRoom(PayBook& book, SampleBook& slips, SampleDoors& doors, const Zone& zone,
                       const Clock& clock)
    : book_(book),
      slips_(slips),
      doors_(doors),
      month_(Month::of(zone.local_day(clock.now())).previous()) {
  const std::vector<SlipPlace> approved = slips.approved_slips();
  if (!approved.empty()) month_ = approved.back().month;
}

ui::Page SampleRoom::page() {
  if (!book_.has_vault()) return page_without_people("office.sample.name");
  switch (shown_) {
    case Shown::picking: return picking_page();
    case Shown::signing: return signing_page();
    case Shown::item: return item_page();
  }
  CHECK(false);
}

bool SampleRoom::picked(const std::string& alias) const {
  return std::ranges::any_of(asked_.items, [&](const SampleAsked::Item& item) {
    return item.month == month_ && item.alias == alias;
  });
}

ui::Page SampleRoom::picking_page() {
  ui::Page page;
  page.title = Phrase("office.sample.title").with("month", month_);
  page.quiet = month_steps();
  if (notice_) page.remarks.push_back(*notice_);
  ui::Table table;
  table.columns = {{Phrase("office.hours.worker"), ui::Column::Align::start, 3},
                   {Phrase("office.sample.in_it"), ui::Column::Align::start, 3}};
  table.row_action = "pick";
  const std::vector<Worker> workers = book_.workers();
  for (const SlipPlace& slip : slips_.approved_slips()) {
    const auto worker = std::ranges::find(workers, slip.worker, &Worker::id);
    if (slip.month != month_ || worker == workers.end()) continue;
    table.rows.push_back({worker->alias,
                          worker->picture,
                          {{worker->alias},
                           {picked(worker->alias) ? ui::Text(Phrase("office.sample.picked_one"))
                                                  : ui::Text(std::string("–"))}}});
  }
  page.subtitle = {
      Phrase::counted("office.sample.picked", static_cast<std::int64_t>(asked_.items.size()))};
  const bool any = !asked_.items.empty();
  page.main = ui::Action{"show", Phrase("office.sample.show"), any};
  page.quiet.push_back({"copies", Phrase("office.sample.copies"), any});
  if (table.rows.empty()) {
    page.empty = ui::Empty{Phrase("office.sample.no_run").with("month", month_),
                           Phrase("office.sample.no_run_first")};
    return page;
  }
  page.remarks.push_back({Phrase("office.sample.about")});
  page.table = std::move(table);
  return page;
}

ui::Form SampleRoom::signing_form(const std::vector<ui::Choice>& auditors) const {
  ui::Form form;
  form.columns = 1;
  if (auditors.empty()) {
    form.actions = {{"back", Phrase("office.back")}};
    return form;
  }
  form.fields = {
      {.key = "recipient", .label = Phrase("office.sample.recipient"), .value = asked_.recipient},
      {.key = "clause", .label = Phrase("office.sample.clause"), .value = asked_.clause},
      {.key = "name",
       .kind = ui::Field::Kind::choice,
       .label = Phrase("office.sample.auditor"),
       .value = auditor_.empty() ? auditors.front().value : auditor_,
       .choices = auditors},
      {.key = "secret", .kind = ui::Field::Kind::secret, .label = Phrase("office.user.secret")}};
  for (ui::Field& field : form.fields) {
    if (fault_ && field.key == field_of(fault_->why))
      field.fault = sentence_of(fault_->why, fault_->about);
  }
  form.actions = {
      {"sign", Phrase(folder_.empty() ? "office.sample.sign_show" : "office.sample.sign_copies")},
      {"back", Phrase("office.not_now")}};
  return form;
}

ui::Page SampleRoom::signing_page() {
  ui::Page page;
  page.title = Phrase("office.sample.sign_title");
  page.subtitle = {
      Phrase::counted("office.sample.picked", static_cast<std::int64_t>(asked_.items.size()))};
  page.narrow = true;
  if (notice_) page.remarks.push_back(*notice_);
  const auto auditors = doors_.auditors();
  page.remarks.push_back(
      {Phrase(auditors.empty() ? "office.sample.no_auditor" : "office.sample.with_auditor"),
       auditors.empty() ? ui::Remark::Kind::mend : ui::Remark::Kind::told});
  page.form = signing_form(auditors);
  return page;
}

ui::Page SampleRoom::item_page() const {
  CHECK(sample_ && at_ < opened_.size());
  const PayRunSlip& slip = opened_[at_];
  ui::Page page;
  page.title = Phrase("office.sample.item_title")
                   .with("item", static_cast<std::int64_t>(at_ + 1))
                   .with("month", sample_->items()[at_].month);
  if (slip.identity.born)
    page.subtitle = {Phrase("office.sample.born").with("day", *slip.identity.born)};
  page.remarks.push_back({who(slip)});
  page.remarks.push_back({Phrase("office.sample.shown_to")
                              .with("recipient", sample_->recipient())
                              .with("clause", sample_->clause())});
  page.main = ui::Action{"done", Phrase("office.sample.done")};
  page.quiet = {{"item_before", Phrase("office.sample.item_before"), at_ > 0},
                {"item_after", Phrase("office.sample.item_after"), at_ + 1 < opened_.size()}};
  page.figures = slip_figures(slip);
  page.table = slip_table(slip.slip);
  return page;
}

void SampleRoom::pick(const std::string& alias) {
  const auto gone = std::erase_if(asked_.items, [&](const SampleAsked::Item& item) {
    return item.month == month_ && item.alias == alias;
  });
  if (gone == 0) asked_.items.push_back({month_, alias});
}

void SampleRoom::sign(const ui::Values& values) {
  asked_.recipient = values.text("recipient");
  asked_.clause = values.text("clause");
  auditor_ = values.text("name");
  const auto secret = values.secrets.find("secret");
  CHECK(secret != values.secrets.end());
  const auto checked = checked_sample(book_, slips_, asked_);
  if (!checked) {
    fault_ = checked.refusal();
    if (field_of(fault_->why).empty())
      notice_ = {sentence_of(fault_->why, fault_->about), ui::Remark::Kind::mend};
    return;
  }
  const auto refused = [this](const Phrase& why) { notice_ = {why, ui::Remark::Kind::mend}; };
  if (!folder_.empty()) {
    const auto written = doors_.write_copies(checked.value(), auditor_, secret->second, folder_);
    if (!written) return refused(written.refusal());
    const std::string folder = folder_;
    start_anew();
    notice_ = {Phrase("office.sample.copied").with("folder", folder), ui::Remark::Kind::done};
    return;
  }
  auto opened = doors_.open(checked.value(), auditor_, secret->second);
  if (!opened) return refused(opened.refusal());
  opened_ = std::move(opened).value();
  sample_ = checked.value();
  at_ = 0;
  shown_ = Shown::item;
}

void SampleRoom::start_anew() {
  opened_.clear();
  sample_.reset();
  asked_ = {};
  folder_.clear();
  shown_ = Shown::picking;
}

void SampleRoom::turn(const std::string& action) {
  if (action == "item_before" && at_ > 0) --at_;
  if (action == "item_after" && at_ + 1 < opened_.size()) ++at_;
  if (action == "done") start_anew();
}

ui::Next SampleRoom::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  fault_.reset();
  if (!book_.has_vault()) return ui::Next::page();
  if (shown_ == Shown::item) {
    turn(action);
    return ui::Next::page();
  }
  if (action == "earlier" || action == "later") month_ = stepped(month_, action);
  if (action == "pick") pick(values.text("row"));
  if (action == "back") shown_ = Shown::picking;
  if (action == "sign" && shown_ == Shown::signing) sign(values);
  if (asked_.items.empty()) return ui::Next::page();
  if (action == "copies") return ui::Next::pick_folder("copies_into");
  if (action == "show" || action == "copies_into") {
    folder_ = values.text("path");
    shown_ = Shown::signing;
  }
  return ui::Next::page();
}

}  // namespace tilia::payroll
