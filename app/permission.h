// Who may do what on the command line: one table.
#pragma once

#include "db/users.h"

namespace tilia::app {

enum class Act {
  sell,              // ring up, take back
  keep_drawer,       // open, cash in and out, close, a closed day again
  look_at_drawer,    // the running figures
  change_price,      // of one line, at the counter
  read_shop,         // what it sold: sums over all tills
  set_shop_figures,  // what a day needs, what is set aside, the budget of differences
  keep_catalogue,
  keep_stock,         // receive, waste, count, look at what is there
  keep_vouchers,      // ours that are given, another issuer's; what is left on them
  keep_accounts,      // who buys on account, what she owes and paid
  keep_consignment,   // makers as numbers: terms, what came and went back, statements
  pay_makers,         // who a maker is; paying what she is owed
  keep_appointments,  // book, move, cancel, who comes and waits
  keep_salon,         // its people and chairs, services, hours
  write_off,          // what somebody owes and will not pay
  keep_users,
  keep_own_doors,  // one's recovery sheet, one's second passphrase
  employ,          // workers and contracts
  enter_hours,
  plan_hours,  // who works when, what each has said about her hours, approving what was worked
  punch,
  draw_up_pay,
  approve_pay,
  read_pay,         // payslips
  split_pay,        // among those who bear the cost
  audit_reads,      // who read whose record
  show_sample,      // picked payslips to an outside reader: with the auditor
  care_for_person,  // her copy, taking her out of the book: with a second person
  witness,          // be that second person
  ask_elsewhere,    // have a second person who is not here
  enter_money,      // expenses, services
  report,
  set_retention,  // how long records are kept, where no law says it
  care_for_book,  // backup, rebuilding, diagnostics
};

[[nodiscard]] bool may(db::Role role, Act act);

}  // namespace tilia::app
