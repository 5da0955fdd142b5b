#include "app/office_people.h"

#include "app/arguments.h"
#include "app/office_desks.h"
#include "app/person_file.h"
#include "app/privacy_papers.h"
#include "db/person_records.h"
#include "db/split_runs.h"

namespace tilia::app {

std::vector<ui::Choice> OfficePersonDesk::others(Act act) {
  std::vector<ui::Choice> choices;
  for (const db::User& each : book_.users().list()) {
    if (each.disabled || each.id == user_.id || !may(each.role, act)) continue;
    choices.push_back({each.name, each.picture + " " + each.name});
  }
  return choices;
}

std::vector<ui::Choice> OfficePersonDesk::auditors() { return others(Act::audit_reads); }

std::vector<ui::Choice> OfficePersonDesk::witnesses() { return others(Act::witness); }

Result<db::Session, Phrase> OfficePersonDesk::second(const std::string& name,
                                                     const Secret<std::string>& secret, Act act) {
  auto session = book_.users().log_in(name, secret);
  if (!session || session->user.id == user_.id || !may(session->user.role, act))
    return not_let_in(book_.users(), name);
  return *std::move(session);
}

Result<Done, Phrase> OfficePersonDesk::witness(const std::string& name,
                                               const Secret<std::string>& secret) {
  const auto session = second(name, secret, Act::witness);
  if (!session) return session.refusal();
  return Done();
}

Result<Done, Phrase> OfficePersonDesk::write_copy(const payroll::Worker& worker,
                                                  const std::string& auditor,
                                                  const Secret<std::string>& secret,
                                                  const std::filesystem::path& file) {
  const auto session = second(auditor, secret, Act::audit_reads);
  if (!session) return session.refusal();
  PersonFile document{.organisation = book_.organisation().name,
                      .made_at = book_.clock().now(),
                      .made_by = {user_.name, session.value().user.name},
                      .copy = book_.person_book().copy_of(worker),
                      .reads = {},
                      .users = book_.users().list()};
  document.reads = db::ReadLog(book_.file(), session.value().keys, book_.clock()).reads();
  write_whole(file, signed_person_json(document, book_.file(), device_folder()).dump(2) + "\n");
  return Done();
}

payroll::RetentionTable OfficePersonDesk::retention() {
  return retention_of(book_.file(), book_.resources().retention_rules(),
                      book_.organisation().country);
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
