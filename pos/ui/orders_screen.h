// The orders of a bakery at the counter, without a window: what is ordered for which day, one order
// that was tapped, and a new one that begins as a tray. What is paid and handed over is the
// counter's (pos/ui/counter_orders.cpp).
//
//   OrdersScreen orders(doors, "T1");
//   orders.open();
//   orders.begin(lines_of_the_tray);
//   orders.choose_day(tomorrow); orders.choose_minute(7 * 60); orders.at_whose(choose_the_cafe);
//   if (orders.place()) …
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "pos/bakery/keep_orders.h"
#include "pos/ui/whose_asked.h"

namespace tilia::pos {

class OrdersScreen {
 public:
  enum class Step {
    list,   // of a day
    find,   // by a name, a number, the end of a telephone number
    order,  // one that was tapped
    day,    // of a new one: for which day
    time,   // from when, if that matters
    whose,
    name,
    look,  // all of it, before it is placed
  };
  OrdersScreen(KeepOrders::Doors doors, std::string till);

  [[nodiscard]] Step step() const { return step_; }
  // Why the last press did nothing.
  [[nodiscard]] const std::optional<Phrase>& refusal() const { return refusal_; }
  // Today's, as the book has them now.
  void open();
  [[nodiscard]] Day today() const { return keep_.today(); }

  // The open orders, a tab for each of these days; what nobody came for and what is further away
  // have one each, where there is any.
  struct Tab {
    enum class Kind { earlier, day, later };
    Kind kind = Kind::day;
    Day day;
    std::vector<DueOrder> orders;
  };
  static constexpr int days_shown = 7;
  static constexpr std::size_t orders_on_page = 8;
  [[nodiscard]] const std::vector<Tab>& tabs() const { return tabs_; }
  [[nodiscard]] std::size_t tab() const { return tab_; }
  void choose_tab(std::size_t tab);
  [[nodiscard]] std::size_t page() const { return page_; }
  [[nodiscard]] std::size_t pages() const;
  void turn_page(int by);
  [[nodiscard]] std::vector<const DueOrder*> orders() const;  // of the page

  void find();
  static constexpr std::size_t orders_found = 6;
  // Nothing typed: those that are due next.
  [[nodiscard]] const std::vector<DueOrder>& found() const { return found_; }
  // Every letter of the names that there are, as capitals, and all digits.
  [[nodiscard]] const std::vector<std::string>& find_keys() const { return find_keys_; }

  // While finding, and while a name is given.
  void type(const std::string& letters);
  void type_back();
  [[nodiscard]] const std::string& typed() const { return typed_; }

  // One order.
  void open_order(const DueOrder& due);
  // By the number of its slip. False: there is none that is open.
  [[nodiscard]] bool open_number(std::int64_t number);
  [[nodiscard]] const DueOrder& opened() const { return *opened_; }
  [[nodiscard]] Money total() const;
  [[nodiscard]] Money still_to_pay() const;  // nothing where more was paid
  // A day of a standing order becomes an order, so that something can be done with it. False where
  // it cannot, or is open no longer.
  [[nodiscard]] bool make_sure();
  [[nodiscard]] bool leave_out();
  // As the book has it now.
  void look_again();

  // A new one.
  using Line = OrderRequest::Line;
  void begin(std::vector<Line> lines);
  [[nodiscard]] std::vector<Day> days_offered() const;
  static constexpr int days_on_page = 12;
  [[nodiscard]] int week() const { return week_; }
  void turn_days(int by);
  void choose_day(const Day& day);
  [[nodiscard]] const Day& day() const { return day_; }
  static constexpr int first_minute = 6 * 60;
  static constexpr int last_minute = 19 * 60 + 30;
  static constexpr int minute_step = 30;
  [[nodiscard]] std::vector<int> minutes_offered() const;
  void choose_minute(std::optional<int> minute);  // nothing: it does not matter
  [[nodiscard]] std::optional<int> minute() const { return minute_; }
  // Whose it is: each press there goes this way, and leads on once that is decided.
  [[nodiscard]] const WhoseAsked& asked_whose() const { return whose_; }
  void at_whose(const std::function<void(WhoseAsked&)>& what);
  [[nodiscard]] const std::string& whose() const { return whose_.whose(); }
  [[nodiscard]] const std::string& whose_picture() const { return whose_.picture(); }
  // At the prices of that day.
  [[nodiscard]] const std::vector<OrderLine>& lines() const { return priced_; }
  [[nodiscard]] bool has_lines() const { return !lines_.empty(); }
  // The same as a week before, else as the last time.
  [[nodiscard]] bool can_repeat() const;
  void repeat();
  [[nodiscard]] bool is_repeated() const { return lines_before_.has_value(); }
  // True: it is in the book, and opened.
  [[nodiscard]] bool place();
  // What was placed a moment ago is left out again, and all of it is as before.
  [[nodiscard]] bool take_back();

  // One step back. False at the first one.
  bool undo();

 private:
  void go(Step step);
  void read_list();
  void look_for_typed();
  void look_at_lines();
  void go_where_whose_is();
  bool said(const OrderRefusal& refusal);
  [[nodiscard]] std::optional<DueOrder> due_of(std::int64_t number);

  KeepOrders::Doors doors_;
  KeepOrders keep_;
  std::string till_;
  Step step_ = Step::list;
  std::optional<Phrase> refusal_;

  std::vector<Tab> tabs_;
  std::size_t tab_ = 0;
  std::size_t page_ = 0;
  std::string typed_;
  std::vector<DueOrder> found_;
  std::vector<std::string> find_keys_;
  std::optional<DueOrder> opened_;

  OrderId new_id_;
  std::vector<Line> lines_;
  std::optional<std::vector<Line>> lines_before_;  // until they were repeated
  std::vector<OrderLine> priced_;
  int week_ = 0;
  Day day_;
  std::optional<int> minute_;
  WhoseAsked whose_;
  std::optional<OrderRequest> again_;
};

}  // namespace tilia::pos
