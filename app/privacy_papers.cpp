#include "app/privacy_papers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "db/settings.h"

namespace tilia::app {
namespace {

using reporting::Document;
using Holds = FieldRecord::Holds;

// In the order in which each first stands in the fields.
std::vector<std::string> purposes_of(const std::vector<FieldRecord>& fields) {
  std::vector<std::string> purposes;
  for (const FieldRecord& field : fields) {
    if (std::find(purposes.begin(), purposes.end(), field.purpose) == purposes.end())
      purposes.push_back(field.purpose);
  }
  return purposes;
}

class Writer {
 public:
  Writer(const PrivacyFacts& facts, const Words& words) : facts_(facts), words_(words) {}

  [[nodiscard]] Document begin(PrivacyPaper paper) const {
    Document document;
    document.title = say(fmt::format("privacy.title.{}", privacy_paper_text(paper)));
    document.about = {
        words_.say(Phrase("privacy.as_of").with("day", facts_.today)),
        facts_.organisation.tax_number.empty()
            ? facts_.organisation.name
            : fmt::format("{} · {}", facts_.organisation.name, facts_.organisation.tax_number)};
    return document;
  }

  [[nodiscard]] Document record() const {
    Document document = begin(PrivacyPaper::record);
    document.parts.push_back({say("privacy.controller"),
                              {facts_.organisation.name + address(), say("privacy.officer")},
                              {}});
    for (const std::string& purpose : purposes_of(facts_.fields)) {
      Document::Part part = processing(purpose);
      if (!part.paragraphs.empty()) document.parts.push_back(std::move(part));
    }
    document.parts.push_back({say("privacy.transfers"), {say("privacy.transfers_none")}, {}});
    document.parts.push_back({say("privacy.security"), security(), {}});
    return document;
  }

  [[nodiscard]] Document retention() const {
    Document document = begin(PrivacyPaper::retention);
    document.parts.push_back(
        {say("privacy.of_people"), {say("privacy.of_people_about"), reviewed()}, {of_people()}});
    document.parts.push_back(
        {say("privacy.of_business"), {say("privacy.of_business_about")}, {of_business()}});
    document.parts.push_back(
        {say("privacy.keys_and_marks"), {say("privacy.keys_and_marks_about")}, {keys_and_marks()}});
    return document;
  }

  [[nodiscard]] Document assessment() const {
    Document document = begin(PrivacyPaper::assessment);
    std::vector<std::string> scope{say("privacy.scope")};
    for (const std::string& purpose : purposes_of(facts_.fields)) {
      if (!whats(purpose).empty())
        scope.push_back(fmt::format("– {}: {}", say("privacy.purpose." + purpose), whats(purpose)));
    }
    document.parts.push_back({say("privacy.description"), std::move(scope), {}});
    document.parts.push_back({say("privacy.necessity"),
                              {say("privacy.necessity_why"), say("privacy.necessity_less")},
                              {}});
    Document::Grid risks{{say("privacy.risk"), say("privacy.measure")}, {2, 3}, {}};
    for (const char* risk :
         {"stolen", "curious", "outsiders", "linking", "kept_long", "lost", "wrong"})
      risks.rows.push_back({say(fmt::format("privacy.risk.{}", risk)),
                            say(fmt::format("privacy.measure.{}", risk))});
    document.parts.push_back({say("privacy.risks"), {say("privacy.risks_about")}, {risks}});
    document.parts.push_back(
        {say("privacy.yours"),
         {say("privacy.yours_about"), say("privacy.yours_staff"), say("privacy.yours_officer"),
          say("privacy.yours_left"), say("privacy.yours_signed")},
         {}});
    return document;
  }

 private:
  [[nodiscard]] std::string say(std::string key) const { return words_.say(std::move(key)); }

  [[nodiscard]] std::string address() const {
    std::string line;
    for (const char letter : facts_.organisation.address) {
      if (letter == '\n')
        line += ", ";
      else
        line += letter;
    }
    return line.empty() ? line : ", " + line;
  }

