#include "payroll/ui/person_room.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "core/ui/office/typed.h"
#include "payroll/ui/people.h"

namespace tilia::payroll {
namespace {

Phrase when_sentence(const ErasurePart& part) {
  Phrase when(fmt::format("office.person.when.{}", erasure_when_text(part.when)));
  if (part.until) when = std::move(when).with("day", *part.until);
  return when;
}

ui::Table table_of(const std::vector<ErasurePart>& plan) {
  ui::Table table;
  table.columns = {{Phrase("office.person.what"), ui::Column::Align::start, 3},
                   {Phrase("office.person.becomes"), ui::Column::Align::start, 4},
                   {Phrase("office.person.law"), ui::Column::Align::start, 4}};
  for (const ErasurePart& part : plan) {
    const std::string name(person_part_text(part.part));
    table.rows.push_back({name,
                          {},
                          {{Phrase(fmt::format("office.person.part.{}", name))},
                           {when_sentence(part), part.when == ErasurePart::When::nobody_said},
                           {part.law.empty() ? std::string("–") : part.law}}});
  }
  return table;
}

}  // namespace

std::optional<Worker> PersonRoom::worker() {
  for (Worker& each : book_.workers()) {
    if (each.alias == alias_) return each;
  }
  return std::nullopt;
}

ui::Page PersonRoom::page() {
  if (!book_.has_vault()) return page_without_people("office.person.name");
  const std::optional<Worker> whose = worker();
  if (!whose) return list_page();
  if (shown_ == Shown::person) return person_page(*whose);
  if (shown_ == Shown::copy) return copy_page(*whose);
  if (shown_ == Shown::erasure) return erasure_page(*whose);
  return list_page();
}

ui::Page PersonRoom::list_page() {
  ui::Page page;
  page.title = Phrase("office.person.name");
  if (notice_) page.remarks.push_back(*notice_);
  ui::Table table;
  table.columns = {{Phrase("office.hours.worker"), ui::Column::Align::start, 3},
                   {Phrase("office.person.last_day"), ui::Column::Align::start, 3}};
  table.row_action = "open";
  for (const Worker& each : book_.workers())
    table.rows.push_back(
        {each.alias,
         each.picture,
         {{each.alias}, {each.ended_on ? ui::Text(*each.ended_on) : ui::Text(std::string("–"))}}});
  if (table.rows.empty()) {
    page.empty = ui::Empty{Phrase("office.person.nobody"), Phrase("office.person.nobody_first")};
    return page;
  }
  page.subtitle = {Phrase("office.person.rights")};
  page.table = std::move(table);
  return page;
}

ui::Page PersonRoom::person_page(const Worker& worker) {
  ui::Page page;
  page.title = Phrase("office.person.title").with("worker", worker.picture + " " + worker.alias);
  if (notice_) page.remarks.push_back(*notice_);
  page.quiet = {{"copy", Phrase("office.person.copy")}, {"list", Phrase("office.back")}};
  const auto goes = erasable(book_, worker.alias, today());
  if (!goes) {
    page.remarks.push_back(
        {Phrase(fmt::format("office.person.not_yet.{}", erasure_refusal_code(goes.refusal())))
             .with("worker", worker.alias)});
    return page;
  }
  page.quiet.insert(page.quiet.begin() + 1, {"erasure", Phrase("office.person.erase")});
  page.subtitle = {Phrase("office.person.ended").with("day", *worker.ended_on)};
  page.table = table_of(plan(worker));
  return page;
}

ui::Form PersonRoom::second_person(const std::vector<ui::Choice>& who, const char* action,
                                   const char* label) {
  ui::Form form;
  form.columns = 1;
  if (!who.empty()) {
    form.fields = {
        {.key = "name",
         .kind = ui::Field::Kind::choice,
         .label = Phrase("office.user.name"),
         .value = who.front().value,
         .choices = who},
        {.key = "secret", .kind = ui::Field::Kind::secret, .label = Phrase("office.user.secret")}};
    form.actions = {{action, Phrase(label)}};
  }
  form.actions.push_back({"person", Phrase("office.not_now")});
  return form;
}

ui::Page PersonRoom::copy_page(const Worker& worker) {
  ui::Page page;
  page.title = Phrase("office.person.copy_title").with("worker", worker.alias);
  page.narrow = true;
  if (notice_) page.remarks.push_back(*notice_);
  const auto auditors = doors_.auditors();
  page.remarks.push_back(
      {Phrase(auditors.empty() ? "office.person.no_auditor" : "office.person.with_auditor"),
       auditors.empty() ? ui::Remark::Kind::mend : ui::Remark::Kind::told});
  page.form = second_person(auditors, "write_copy", "office.person.copy_write");
  return page;
}

ui::Page PersonRoom::erasure_page(const Worker& worker) {
  ui::Page page;
  page.title = Phrase("office.person.erase_title").with("worker", worker.alias);
  page.narrow = true;
  if (notice_) page.remarks.push_back(*notice_);
  const auto witnesses = doors_.witnesses();
  page.remarks.push_back(
      {Phrase(witnesses.empty() ? "office.person.nobody_else" : "office.person.for_good"),
       ui::Remark::Kind::mend});
  ui::Form form = second_person(witnesses, "erase", "office.person.erase_now");
  const bool unsaid = std::ranges::any_of(plan(worker), [](const ErasurePart& part) {
    return part.when == ErasurePart::When::nobody_said;
  });
  if (!witnesses.empty() && (unsaid || nothing_to_keep_))
    form.fields.push_back({.key = "nothing_to_keep",
                           .kind = ui::Field::Kind::yes_no,
                           .label = Phrase("office.person.nothing_to_keep"),
                           .value = nothing_to_keep_ ? "yes" : "no"});
  if (!witnesses.empty())
    form.fields.push_back({.key = "approval",
                           .label = Phrase("office.person.approval"),
                           .hint = Phrase("office.person.approval_hint")});
  page.quiet = {{"ask_elsewhere", Phrase("office.person.ask_elsewhere")}};
  page.form = std::move(form);
  return page;
}

std::vector<ErasurePart> PersonRoom::plan(const Worker& worker) const {
  return plan_erasure(worker, doors_.retention(), today(),
                      nothing_to_keep_ ? ErasureReason::nothing_to_keep : ErasureReason::asked);
}

void PersonRoom::write_copy(const ui::Values& values) {
  const auto secret = values.secrets.find("secret");
  CHECK(secret != values.secrets.end());
  const auto written = doors_.write_copy(*worker(), values.text("name"), secret->second, file_);
  if (!written) {
    notice_ = {written.refusal(), ui::Remark::Kind::mend};
    return;
  }
  shown_ = Shown::person;
  notice_ = {Phrase("office.person.copied").with("file", file_), ui::Remark::Kind::done};
}

void PersonRoom::erase(const ui::Values& values) {
  const auto secret = values.secrets.find("secret");
  CHECK(secret != values.secrets.end());
  nothing_to_keep_ = values.yes("nothing_to_keep");
  const std::string line = ui::trimmed(values.text("approval"));
  const auto second = line.empty() ? doors_.witness(values.text("name"), secret->second)
                                   : doors_.approved(*worker(), line);
  if (!second) {
    notice_ = {second.refusal(), ui::Remark::Kind::mend};
    return;
  }
  const auto goes = erasable(book_, alias_, today());
  if (!goes) {
    notice_ = {sentence_of(goes.refusal(), alias_), ui::Remark::Kind::mend};
    return;
  }
  const ErasureProof proof =
      people_.erase(goes.value(), going_now(plan(goes.value())), clock_.now());
  shown_ = Shown::list;
  notice_ = {Phrase(proof.found == 0 ? "office.person.erased" : "office.person.erased_later")
                 .with("worker", alias_),
             proof.found == 0 ? ui::Remark::Kind::done : ui::Remark::Kind::mend};
}

ui::Next PersonRoom::press(const std::string& action, const ui::Values& values) {
  notice_.reset();
  if (!book_.has_vault()) return ui::Next::page();
  if (action == "open") {
    alias_ = values.text("row");
    shown_ = Shown::person;
    nothing_to_keep_ = false;
  }
  if (action == "list") shown_ = Shown::list;
  if (!worker()) return ui::Next::page();
  if (action == "person") shown_ = Shown::person;
  if (action == "copy") return ui::Next::save_file("copy_into", alias_ + ".json");
  if (action == "copy_into") {
    file_ = values.text("path");
    shown_ = Shown::copy;
  }
  if (action == "erasure" && erasable(book_, alias_, today())) shown_ = Shown::erasure;
  if (action == "ask_elsewhere") return ui::Next::save_file("request_into", "request.json");
  if (action == "request_into") {
    doors_.write_request(*worker(), values.text("path"));
    notice_ = {Phrase("office.person.request_written").with("file", values.text("path")),
               ui::Remark::Kind::done};
  }
  if (action == "write_copy" && shown_ == Shown::copy) write_copy(values);
  if (action == "erase" && shown_ == Shown::erasure) erase(values);
  return ui::Next::page();
}

}  // namespace tilia::payroll
