// The counters of a practice organisation: customers come as the shop's rhythm says, and everything
// goes through the use cases that a cashier's taps call. Same chance, same days.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/demo_customers.h"
#include "app/demo_shop.h"
#include "app/demo_trade_life.h"
#include "core/chance.h"
#include "core/clock.h"
#include "core/zone.h"
#include "pos/country_pack.h"
#include "pos/keep_drawer.h"
#include "pos/ring_up_sale.h"
#include "pos/till_book.h"

namespace tilia::app {

class DemoCounter {
 public:
  DemoCounter(pos::TillBook& book, const pos::CountryPack& pack, const Zone& zone, SetClock& clock,
              Chance& chance, const std::vector<DemoShop>& shops, DemoCustomers& customers,
              const std::map<std::string, std::unique_ptr<DemoTrade>>& trades)
      : book_(book),
        pack_(pack),
        zone_(zone),
        clock_(clock),
        chance_(chance),
        shops_(shops),
        customers_(customers),
        trades_(trades),
        ring_(book, pack, clock),
        drawer_(book, pack, zone, clock, chance) {}

  // Opens, sells, takes back, and closes every shop that is open on that day.
  void live_day(const Day& day);

 private:
  struct Happening {
    enum class What { opens, customer, trade, bank, closes };
    int second_of_day;
    std::size_t shop;
    What what;
  };

  [[nodiscard]] std::vector<Happening> day_of(const Day& day);
  [[nodiscard]] bool in(int parts, int of);
  void happen(const Happening& happening);
  void serve(const DemoShop& shop);
  void take_back_a_line(const DemoShop& shop, const pos::Sale& sale);
  void bring_to_the_bank(const DemoShop& shop);
  void close(const DemoShop& shop);
  [[nodiscard]] pos::SaleRequest request_of(const DemoShop& shop, Money& to_pay);
  [[nodiscard]] Quantity quantity_of(const pos::Article& article);

  pos::TillBook& book_;
  const pos::CountryPack& pack_;
  const Zone& zone_;
  SetClock& clock_;
  Chance& chance_;
  const std::vector<DemoShop>& shops_;
  DemoCustomers& customers_;
  const std::map<std::string, std::unique_ptr<DemoTrade>>& trades_;  // by till
  pos::RingUpSale ring_;
  pos::KeepDrawer drawer_;
};

}  // namespace tilia::app
