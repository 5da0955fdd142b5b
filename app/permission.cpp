#include "app/permission.h"

#include "core/check.h"

namespace tilia::app {

bool may(db::Role role, Act act) {
  using enum db::Role;
  const bool at_the_counter = role == counter || role == manager;
  const bool with_wages = role == db::Role::payroll || role == finance;
  switch (act) {
    case Act::sell:
    case Act::keep_stock:
    case Act::keep_appointments:
    case Act::keep_drawer: return at_the_counter;
    case Act::look_at_drawer:
    case Act::change_price:
    case Act::keep_vouchers:
    case Act::keep_salon:
    case Act::plan_hours:
    case Act::keep_catalogue: return role == manager;
    // Who may add whom is asked again, role by role.
    case Act::keep_users:
    case Act::keep_own_doors: return role != counter;
    case Act::punch: return at_the_counter || role == db::Role::payroll;
    case Act::enter_hours: return role == manager || role == db::Role::payroll;
    case Act::employ: return role == db::Role::payroll;
    case Act::draw_up_pay:
    case Act::approve_pay:
    case Act::read_pay: return with_wages;
    case Act::audit_reads: return role == auditor;
    case Act::split_pay:
    case Act::show_sample:
    case Act::care_for_person: return role == finance;
    case Act::ask_elsewhere:
    case Act::witness: return role != counter;
    case Act::enter_money: return role == manager || role == finance;
    case Act::report: return role == finance;  // running costs hold the wages
    case Act::keep_consignment:
    case Act::keep_accounts:
    case Act::read_shop: return role == manager || role == finance;
    case Act::pay_makers:
    case Act::write_off:
    case Act::set_shop_figures:
    case Act::set_retention: return role == finance;
    case Act::care_for_book: return role == manager || role == finance;
  }
  CHECK(false);
}

}  // namespace tilia::app
