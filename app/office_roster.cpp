#include "app/office_roster.h"

#include "app/arguments.h"

namespace tilia::app {

OfficeRosterDesk::OfficeRosterDesk(OfficeBook& book, const db::User& user)
    : book_(book),
      login_(payroll::LoginId::from_bytes(user.id.bytes())),
      approvals_(book.file(), book.keys()),
      asks_(book.file(), book.keys()),
      hours_(book.file(), book.keys()),
      holidays_(book.resources().holiday_rules()),
      leave_(book.resources().leave_rules()) {}

std::unique_ptr<payroll::WorkedRoom> OfficeRosterDesk::worked() {
  const payroll::KeepRoster::Doors plan = planning();
  const payroll::ApproveHours::Doors hours{plan.book, approvals_, plan.law,
                                           holidays_, plan.zone,  plan.clock};
  return std::make_unique<payroll::WorkedRoom>(payroll::WorkedRoom::Doors{
      .hours = hours, .leave = {hours, asks_, leave_}, .book = hours_, .by = login_});
}

std::vector<ui::Choice> OfficeRosterDesk::logins() {
  std::vector<ui::Choice> choices;
  for (const db::User& user : book_.users().list())
    if (!user.disabled)
      choices.push_back(
          {payroll::LoginId::from_bytes(user.id.bytes()).text(), user.picture + " " + user.name});
  return choices;
}

bool OfficeRosterDesk::is_secret_of(const payroll::LoginId& login,
                                    const Secret<std::string>& secret) {
  for (const db::User& user : book_.users().list())
    if (user.id.bytes() == login.bytes())
      return book_.users().log_in(user.name, secret).has_value();
  return false;
}

std::string OfficeRosterDesk::slips_paper(const std::vector<payroll::WeekOfShifts>& weeks) {
  const std::filesystem::path file = book_.papers().file("shifts.pdf");
  write_whole(file, reporting::strip_pdf(payroll::shift_slips(weeks, book_.paper_words()),
                                         reporting::StripPaper::roll_80_mm, book_.typeface()));
  return file.string();
}

payroll::KeepRoster::Doors OfficeRosterDesk::planning() {
  return {book_.roster_book(), book_.working_time(), book_.zone(),
          book_.clock(),       book_.chance(),       &holidays_};
}

}  // namespace tilia::app
