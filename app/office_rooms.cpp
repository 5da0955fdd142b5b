#include "app/office_rooms.h"

#include "app/permission.h"
#include "payroll/ui/hours_room.h"
#include "payroll/ui/person_room.h"
#include "payroll/ui/reads_room.h"
#include "payroll/ui/sample_room.h"
#include "pos/ui/office_bakery.h"
#include "pos/ui/office_catalogue.h"
#include "pos/ui/office_consignment.h"
#include "pos/ui/office_customers.h"
#include "pos/ui/office_laundry.h"
#include "pos/ui/office_salon.h"
#include "pos/ui/office_settings.h"
#include "pos/ui/office_shop.h"
#include "pos/ui/office_stock.h"
#include "pos/ui/office_today.h"

namespace tilia::app {
namespace {

constexpr const char* looked_outside = "outside.looked";

}  // namespace

OfficeRooms::OfficeRooms(OfficeBook& book, const db::User& user, Language language,
                         std::function<void(Language)> speak)
    : pay_desk_(book, user),
      person_desk_(book, user),
      sample_desk_(book, user),
      roster_desk_(book, user),
      shop_desk_(book),
      older_sheets_(book),
      shop_figures_(book),
      account_paper_(book),
      invoice_paper_(book),
      settings_desk_(book, user, language, std::move(speak)),
      book_word_(book),
      makers_(book.file()),
      consignment_paper_(book) {
  const auto can = [&](Act act) { return may(user.role, act); };
  if (can(Act::care_for_book)) tend_backup(book);
  if (can(Act::look_at_drawer)) {
    add_open("today", "office.today.name",
             std::make_unique<pos::OfficeToday>(
                 book.till_book(), shop_desk_, book.zone(), book.clock(),
                 pos::OfficeToday::Beside{book.pack(), book.shop_book(), older_sheets_,
                                          can(Act::care_for_book) ? &book_word_ : nullptr}));
    add_shop(book, user);
  }
  add_customers(book, user);
  add_people_rooms(book, user);
  if (!can(Act::look_at_drawer)) add_shop(book, user);
  if (can(Act::report) || can(Act::enter_money)) {
    const reporting::ReportsRoom::May may_report{can(Act::enter_money), can(Act::report)};
    add("reports", "office.report.name",
        std::make_unique<reporting::ReportsRoom>(book.figures_book(), book.owners_book(),
                                                 shop_desk_, book.zone(), book.clock(),
                                                 book.organisation().currency, may_report));
  }
  if (can(Act::keep_catalogue)) {
    add_open(
        "catalogue", "office.catalogue.title",
        std::make_unique<pos::OfficeCatalogue>(book.till_book(), book.catalogue_book(), shop_desk_,
                                               book.pack(), book.zone(), book.clock()));
  }
  if (can(Act::keep_stock)) {
    add_open("stock", "office.stock.title",
             std::make_unique<pos::OfficeStock>(book.till_book(), book.catalogue_book(),
                                                book.zone(), book.clock()));
  }
  add_makers(book, user);
  add_trades(book, user);
  const pos::OfficeSettingsRoom::May may_settings{can(Act::keep_users), can(Act::keep_catalogue),
                                                  can(Act::care_for_book), can(Act::set_retention)};
  auto settings = std::make_unique<pos::OfficeSettingsRoom>(book.till_book(), settings_desk_,
                                                            language, may_settings);
  // The first person who may is shown what others read before a new book is used.
  if (may_settings.back_up && settings_desk_.setting(looked_outside).empty()) {
    const pos::Organisation organisation = book.organisation();
    if (!organisation.practice) {
      settings->look_outside();
      settings_desk_.set(looked_outside, "yes");
      opens_with_ = "settings";
    }
  }
  add("settings", "office.settings.title", std::move(settings));
}

void OfficeRooms::add(const char* key, const char* name, std::unique_ptr<ui::Room> room) {
  rooms_.push_back({key, Phrase(name), std::move(room)});
}

void OfficeRooms::add_open(const char* key, const char* name, std::unique_ptr<ui::Room> room) {
  rooms_.push_back({key, Phrase(name), std::move(room), true});
}

void OfficeRooms::add_shop(OfficeBook& book, const db::User& user) {
  if (!may(user.role, Act::read_shop)) return;
  const pos::Organisation organisation = book.organisation();
  add_open("shop", "office.shop.name",
           std::make_unique<pos::OfficeShop>(
               book.shop_book(), shop_figures_, pos::shops_of(organisation), book.zone(),
               book.clock(), organisation.currency, may(user.role, Act::set_shop_figures)));
}

// Not open to glances: it names customers and what they owe.
void OfficeRooms::add_customers(OfficeBook& book, const db::User& user) {
  if (!may(user.role, Act::keep_accounts)) return;
  add("customers", "office.customers.title",
      std::make_unique<pos::OfficeCustomers>(
          book.tender_book(), account_paper_, book.organisation().currency, book.zone(),
          book.clock(), book.chance(),
          pos::OfficeCustomers::May{may(user.role, Act::keep_vouchers),
                                    may(user.role, Act::write_off)},
          std::make_unique<pos::OfficeInvoices>(
              pos::KeepInvoices::Doors{book.invoice_book(), book.tender_book(), book.till_book(),
                                       book.zone(), book.clock()},
              invoice_paper_)));
}

// Not open to glances: it tells what each maker is owed.
void OfficeRooms::add_makers(OfficeBook& book, const db::User& user) {
  if (!may(user.role, Act::keep_consignment)) return;
  if (may(user.role, Act::pay_makers)) makers_money_.emplace(book, makers_, user);
  add("makers", "office.makers.name",
      std::make_unique<pos::OfficeConsignment>(makers_, book.till_book(), consignment_paper_,
                                               book.zone(), book.clock(),
                                               makers_money_ ? &*makers_money_ : nullptr));
}

// What a salon, a bakery or a laundry keeps: each where the shop does such work. Not open to
// glances: they name customers, and who works when.
void OfficeRooms::add_trades(OfficeBook& book, const db::User& user) {
  const Currency currency = book.organisation().currency;
  pos::TillBook& till_book = book.till_book();
  if (may(user.role, Act::keep_salon) && may(user.role, Act::keep_vouchers) &&
      pos::OfficeSalon::is_kept(book.salon_book(), till_book)) {
    add("salon", "office.salon.title",
        std::make_unique<pos::OfficeSalon>(pos::OfficeSalon::Doors{
            book.salon_book(), book.package_book(), book.customer_book(), till_book, currency,
            book.zone(), book.clock(), book.chance()}));
  }
  if (may(user.role, Act::keep_catalogue) && may(user.role, Act::keep_stock) &&
      pos::OfficeBakery::is_kept(book.order_book(), till_book)) {
    add("bakery", "office.bakery.title",
        std::make_unique<pos::OfficeBakery>(
            pos::KeepOrders::Doors{book.order_book(), till_book, book.customer_book(),
                                   book.tender_book(), book.pack(), book.zone(), book.clock(),
                                   book.chance()},
            book.catalogue_book(), currency));
  }
  if (may(user.role, Act::keep_catalogue) &&
      pos::OfficeLaundry::is_kept(book.ticket_book(), till_book)) {
    add("laundry", "office.laundry.title",
        std::make_unique<pos::OfficeLaundry>(
            pos::KeepTickets::Doors{book.ticket_book(), till_book, book.customer_book(),
                                    book.tender_book(), book.pack(), book.zone(), book.clock()},
            currency));
  }
}

// Hours and pay, what the law lets a person ask for, and who may look at it from outside.
void OfficeRooms::add_people_rooms(OfficeBook& book, const db::User& user) {
  const auto can = [&](Act act) { return may(user.role, act); };
  if (can(Act::plan_hours))
    add("roster", "office.roster.name",
        std::make_unique<payroll::RosterRoom>(roster_desk_.planning(), roster_desk_,
                                              roster_desk_.worked()));
  if (can(Act::enter_hours)) {
    add("hours", "office.hours.name",
        std::make_unique<payroll::HoursRoom>(book.pay_book(), book.rules(), book.zone(),
                                             book.clock(), book.chance(), can(Act::employ)));
  }
  if (can(Act::read_pay)) {
    add("pay", "office.pay.name",
        std::make_unique<payroll::PayRoom>(book.pay_book(), book.rules(), pay_desk_, book.zone(),
                                           book.clock(), book.chance(), can(Act::employ)));
  }
  if (can(Act::care_for_person)) {
    tend_records(book);
    add("records", "office.person.name",
        std::make_unique<payroll::PersonRoom>(book.pay_book(), book.person_book(), person_desk_,
                                              book.zone(), book.clock()));
  }
  if (can(Act::show_sample)) {
    add("outside", "office.sample.name",
        std::make_unique<payroll::SampleRoom>(book.pay_book(), sample_desk_.slips(), sample_desk_,
                                              book.zone(), book.clock()));
  }
  if (can(Act::audit_reads)) {
    const auto name_of = [&book](const db::UserId& id) -> std::string {
      for (const db::User& each : book.users().list()) {
        if (each.id == id) return each.name;
      }
      return id.text();
    };
    add("reads", "office.reads.name",
        std::make_unique<payroll::ReadsRoom>(book.reads(), book.pay_book(), name_of, book.zone()));
  }
}

}  // namespace tilia::app
