// `tilia privacy …`: the papers for a data-protection officer, and how long records are kept.
#include <fmt/format.h>

#include <algorithm>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/forgotten_customers.h"
#include "app/open_book.h"
#include "app/privacy_papers.h"

namespace tilia::app {
namespace {

struct PrivacyOptions {
  std::string pdf;
};

PrivacyFacts facts_of(Desk& desk, OpenBook& book) {
  return {book.organisation(), read_field_records(desk.resources.field_records()),
          retention_of(book.file(), desk.resources.retention_rules(), book.organisation().country),
          book.zone().local_day(book.clock().now())};
}

Json document_json(const reporting::Document& document) {
  Json json{{"title", document.title}, {"about", document.about}, {"parts", Json::array()}};
  for (const reporting::Document::Part& part : document.parts) {
    Json one{{"heading", part.heading}, {"paragraphs", part.paragraphs}};
    for (const reporting::Document::Grid& grid : part.grids) {
      one["headings"] = grid.headings;
      one["rows"] = grid.rows;
    }
    json["parts"].push_back(std::move(one));
  }
  return json;
}

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

Rows document_rows(const reporting::Document& document) {
  Rows rows{{document.title}};
  for (const std::string& line : document.about) rows.push_back({line});
  for (const reporting::Document::Part& part : document.parts) {
    rows.push_back({});
    rows.push_back({"== " + part.heading});
    for (const std::string& paragraph : part.paragraphs) rows.push_back({paragraph});
    for (const reporting::Document::Grid& grid : part.grids) {
      const bool pairs = grid.headings.front().empty();
      for (const auto& row : grid.rows) {
        if (pairs) {
          rows.push_back({fmt::format("   {}: {}", row[0], row[1])});
          continue;
        }
        for (std::size_t at = 0; at < row.size(); ++at)
          rows.push_back({fmt::format("   {}: {}", grid.headings[at], on_one_line(row[at]))});
        rows.push_back({});
      }
    }
  }
  return rows;
}

template <PrivacyPaper paper>
ExitStatus privacy_paper(Desk& desk, const PrivacyOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::care_for_book);
  const reporting::Document document =
      privacy_document(paper, facts_of(desk, book), book.paper_words());
  if (!asked.pdf.empty()) {
    const reporting::Typeface typeface(desk.resources.fonts());
    write_whole(asked.pdf, reporting::document_pdf(document, typeface));
  }
  desk.printer.answer(document_json(document), document_rows(document));
  return ExitStatus::done;
}

ExitStatus privacy_keep(Desk& desk, const RetentionAsked& asked) {
  OpenBook book(desk);
  book.acting(Act::set_retention);
  const PrivacyFacts facts = facts_of(desk, book);
  const auto entered = enter_retention(book.file(), facts.retention, asked, facts.today);
  if (!entered) throw Stopped(ExitStatus::refused, "bad_period", entered.refusal());
  desk.printer.answer(
      Json{{"group", asked.group}, {"months", asked.months}, {"after", asked.after}},
      Phrase("privacy.entered"));
  return ExitStatus::done;
}

ExitStatus privacy_forget(Desk& desk, const PrivacyOptions& /*asked*/) {
  OpenBook book(desk);
  book.acting(Act::care_for_book);
  const PrivacyFacts facts = facts_of(desk, book);
  const int count = forget_customers(book.file(), facts.retention, facts.today);
  desk.printer.answer(Json{{"forgotten", count}}, Phrase::counted("app.privacy.forgotten", count));
  return ExitStatus::done;
}

}  // namespace

void add_privacy_commands(CLI::App& root, Desk& desk) {
  CLI::App* privacy = add_family(root, desk, "privacy", "app.help.privacy");
  const auto add_paper = [&](const char* name, const char* help, const char* example,
                             ExitStatus (*act)(Desk&, const PrivacyOptions&)) {
    auto options = std::make_shared<PrivacyOptions>();
    CLI::App* command = add_command(*privacy, desk, name, help, example);
    add_option(command, desk, "--pdf", options->pdf, "app.option.pdf");
    does(command, desk, options, act);
  };
  add_paper("record", "app.help.privacy_record", "tilia privacy record --pdf record.pdf",
            privacy_paper<PrivacyPaper::record>);
  add_paper("retention", "app.help.privacy_retention", "tilia privacy retention --pdf kept.pdf",
            privacy_paper<PrivacyPaper::retention>);
  add_paper("assessment", "app.help.privacy_assessment",
            "tilia privacy assessment --pdf assessment.pdf",
            privacy_paper<PrivacyPaper::assessment>);
  auto forgetting = std::make_shared<PrivacyOptions>();
  CLI::App* forget =
      add_command(*privacy, desk, "forget", "app.help.privacy_forget", "tilia privacy forget");
  does(forget, desk, forgetting, privacy_forget);
  auto keeping = std::make_shared<RetentionAsked>();
  CLI::App* keep = add_command(*privacy, desk, "keep", "app.help.privacy_keep",
                               "tilia privacy keep --group working_time --months 36 "
                               "--after end_of_contract --why \"decision of 1 March\"");
  add_option(keep, desk, "--group", keeping->group, "app.option.keep_group").required();
  add_option(keep, desk, "--months", keeping->months, "app.option.keep_months").required();
  add_option(keep, desk, "--after", keeping->after, "app.option.keep_after").required();
  add_option(keep, desk, "--why", keeping->why, "app.option.keep_why").required();
  does(keep, desk, keeping, privacy_keep);
}

}  // namespace tilia::app
