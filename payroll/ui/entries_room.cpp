#include "payroll/ui/entries_room.h"

#include <algorithm>

#include "core/check.h"
#include "core/ui/office/typed.h"
#include "payroll/employ.h"
#include "payroll/law_entry.h"

namespace tilia::payroll {
namespace {

using ui::Field;

Money sum_of(const std::vector<PayItem>& items, bool taken_off, Currency currency) {
  Money sum = Money::zero(currency);
  for (const PayItem& each : items) {
    if (is_taken_off(each.kind) == taken_off) sum += each.amount;
  }
  return sum;
}

// A dash where there is nothing.
ui::Text amount_text(const Money& amount) {
  return amount.is_zero() ? ui::Text(std::string("–")) : ui::Text(amount);
}

ui::Table table_of(const std::vector<PayItem>& items, bool frozen) {
  ui::Table table;
  table.columns = {{Phrase("office.items.kind"), ui::Column::Align::start, 4},
                   {Phrase("office.items.amount"), ui::Column::Align::decimal, 2},
                   {Phrase("office.items.must_remain"), ui::Column::Align::decimal, 3}};
  if (!frozen) table.row_action = "item";
  for (const PayItem& each : items) {
    table.rows.push_back(
        {each.id.text(),
         {},
         {{name_of(each.kind)},
          {each.amount},
          {each.must_remain ? ui::Text(*each.must_remain) : ui::Text(std::string("–"))}}});
  }
  return table;
}

}  // namespace

EntriesRoom::EntriesRoom(PayBook& book, const Zone& zone, const Clock& clock, Chance& chance)
    : book_(book),
      zone_(zone),
      clock_(clock),
      chance_(chance),
      employer_(book.employer()),
      month_(Month::of(zone.local_day(clock.now()))) {}

void EntriesRoom::show_month(const Month& month) {
  month_ = month;
  notice_.reset();
  open(Shown::people);
}

std::optional<Worker> EntriesRoom::worker() { return find_worker(book_, alias_); }

std::vector<PayItem> EntriesRoom::items_of(const WorkerId& worker) {
  std::vector<PayItem> items = book_.pay_details(worker).items;
  std::erase_if(items, [this](const PayItem& each) { return each.month != month_; });
  std::ranges::stable_sort(items, {}, &PayItem::kind);
  return items;
}

std::optional<PayItem> EntriesRoom::item() {
  const auto whose = worker();
  if (!whose) return std::nullopt;
  for (PayItem& each : items_of(whose->id)) {
    if (each.id.text() == item_) return each;
  }
  return std::nullopt;
}

std::vector<PaySetting> EntriesRoom::asked() const {
  return settings_of(employer_.country, shown_ == Shown::employer ? PaySetting::Whose::employer
                                                                  : PaySetting::Whose::worker);
}

SaidFrom EntriesRoom::said() {
  if (shown_ == Shown::employer) return book_.employer_brings();
  const auto whose = worker();
  CHECK(whose);
  return book_.pay_details(whose->id).brought;
}

std::optional<Month> EntriesRoom::last_approved() {
  return last_approved_month(book_, zone_.local_day(clock_.now()));
}

ui::Page EntriesRoom::page() {
  if (shown_ == Shown::employer) return brings_page();
  const bool known = worker().has_value();
  if (shown_ == Shown::brings && known) return brings_page();
  if (shown_ == Shown::item) {
    if (const auto shown = item()) return item_page(*shown);
  }
  // Whoever was shown may have been taken out meanwhile, at another desk.
  if (shown_ != Shown::people && known) return items_page();
  return people_page();
}

ui::Row EntriesRoom::row_of(const Worker& worker, const std::vector<PayItem>& items) const {
  ui::Text what = std::string("–");
  if (items.size() == 1) what = name_of(items.front().kind);
  if (items.size() > 1)
    what = Phrase::counted("office.items.count", static_cast<std::int64_t>(items.size()));
  return {worker.alias,
          worker.picture,
          {{worker.alias},
           {what},
           {amount_text(sum_of(items, false, employer_.currency))},
           {amount_text(sum_of(items, true, employer_.currency))}}};
}

ui::Page EntriesRoom::people_page() {
  ui::Page page;
  page.title = Phrase("office.items.title").with("month", month_);
  if (!settings_of(employer_.country, PaySetting::Whose::employer).empty())
    page.quiet.push_back({"employer", Phrase("office.brings.employer")});
  page.quiet.push_back({"the_law", Phrase("office.law.open")});
  page.quiet.push_back({"pay", Phrase("office.back")});
  if (notice_) page.remarks.push_back(*notice_);
  if (is_frozen(book_, month_))
    page.remarks.push_back({Phrase("office.items.frozen").with("month", month_)});
  ui::Table table;
  table.columns = {{Phrase("office.hours.worker"), ui::Column::Align::start, 3},
                   {Phrase("office.items.kind"), ui::Column::Align::start, 4},
                   {Phrase("office.items.paid"), ui::Column::Align::decimal, 3},
                   {Phrase("office.items.taken_off"), ui::Column::Align::decimal, 3}};
  table.row_action = "open";
  for (const Worker& each : book_.workers()) {
    const std::vector<PayItem> items = items_of(each.id);
    const bool gone = each.ended_on && *each.ended_on < month_.first_day();
    if (!gone || !items.empty()) table.rows.push_back(row_of(each, items));
  }
  if (table.rows.empty()) {
    page.empty = ui::Empty{Phrase("office.items.nobody"), Phrase("office.pay.nobody_first")};
    return page;
  }
  page.subtitle = {Phrase(is_frozen(book_, month_) ? "office.pay.approved" : "office.items.who")};
  page.table = std::move(table);
  return page;
}

ui::Form EntriesRoom::items_form() const {
  ui::Form form;
  form.columns = 3;
  const auto add = [&](Field field) {
    form.fields.push_back(ui::as_typed(std::move(field), typed_, faults_));
  };
  std::vector<ui::Choice> kinds;
  for (const PayItem::Kind kind : all_pay_items())
    kinds.push_back({std::string(pay_item_code(kind)), name_of(kind)});
  add({.key = "kind",
       .kind = Field::Kind::choice,
       .label = Phrase("office.items.kind"),
       .choices = std::move(kinds)});
  add({.key = "amount",
       .label = Phrase("office.items.amount_in")
                    .with("currency", std::string(employer_.currency.code()))});
  add({.key = "must_remain",
       .label = Phrase("office.items.must_remain"),
       .hint = Phrase("office.items.must_remain_hint")});
  form.actions = {{"add_item", Phrase("office.items.add")}};
  return form;
}

ui::Page EntriesRoom::items_page() {
  const auto whose = worker();
  CHECK(whose);
  const bool frozen = is_frozen(book_, month_);
  const std::vector<PayItem> items = items_of(whose->id);
  ui::Page page;
  page.title = Phrase("office.slip.title")
                   .with("worker", whose->picture + " " + whose->alias)
                   .with("month", month_);
  page.subtitle = {Phrase("office.items.beside")};
  if (!frozen && !items.empty()) page.subtitle.push_back(Phrase("office.items.open_a_line"));
  if (!settings_of(employer_.country, PaySetting::Whose::worker).empty())
    page.quiet.push_back({"brings", Phrase("office.brings.hers")});
  page.quiet.push_back({"people", Phrase("office.back")});
  if (notice_) page.remarks.push_back(*notice_);
  if (frozen)
    page.remarks.push_back({Phrase("office.items.frozen").with("month", month_)});
  else
    page.form = items_form();
  if (!items.empty())
    page.table = table_of(items, frozen);
  else
    page.empty = ui::Empty{Phrase("office.items.none").with("month", month_),
                           Phrase(frozen ? "office.items.none_frozen" : "office.items.none_first")};
  return page;
}

ui::Page EntriesRoom::item_page(const PayItem& item) {
  ui::Page page;
  page.title = name_of(item.kind);
  page.subtitle = {alias_, month_};
  if (notice_) page.remarks.push_back(*notice_);
  page.figures = {{Phrase("office.items.amount"), item.amount}};
  if (item.must_remain)
    page.figures.push_back({Phrase("office.items.must_remain"), *item.must_remain});
  page.quiet = {{"items", Phrase("office.back")}};
  if (is_frozen(book_, month_))
    page.remarks.push_back({Phrase("office.items.frozen").with("month", month_)});
  else
    page.main = ui::Action{"take_item", Phrase("office.items.take")};
  return page;
}

ui::Page EntriesRoom::brings_page() {
  const bool employer = shown_ == Shown::employer;
  const std::vector<PaySetting> settings = asked();
  ui::Page page;
  if (employer) {
    page.title = Phrase("office.brings.employer_title");
  } else {
    const auto whose = worker();
    page.title = Phrase("office.brings.title").with("worker", whose->picture + " " + whose->alias);
  }
  page.subtitle = {Phrase("office.brings.what_it_is")};
  page.quiet = {{employer ? "people" : "items", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  if (settings.empty()) {
    page.empty = ui::Empty{Phrase("office.brings.unasked"), Phrase("office.brings.unasked_first")};
    return page;
  }
  if (const auto approved = last_approved())
    page.remarks.push_back({Phrase("office.brings.frozen_up_to").with("month", *approved)});
  page.form = brings_form(settings, typed_, faults_);
  ui::Table table = brings_table(said(), settings, employer_.currency);
  if (table.rows.empty())
    page.empty = ui::Empty{Phrase("office.brings.none"), Phrase("office.brings.none_first")};
  else
    page.table = std::move(table);
  return page;
}

void EntriesRoom::open(Shown shown) {
  shown_ = shown;
  typed_.clear();
  faults_.clear();
  if (shown != Shown::brings && shown != Shown::employer) return;
  // What holds then stands in the fields: whoever changes one thing need not say the rest again.
  Day from = month_.first_day();
  if (const auto approved = last_approved())
    from = std::max(from, approved->last_day().plus_days(1));
  typed_ = said_on(said(), from);
  typed_["from"] = from.text();
}

void EntriesRoom::refuse(const PayEntryFault& fault) {
  notice_ = {sentence_of(fault), ui::Remark::Kind::mend};
}

void EntriesRoom::add_item(const ui::Values& values) {
  faults_.clear();
  typed_ = values.texts;
  const auto kind = parse_pay_item(values.text("kind"));
  CHECK(kind);
  const auto amount = ui::typed_money(values.text("amount"), employer_.currency);
  if (!amount) faults_.insert_or_assign("amount", Phrase("office.fault.amount"));
  const std::string rest = ui::trimmed(values.text("must_remain"));
  std::optional<Money> must_remain;
  if (!rest.empty()) {
    must_remain = ui::typed_money(rest, employer_.currency);
    if (!must_remain) faults_.insert_or_assign("must_remain", Phrase("office.fault.amount"));
  }
  if (!faults_.empty()) return;
  const auto added = add_pay_item(book_, alias_, month_, *kind, *amount, must_remain, chance_);
  if (!added) return refuse(added.refusal());
  open(Shown::items);
  notice_ = {
      Phrase(book_.pay_run_state(month_) ? "office.items.added_again" : "office.items.added"),
      ui::Remark::Kind::done};
}

void EntriesRoom::take_item() {
  const auto shown = item();
  if (!shown) return open(Shown::items);
  const auto taken = take_pay_item(book_, alias_, shown->id);
  if (!taken) return refuse(taken.refusal());
  open(Shown::items);
  notice_ = {
      Phrase(book_.pay_run_state(month_) ? "office.items.taken_again" : "office.items.taken"),
      ui::Remark::Kind::done};
}

void EntriesRoom::save_brings(const ui::Values& values) {
  faults_.clear();
  typed_ = values.texts;
  const auto from = Day::parse(values.text("from"));
  if (!from) {
    faults_.insert_or_assign("from", Phrase("office.fault.day"));
    return;
  }
  const auto said = typed_brings(values, asked(), employer_.currency);
  const auto entered = shown_ == Shown::employer
                           ? enter_employer_brings(book_, *from, said, clock_)
                           : enter_brought(book_, alias_, *from, said, clock_);
  if (!entered) {
    const PayEntryFault& fault = entered.refusal();
    for (const PaySetting& each : asked()) {
      if (fault.why == PayEntryRefusal::bad_setting && each.key == fault.about)
        faults_.insert_or_assign(each.key, way_of_typing(each));
    }
    if (fault.why == PayEntryRefusal::month_approved)
      faults_.insert_or_assign("from", sentence_of(fault));
    if (faults_.empty()) refuse(fault);
    return;
  }
  open(shown_);
  notice_ = {Phrase("office.brings.saved").with("day", *from), ui::Remark::Kind::done};
}

ui::Next EntriesRoom::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  if (action == "open") {
    alias_ = values.text("row");
    open(Shown::items);
  }
  if (action == "people") open(Shown::people);
  if (action == "employer") open(Shown::employer);
  if (!worker() && shown_ != Shown::employer) return ui::Next::page();
  if (action == "items") open(Shown::items);
  if (action == "brings") open(Shown::brings);
  if (action == "item") {
    item_ = values.text("row");
    open(Shown::item);
  }
  if (action == "add_item") add_item(values);
  if (action == "take_item") take_item();
  if (action == "save_brings") save_brings(values);
  return ui::Next::page();
}

}  // namespace tilia::payroll
