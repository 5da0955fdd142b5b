// The office of a practice organisation: people are taken on, hours come in each evening, tapped or
// by hand, a month is paid when it is over, bills are paid, and part of what is left goes into
// services. All through the use cases.
#pragma once

#include <vector>

#include "app/demo_hours.h"
#include "app/demo_shop.h"
#include "core/chance.h"
#include "core/clock.h"
#include "core/zone.h"
#include "payroll/employ.h"
#include "payroll/pay_run.h"

namespace tilia::app {

class DemoOffice {
 public:
  struct People {
    payroll::UserId draws_up;  // the pay run
    payroll::UserId approves;  // a second person
  };

  DemoOffice(payroll::PayBook& pay, reporting::FiguresBook& figures, const payroll::RuleBook& rules,
             const Zone& zone, SetClock& clock, Chance& chance, const std::vector<DemoShop>& shops,
             const People& people)
      : pay_(pay),
        figures_(figures),
        rules_(rules),
        zone_(zone),
        clock_(clock),
        chance_(chance),
        shops_(shops),
        people_(people) {}

  // Three people for one shop, five for two, seven for three; their contracts begin on `first`.
  void take_on(const Day& first);
  // After the shops have closed: the day's hours and bills.
  void end_day(const Day& day, DemoHours& hours);
  // On the first of the next month: the pay run and what went into services.
  void end_month(const Month& month);

 private:
  struct Person {
    std::string alias;
    payroll::PayBasis basis;
    int weekly_minutes;
  };

  void enter_hours(const Day& day, DemoHours& hours);
  void pay(const Month& month);
  void spend_on_services(const Month& month);

  payroll::PayBook& pay_;
  reporting::FiguresBook& figures_;
  const payroll::RuleBook& rules_;
  const Zone& zone_;
  SetClock& clock_;
  Chance& chance_;
  const std::vector<DemoShop>& shops_;
  People people_;
  std::vector<Person> at_work_;
};

}  // namespace tilia::app
