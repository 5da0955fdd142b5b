#include "app/office_people.h"

#include "app/arguments.h"
#include "app/elsewhere.h"
#include "app/office_desks.h"
#include "app/outside_sample.h"
#include "app/person_file.h"
#include "app/person_paper.h"
#include "app/privacy_papers.h"
#include "db/person_records.h"
#include "db/split_runs.h"

namespace tilia::app {

namespace {

std::vector<ui::Choice> others_who_may(OfficeBook& book, const db::User& first, Act act) {
  std::vector<ui::Choice> choices;
  for (const db::User& each : book.users().list()) {
    if (each.disabled || each.id == first.id || !may(each.role, act)) continue;
    choices.push_back({each.name, each.picture + " " + each.name});
  }
  return choices;
}

}  // namespace

Result<db::Session, Phrase> second_person(OfficeBook& book, const db::User& first,
                                          const std::string& name,
                                          const Secret<std::string>& secret, Act act) {
  auto session = book.users().log_in(name, secret);
  if (!session || session->user.id == first.id || !may(session->user.role, act))
    return not_let_in(book.users(), name);
  return *std::move(session);
}

std::vector<ui::Choice> OfficePersonDesk::auditors() {
  return others_who_may(book_, user_, Act::audit_reads);
}

std::vector<ui::Choice> OfficePersonDesk::witnesses() {
  return others_who_may(book_, user_, Act::witness);
}

Result<Done, Phrase> OfficePersonDesk::witness(const std::string& name,
                                               const Secret<std::string>& secret) {
  const auto session = second_person(book_, user_, name, secret, Act::witness);
  if (!session) return session.refusal();
  return Done();
}

Result<Done, Phrase> OfficePersonDesk::write_copy(const payroll::Worker& worker,
                                                  const std::string& auditor,
                                                  const Secret<std::string>& secret,
                                                  const std::filesystem::path& file) {
  const auto session = second_person(book_, user_, auditor, secret, Act::audit_reads);
  if (!session) return session.refusal();
  PersonFile document{.organisation = book_.organisation().name,
                      .made_at = book_.clock().now(),
                      .made_by = {user_.name, session.value().user.name},
                      .copy = book_.person_book().copy_of(worker),
                      .reads = {},
                      .users = book_.users().list()};
  document.reads = db::ReadLog(book_.file(), session.value().keys, book_.clock()).reads();
  write_whole(paper_beside(file),
              reporting::document_pdf(person_document(document, book_.paper_words(), book_.zone()),
                                      book_.typeface()));
  write_whole(copy_beside(file),
              signed_person_json(document, book_.file(), device_folder()).dump(2) + "\n");
  return Done();
}

void OfficePersonDesk::write_request(const payroll::Worker& worker,
                                     const std::filesystem::path& file) {
  const Day today = book_.zone().local_day(book_.clock().now());
  write_whole(file, db::asked_text(asked_to_erase(book_.users(), worker, user_.id, today)));
}

Result<Done, Phrase> OfficePersonDesk::approved(const payroll::Worker& worker,
                                                const std::string& line) {
  const Day today = book_.zone().local_day(book_.clock().now());
  const auto approver = approver_of(
      book_.users(), asked_to_erase(book_.users(), worker, user_.id, today), line, today);
  if (!approver) return approver.refusal();
  return Done();
}

payroll::RetentionTable OfficePersonDesk::retention() {
  return retention_of(book_.file(), book_.resources().retention_rules(),
                      book_.organisation().country);
}

std::vector<ui::Choice> OfficeSampleDesk::auditors() {
  return others_who_may(book_, user_, Act::audit_reads);
}

Result<std::vector<payroll::PayRunSlip>, Phrase> OfficeSampleDesk::open(
    const payroll::Sample& sample, const std::string& auditor, const Secret<std::string>& secret) {
  const auto session = second_person(book_, user_, auditor, secret, Act::audit_reads);
  if (!session) return session.refusal();
  return slips_.open(sample, payroll::ReadRecord::sample, book_.keys(), session.value().keys,
                     book_.clock());
}

Result<Done, Phrase> OfficeSampleDesk::write_copies(const payroll::Sample& sample,
                                                    const std::string& auditor,
                                                    const Secret<std::string>& secret,
                                                    const std::filesystem::path& folder) {
  const auto session = second_person(book_, user_, auditor, secret, Act::audit_reads);
  if (!session) return session.refusal();
  if (const auto fault = fault_of_folder(folder, sample)) return *fault;
  const auto items =
      redacted_items(sample, slips_.open(sample, payroll::ReadRecord::sample_copy, book_.keys(),
                                         session.value().keys, book_.clock()));
  write_redacted(items, book_.pay_book().employer(), folder, book_.typeface(), book_.paper_words());
  return Done();
}

void tend_records(OfficeBook& book) {
  if (!book.pay_book().has_vault()) return;
  const Instant now = book.clock().now();
  payroll::erase_what_is_due(
      book.pay_book(), book.person_book(),
      retention_of(book.file(), book.resources().retention_rules(), book.organisation().country),
      book.zone().local_day(now), now);
  db::split_approved_runs(book.file(), book.pay_book(), book.keys(), now);
  db::WriteTransaction change(book.file());
  db::PersonRecords(change.connection(), book.keys()).seal_funding_again();
  change.commit();
}

}  // namespace tilia::app
