// Settings, the part about data protection: what others read, the papers that an officer asks for,
// and how long records are kept where no law says it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/ui/office/typed.h"
#include "pos/ui/office_settings.h"

namespace tilia::pos {
namespace {

using ui::Field;

constexpr std::array<const char*, 3> papers{"record", "retention", "assessment"};

constexpr const char* for_good = "always";

bool is_paper(const std::string& key) {
  return std::find(papers.begin(), papers.end(), key) != papers.end();
}

}  // namespace

ui::Page OfficeSettingsRoom::privacy_page() {
  ui::Page page;
  page.title = Phrase("office.privacy.title");
  page.subtitle = {Phrase("office.privacy.subtitle")};
  page.quiet = {{"back", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Table table;
  table.columns = {{Phrase("office.privacy.paper"), ui::Column::Align::start, 3},
                   {Phrase("office.privacy.what_for"), ui::Column::Align::start, 5}};
  table.row_action = "open_privacy";
  const auto add = [&](const char* key, const char* picture) {
    table.rows.push_back({key,
                          picture,
                          {{Phrase(fmt::format("office.privacy.name.{}", key))},
                           {Phrase(fmt::format("office.privacy.about.{}", key))}}});
  };
  add("outside", "👀");
  for (const char* paper : papers) add(paper, "📄");
  add("periods", "⏳");
  page.table = std::move(table);
  return page;
}

ui::Page OfficeSettingsRoom::outside_page() {
  OfficeSettings::Outside outside = settings_.outside();
  ui::Page page;
  page.title = Phrase("office.outside.title");
  page.subtitle = {Phrase("office.outside.subtitle")};
  page.quiet = {{"back", Phrase("office.back")}};
  if (may_.change_shop)
    page.quiet.push_back({"organisation", Phrase("office.outside.change_names")});
  page.main = ui::Action{"save_outside", Phrase("office.outside.save")};
  if (notice_) page.remarks.push_back(*notice_);
  for (const std::string& name : outside.telling_names)
    page.remarks.push_back(
        {Phrase("office.outside.caution").with("name", name), ui::Remark::Kind::mend});
  page.papers = std::move(outside.papers);
  return page;
}

ui::Page OfficeSettingsRoom::periods_page() {
  ui::Page page;
  page.title = Phrase("office.privacy.periods_title");
  page.subtitle = {Phrase("office.privacy.periods_subtitle")};
  page.quiet = {{"back", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Table table;
  table.columns = {{Phrase("office.privacy.records"), ui::Column::Align::start, 4},
                   {Phrase("office.privacy.kept"), ui::Column::Align::start, 4},
                   {Phrase("office.privacy.why"), ui::Column::Align::start, 4}};
  if (may_.set_periods) table.row_action = "open_period";
  for (const OfficeSettings::KeptRecords& each : settings_.kept_records())
    table.rows.push_back({each.group, "", {{record_name(each.group)}, {each.kept}, {each.why}}});
  page.table = std::move(table);
  return page;
}

Phrase OfficeSettingsRoom::record_name(const std::string& group) {
  return Phrase(fmt::format("office.records.{}", group));
}

ui::Page OfficeSettingsRoom::period_page() {
  ui::Page page;
  page.title = record_name(group_);
  page.narrow = true;
  if (notice_) page.remarks.push_back(*notice_);
  ui::Form form;
  form.fields = {
      {.key = "months", .label = Phrase("office.privacy.months"), .value = typed_["months"]},
      {.key = "after",
       .kind = Field::Kind::choice,
       .label = Phrase("office.privacy.after"),
       .value = typed_["after"],
       .choices = {{"end_of_contract", Phrase("office.privacy.after.end_of_contract")},
                   {"end_of_year", Phrase("office.privacy.after.end_of_year")},
                   {"end_of_use", Phrase("office.privacy.after.end_of_use")},
                   {for_good, Phrase("office.privacy.after.always")}}},
      {.key = "why",
       .label = Phrase("office.privacy.why"),
       .value = typed_["why"],
       .hint = Phrase("office.privacy.why_hint")}};
  form.actions = {{"save_period", Phrase("office.settings.save")}, {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void OfficeSettingsRoom::open_period(const std::string& group) {
  for (const OfficeSettings::KeptRecords& each : settings_.kept_records()) {
    if (each.group != group) continue;
    if (each.by_law) {
      notice_ = {Phrase("privacy.fault.by_law")};
      return;
    }
    group_ = group;
    typed_.clear();
    shown_ = Shown::period;
  }
}

void OfficeSettingsRoom::save_period(const ui::Values& values) {
  typed_ = values.texts;
  const std::string after = values.text("after");
  const std::string why = ui::trimmed(values.text("why"));
  const Result<Done, Phrase> kept =
      after == for_good
          ? settings_.keep_records(group_, for_good, "end_of_contract", why)
          : settings_.keep_records(group_, ui::trimmed(values.text("months")), after, why);
  if (!kept) {
    notice_ = {kept.refusal(), ui::Remark::Kind::mend};
    return;
  }
  shown_ = Shown::periods;
  notice_ = {Phrase("office.settings.saved"), ui::Remark::Kind::done};
}

ui::Next OfficeSettingsRoom::press_privacy(const std::string& action, const ui::Values& values) {
  const std::string path = values.text("path");
  if (action == "privacy") shown_ = Shown::privacy;
  if (action == "open_privacy") {
    const std::string row = values.text("row");
    if (row == "outside") shown_ = Shown::outside;
    if (row == "periods") shown_ = Shown::periods;
    if (is_paper(row)) return ui::Next::save_file("privacy_into." + row, row + ".pdf");
  }
  for (const char* paper : papers) {
    if (action != std::string("privacy_into.") + paper) continue;
    settings_.write_privacy_paper(paper, path);
    notice_ = {Phrase("office.saved").with("file", path), ui::Remark::Kind::done};
  }
  if (action == "save_outside") return ui::Next::save_file("outside_into", "what-others-read.pdf");
  if (action == "outside_into") {
    settings_.write_outside(path);
    notice_ = {Phrase("office.saved").with("file", path), ui::Remark::Kind::done};
  }
  if (action == "open_period" && may_.set_periods) open_period(values.text("row"));
  if (action == "save_period" && may_.set_periods) save_period(values);
  return ui::Next::page();
}

}  // namespace tilia::pos
