// Orders: placed, changed, cancelled; standing orders, which become an order for a day as soon as
// somebody touches it; "the same as last week"; and what is to bake on a day.
//
//   KeepOrders keep({book, till_book, customers, tenders, pack, zone, clock, chance});
//   auto order = keep.place(request);
//   BakeSheet sheet = keep.bake_sheet("T1", tomorrow);
//
// What is collected is sold by RingUpSale; the order ends with that sale.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/chance.h"
#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "pos/bakery/order_book.h"
#include "pos/customer_book.h"
#include "pos/ring_up_sale.h"
#include "pos/tender_book.h"
#include "pos/till_book.h"

namespace tilia::pos {

struct OrderRefusal {
  enum class Why {
    empty_order,
    bad_line,      // see `line`
    bad_customer,  // see `customer`
    day_is_past,
    day_too_far,  // more than a year ahead: a slip
    unknown_till,
    nobody,  // neither a customer nor an account, or both
    unknown_customer,
    unknown_account,
    unknown_order,
    not_open,    // collected or cancelled
    paid_early,  // it is left out once that was given back; `about`: how much
    same_id_other_content,
    nothing_before,  // no order that could be the same again
    bad_code,        // of a standing order
    no_weekday,
    ends_before_it_begins,
    unknown_standing,
    day_of_standing,  // one day of a standing order stays on its day
    unknown_article,
    bad_quantity,
  };
  Why why = Why::empty_order;
  std::string about;  // may be empty
  std::optional<SaleRefusal> line = std::nullopt;
  std::optional<CustomerRefusal> customer = std::nullopt;
};
[[nodiscard]] std::string_view order_refusal_code(const OrderRefusal& refusal);
[[nodiscard]] Phrase sentence_of(const OrderRefusal& refusal);

// What was asked; the prices are the book's.
struct OrderRequest {
  struct Line {
    std::string article;
    Quantity quantity;
    std::string note = {};
  };
  OrderId id;
  std::string till;
  OrderedBy by;
  Day day;
  std::optional<int> minute = std::nullopt;
  std::vector<Line> lines;
  // Somebody new, who is noted with it: `by` has her id.
  std::optional<Customer> noted = std::nullopt;
};

// An order of that day: placed, or still only a day of its standing order.
struct DueOrder {
  Order order;          // number 0 where nobody touched it yet
  std::string whose;    // the customer's or account's name; empty when she was forgotten
  std::string picture;  // of the account, or of anybody
  Money paid;           // early, and not delivered or given back
  // What a standing order wants and the shop no longer sells: left out until somebody changes it.
  std::vector<std::string> gone = {};
};

class KeepOrders {
 public:
  struct Doors {
    OrderBook& book;
    TillBook& till_book;
    CustomerBook& customers;
    TenderBook& tenders;
    const CountryPack& pack;
    const Zone& zone;
    const Clock& clock;
    Chance& chance;
  };
  explicit KeepOrders(Doors doors) : doors_(doors) {}

  [[nodiscard]] Day today() const { return doors_.zone.local_day(doors_.clock.now()); }
  [[nodiscard]] Result<Order, OrderRefusal> place(const OrderRequest& request);
  // Other lines or another day, at that day's prices.
  [[nodiscard]] Result<Order, OrderRefusal> change(std::int64_t number,
                                                   const OrderRequest& request);
  [[nodiscard]] Result<Order, OrderRefusal> cancel(std::int64_t number);
  // What the same customer had ordered for that weekday a week before, else her latest: to look at
  // and to place.
  [[nodiscard]] Result<OrderRequest, OrderRefusal> same_again(const OrderedBy& by,
                                                              const std::string& till,
                                                              const Day& day);
  // Open and ended ones of these days, standing orders among them, by day, minute and number.
  [[nodiscard]] std::vector<DueOrder> due(const Day& from, const Day& to);
  // Open ones, however old: of whoever is meant by what somebody typed (pos/customer.h), of
  // an account by its name, or the one whose number was typed or whose slip was scanned.
  [[nodiscard]] std::vector<DueOrder> find(const std::string& typed);
  // Makes an order of that day of a standing order, so that it can be changed, left out, collected.
  [[nodiscard]] Result<Order, OrderRefusal> touch(const std::string& standing, const Day& day);

  [[nodiscard]] Result<StandingOrder, OrderRefusal> stand(
      StandingOrder standing, const std::optional<Customer>& noted = std::nullopt);
  // Its last day is the day before that one.
  [[nodiscard]] Result<StandingOrder, OrderRefusal> stop(const std::string& code, const Day& from);

  [[nodiscard]] BakeSheet bake_sheet(const std::string& till, const Day& day);
  [[nodiscard]] Result<Done, OrderRefusal> baked(const std::string& till, const Day& day,
                                                 const Pieces& pieces);

 private:
  // The catalogue of one day, as what is ordered for it is priced.
  struct Prices {
    ArticleIndex articles;
    bool charges_vat = true;
    Day day;
  };
  [[nodiscard]] Prices prices_on(const Day& day);
  [[nodiscard]] Result<std::vector<OrderLine>, OrderRefusal> lines_of(
      const std::vector<OrderRequest::Line>& lines, const Prices& prices) const;
  // A standing order's day, without what the shop no longer sells.
  [[nodiscard]] DueOrder day_of(const StandingOrder& standing, const Prices& prices) const;
  [[nodiscard]] DueOrder unnamed(Order order) const;
  // Whose they are, and what is paid.
  void name(std::vector<DueOrder>& due);
  [[nodiscard]] std::optional<OrderRefusal> fault_of(const OrderRequest& request);
  [[nodiscard]] std::optional<OrderRefusal> fault_of(const OrderedBy& by,
                                                     const std::optional<Customer>& noted);
  // As she is kept; she was looked at before.
  [[nodiscard]] static std::optional<Customer> kept(const std::optional<Customer>& noted);
  [[nodiscard]] bool has_till(const std::string& till);
  [[nodiscard]] std::vector<Order> orders_of_day(const std::string& till, const Day& day);

  Doors doors_;
};

}  // namespace tilia::pos