  [[nodiscard]] std::string reviewed() const {
    const auto& day = facts_.retention.reviewed();
    if (!day) return say("privacy.no_periods");
    return words_.say(Phrase("privacy.reviewed").with("day", *day));
  }

  [[nodiscard]] std::string roles(const std::vector<db::Role>& readers) const {
    std::string all;
    for (const db::Role role : readers)
      all += (all.empty() ? "" : ", ") + say(fmt::format("privacy.role.{}", db::role_text(role)));
    return all.empty() ? say("privacy.role.nobody") : all;
  }

  // Who can open it: with a key, or shown by the programs.
  [[nodiscard]] std::string opened_by(const FieldRecord& field) const {
    const std::string who = roles(field.readers);
    if (!field.key) return who;
    return words_.say(Phrase("privacy.sealed_for")
                          .with("who", who)
                          .with("key", std::string(db::key_name_text(*field.key))));
  }

  [[nodiscard]] std::string kept(payroll::RetentionGroup group) const {
    return kept_text(facts_.retention.on(group, facts_.today), words_);
  }

  [[nodiscard]] std::string law(payroll::RetentionGroup group) const {
    const auto rule = facts_.retention.on(group, facts_.today);
    return rule ? rule->law : say("privacy.to_enter");
  }

  [[nodiscard]] static const char* people_of(const std::string& purpose) {
    const bool customers = purpose == "credit" || purpose == "keep_for" || purpose == "appointment";
    return customers ? "privacy.customers" : "privacy.staff";
  }

  // What is kept of people for a purpose, each once.
  [[nodiscard]] std::string whats(const std::string& purpose) const {
    std::string all;
    std::set<std::string> said;
    for (const FieldRecord& field : facts_.fields) {
      if (field.purpose != purpose || field.holds != Holds::person) continue;
      if (!said.insert(field.what).second) continue;
      all += (all.empty() ? "" : ", ") + say("privacy.what." + field.what);
    }
    return all;
  }

  [[nodiscard]] Document::Part processing(const std::string& purpose) const {
    const std::string what = whats(purpose);
    if (what.empty()) return {};  // nothing of people
    std::set<payroll::RetentionGroup> groups;
    std::set<db::Role> readers;
    for (const FieldRecord& field : facts_.fields) {
      if (field.purpose != purpose || field.holds != Holds::person) continue;
      groups.insert(field.keep);
      readers.insert(field.readers.begin(), field.readers.end());
    }
    std::string periods;
    std::set<std::string> said;
    for (const payroll::RetentionGroup group : groups) {
      if (said.insert(kept(group)).second) periods += (periods.empty() ? "" : "; ") + kept(group);
    }
    Document::Grid grid{{"", ""}, {1, 3}, {}};
    grid.rows = {{say("privacy.column.people"), say(people_of(purpose))},
                 {say("privacy.column.what"), what},
                 {say("privacy.column.basis"), say("privacy.basis." + purpose)},
                 {say("privacy.column.who"), roles({readers.begin(), readers.end()})},
                 {say("privacy.column.kept"), periods}};
    return {say("privacy.purpose." + purpose), {say("privacy.purpose_why." + purpose)}, {grid}};
  }

  [[nodiscard]] std::vector<std::string> security() const {
    return {say("privacy.security_keys"), say("privacy.security_reads"),
            say("privacy.security_backup"), say("privacy.security_alias")};
  }

  [[nodiscard]] Document::Grid of_people() const {
    Document::Grid grid{
        {say("privacy.column.what"), say("privacy.column.why"), say("privacy.column.kept"),
         say("privacy.column.law"), say("privacy.column.who")},
        {7, 4, 4, 4, 5},
        {}};
    // What stands in several columns is one row that names them all.
    std::map<std::vector<std::string>, std::size_t> known;
    for (const FieldRecord& field : facts_.fields) {
      if (field.holds != Holds::person) continue;
      const std::string column = fmt::format("{}.{}", field.table, field.column);
      std::vector<std::string> row{say("privacy.what." + field.what),
                                   say("privacy.purpose." + field.purpose), kept(field.keep),
                                   law(field.keep), opened_by(field)};
      const auto [place, is_new] = known.emplace(row, grid.rows.size());
      if (is_new) grid.rows.push_back(std::move(row));
      grid.rows[place->second].front() += "\n" + column;
    }
    return grid;
  }

