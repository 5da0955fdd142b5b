// Several owners of a shop in the room Reports: what they agreed, from which month on, and whose
// report is looked at.
#include <fmt/format.h>

#include <algorithm>

#include "core/ui/office/typed.h"
#include "reporting/ui/reports_room.h"

namespace tilia::reporting {
namespace {

using ui::Column;
using ui::Field;

constexpr int most_owners = 4;  // that the form asks for
constexpr int months_ahead = 12;

std::string key(const char* what, int owner) { return fmt::format("{}.{}", what, owner); }

}  // namespace

// The newest terms' owners, and those of before.
std::vector<ui::Choice> ReportsRoom::owner_choices(const char* none) const {
  std::vector<ui::Choice> choices{{"", Phrase(none)}};
  std::vector<OwnerTerms> all = owners_.owner_terms();
  std::ranges::reverse(all);
  for (const OwnerTerms& terms : all) {
    for (const OwnerTerms::Share& share : terms.shares) {
      if (std::ranges::find(choices, share.code, &ui::Choice::value) == choices.end())
        choices.push_back({share.code, share.name});
    }
  }
  return choices;
}

Result<BusinessFigures, OwnersRefusal> ReportsRoom::figures_shown() {
  if (owner_.empty()) return book_.figures(from_, to_);
  return owners_.figures_of(owner_, from_, to_);
}

ui::Page ReportsRoom::owners_page() {
  ui::Page page;
  page.title = Phrase("office.owners.title");
  page.subtitle = {Phrase("office.owners.about")};
  page.main = ui::Action{"new_shares", Phrase("office.owners.agree")};
  page.quiet = {{"back", Phrase("office.back")}};
  if (notice_) page.remarks.push_back(*notice_);
  ui::Table table;
  table.columns = {{Phrase("office.owners.from"), Column::Align::start, 2},
                   {Phrase("office.owners.name"), Column::Align::start, 4},
                   {Phrase("office.owners.code"), Column::Align::start, 2},
                   {Phrase("office.owners.share"), Column::Align::decimal, 2}};
  std::vector<OwnerTerms> all = owners_.owner_terms();
  std::ranges::reverse(all);
  for (const OwnerTerms& terms : all) {
    for (const OwnerTerms::Share& share : terms.shares)
      table.rows.push_back({{}, {}, {{terms.from}, {share.name}, {share.code}, {share.share}}});
  }
  if (table.rows.empty())
    page.empty = ui::Empty{Phrase("office.owners.none"), Phrase("office.owners.first")};
  else
    page.table = std::move(table);
  return page;
}

ui::Page ReportsRoom::agreement_page() const {
  ui::Page page;
  page.title = Phrase("office.owners.agree");
  page.subtitle = {Phrase("office.owners.about")};
  if (notice_) page.remarks.push_back(*notice_);
  std::vector<ui::Choice> months;
  Month month = Month::of(today());
  for (int at = 0; at < months_ahead; ++at, month = month.next())
    months.push_back({month.text(), month});
  ui::Form form;
  form.columns = 3;
  form.fields = {field({.key = "from",
                        .kind = Field::Kind::choice,
                        .label = Phrase("office.owners.from"),
                        .choices = std::move(months)}),
                 {.key = "gap.1", .kind = Field::Kind::gap},
                 {.key = "gap.2", .kind = Field::Kind::gap}};
  for (int owner = 1; owner <= most_owners; ++owner) {
    form.fields.push_back(
        field({.key = key("name", owner), .label = Phrase("office.owners.name")}));
    form.fields.push_back(field(
        {.key = key("code", owner),
         .label = Phrase("office.owners.code"),
         .hint = owner == 1 ? std::optional(Phrase("office.owners.code_hint")) : std::nullopt}));
    form.fields.push_back(
        field({.key = key("share", owner), .label = Phrase("office.owners.share_percent")}));
  }
  form.actions = {{"agree_shares", Phrase("office.settings.save")},
                  {"back", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void ReportsRoom::agree(const ui::Values& values) {
  typed_ = values.texts;
  const auto from = Month::parse(values.text("from"));
  CHECK(from.has_value());  // it is chosen, not typed
  OwnerTerms terms{*from, {}};
  for (int owner = 1; owner <= most_owners; ++owner) {
    const std::string name = ui::trimmed(values.text(key("name", owner)));
    const std::string code = ui::trimmed(values.text(key("code", owner)));
    const std::string percent = ui::trimmed(values.text(key("share", owner)));
    if (name.empty() && code.empty() && percent.empty()) continue;
    const auto share = ui::typed_percent(percent);
    if (!share) {
      faults_.insert_or_assign(key("share", owner), sentence_of(OwnersRefusal::not_whole));
      return;
    }
    terms.shares.push_back({code, name, share.value()});
  }
  if (const auto fault = owners_.agree(terms, clock_.now())) {
    notice_ = {sentence_of(*fault), ui::Remark::Kind::mend};
    return;
  }
  typed_.clear();
  shown_ = Shown::owners;
  notice_ = {Phrase("office.owners.agreed").with("month", *from), ui::Remark::Kind::done};
}

void ReportsRoom::press_owners(const std::string& action, const ui::Values& values) {
  if (action == "owners") shown_ = Shown::owners;
  if (action == "new_shares") open_form(Shown::agreement);
  if (action == "agree_shares") agree(values);
}

}  // namespace tilia::reporting
