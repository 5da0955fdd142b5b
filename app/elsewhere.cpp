#include "app/elsewhere.h"

#include "app/permission.h"

namespace tilia::app {

db::Asked asked_to_erase(db::Users& users, const payroll::Worker& worker, const db::UserId& by,
                         const Day& today) {
  return users.ask(act_of_erasure, worker.id.text(), by, today.plus_days(db::approval_days));
}

db::Asked asked_for_key(db::Users& users, const db::UserId& by, const Day& today) {
  return users.ask(act_of_taking_a_key, by.text(), by, today.plus_days(db::approval_days));
}

Result<db::User, Phrase> approver_of(db::Users& users, const db::Asked& asked,
                                     const std::string& line, const Day& today) {
  auto approver = users.approver(asked, line, today);
  if (!approver) return db::sentence_of(approver.refusal());
  if (!may(approver.value().role, Act::witness)) return Phrase("app.user.may_not");
  return std::move(approver).value();
}

}  // namespace tilia::app