  // One row a table: nothing in it is of a person.
  [[nodiscard]] Document::Grid of_business() const { return by_table(Holds::business); }

  [[nodiscard]] Document::Grid by_table(Holds holds) const {
    Document::Grid grid{
        {say("privacy.column.table"), say("privacy.column.columns"), say("privacy.column.kept")},
        {3, 7, 4},
        {}};
    for (const FieldRecord& field : facts_.fields) {
      if (field.holds != holds) continue;
      if (grid.rows.empty() || grid.rows.back().front() != field.table)
        grid.rows.push_back({field.table, field.column, kept(field.keep)});
      else
        grid.rows.back()[1] += ", " + field.column;
    }
    return grid;
  }

  [[nodiscard]] Document::Grid keys_and_marks() const {
    Document::Grid grid = by_table(Holds::key);
    Document::Grid marks = by_table(Holds::none);
    grid.rows.insert(grid.rows.end(), marks.rows.begin(), marks.rows.end());
    return grid;
  }

  const PrivacyFacts& facts_;
  const Words& words_;
};

}  // namespace

std::string_view privacy_paper_text(PrivacyPaper paper) {
  switch (paper) {
    case PrivacyPaper::record: return "record";
    case PrivacyPaper::retention: return "retention";
    case PrivacyPaper::assessment: return "assessment";
  }
  CHECK(false);
}

Document privacy_document(PrivacyPaper paper, const PrivacyFacts& facts, const Words& words) {
  const Writer writer(facts, words);
  switch (paper) {
    case PrivacyPaper::record: return writer.record();
    case PrivacyPaper::retention: return writer.retention();
    case PrivacyPaper::assessment: return writer.assessment();
  }
  CHECK(false);
}

std::string kept_text(const std::optional<payroll::RetentionRule>& rule, const Words& words) {
  constexpr int months_a_year = 12;
  if (!rule) return words.say("privacy.to_enter");
  if (!rule->months) return words.say("privacy.kept.for_good");
  const bool years = *rule->months % months_a_year == 0;
  const int count = years ? *rule->months / months_a_year : *rule->months;
  return words.say(Phrase::counted(years ? "privacy.kept.years" : "privacy.kept.months", count)) +
         " " +
         words.say(fmt::format("privacy.after.{}", payroll::retention_start_text(rule->after)));
}

payroll::RetentionTable retention_of(db::BookFile& book, const std::filesystem::path& rules,
                                     const std::string& country) {
  payroll::RetentionTable table = payroll::RetentionTable::of(rules, country);
  for (const payroll::RetentionGroup group : payroll::all_retention_groups) {
    const auto text = db::read_setting(book, payroll::retention_setting(group));
    if (!text || text->empty()) continue;
    if (auto rule = payroll::parse_retention(group, *text)) table.enter(std::move(*rule));
  }
  return table;
}

Result<Done, Phrase> enter_retention(db::BookFile& book, const payroll::RetentionTable& table,
                                     const RetentionAsked& asked, const Day& today) {
  const auto group = payroll::parse_retention_group(asked.group);
  if (!group) return Phrase("privacy.fault.group").with("found", asked.group);
  if (table.by_law(*group, today)) return Phrase("privacy.fault.by_law");
  const std::string text = fmt::format("{} {} {}", asked.months, asked.after, asked.why);
  const auto rule = payroll::parse_retention(*group, text);
  if (!rule) return Phrase("privacy.fault.period");
  db::write_setting(book, payroll::retention_setting(*group), payroll::text_of(*rule));
  return Done{};
}

}  // namespace tilia::app
