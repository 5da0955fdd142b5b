// What the office's settings ask about data protection: papers, periods, and what others read.
#include "app/arguments.h"
#include "app/office_desks.h"
#include "app/outsiders.h"
#include "app/privacy_papers.h"

namespace tilia::app {
namespace {

OutsideView outside_of(OfficeBook& book, const Words& reader) {
  const Day today = book.zone().local_day(book.clock().now());
  return what_outsiders_see({book.organisation(), book.till_book().articles(today),
                             book.pay_book().employer(), book.pack(), book.clock().now()},
                            book.zone(), book.paper_words(), reader);
}

PrivacyFacts facts_of(OfficeBook& book) {
  const pos::Organisation organisation = book.organisation();
  return {organisation, read_field_records(book.resources().field_records()),
          retention_of(book.file(), book.resources().retention_rules(), organisation.country),
          book.zone().local_day(book.clock().now())};
}

}  // namespace

pos::OfficeSettings::Outside OfficeSettingsDesk::outside() {
  const Words words(language_, book_.resources().catalogues());
  OutsideView view = outside_of(book_, words);
  Outside outside{{}, std::move(view.telling_names)};
  for (reporting::CaptionedStrip& paper : view.papers)
    outside.papers.push_back({paper.caption, paper.note, std::move(paper.strip)});
  return outside;
}

void OfficeSettingsDesk::write_outside(const std::filesystem::path& file) {
  const Words words(language_, book_.resources().catalogues());
  write_whole(file,
              reporting::captioned_strips_pdf(words.say("app.outsiders.title"),
                                              outside_of(book_, words).papers, book_.typeface()));
}

void OfficeSettingsDesk::write_privacy_paper(const std::string& paper,
                                             const std::filesystem::path& file) {
  for (const PrivacyPaper each : all_privacy_papers) {
    if (privacy_paper_text(each) != paper) continue;
    const auto document = privacy_document(each, facts_of(book_), book_.paper_words());
    write_whole(file, reporting::document_pdf(document, book_.typeface()));
  }
}

std::vector<pos::OfficeSettings::KeptRecords> OfficeSettingsDesk::kept_records() {
  const PrivacyFacts facts = facts_of(book_);
  const Words words(language_, book_.resources().catalogues());
  std::vector<KeptRecords> kept;
  for (const payroll::RetentionGroup group : payroll::all_retention_groups) {
    const auto rule = facts.retention.on(group, facts.today);
    kept.push_back({std::string(payroll::retention_group_text(group)), kept_text(rule, words),
                    rule ? rule->law : std::string(), facts.retention.by_law(group, facts.today)});
  }
  return kept;
}

Result<Done, Phrase> OfficeSettingsDesk::keep_records(const std::string& group,
                                                      const std::string& months,
                                                      const std::string& after,
                                                      const std::string& why) {
  const PrivacyFacts facts = facts_of(book_);
  return enter_retention(book_.file(), facts.retention, {group, months, after, why}, facts.today);
}

}  // namespace tilia::app
