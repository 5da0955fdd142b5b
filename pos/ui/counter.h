// The counter from the first picture in the morning to the last coin in the evening, without a
// window: which place is shown, what is in it, and what each press does. Windows draw it and press
// it; the use cases of pos do the work.
//
//   Counter counter(doors);
//   counter.tap_article("white-loaf");
//   counter.pay();  counter.paying().give(note);  counter.paid();
//
// A refusal leaves the tray as it was and says a sentence. What the disk causes comes out as an
// exception, before anything here has changed: the window says so, and the same press may be tried
// again.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/idle_lock.h"
#include "pos/counter_rules.h"
#include "pos/drawer_pieces.h"
#include "pos/take_back.h"
#include "pos/tender_book.h"
#include "pos/ui/approving_rest.h"
#include "pos/ui/asked.h"
#include "pos/ui/bake_screen.h"
#include "pos/ui/cart.h"
#include "pos/ui/counter_doors.h"
#include "pos/ui/counter_my_time.h"
#include "pos/ui/early_payment.h"
#include "pos/ui/giving.h"
#include "pos/ui/log_in.h"
#include "pos/ui/orders_screen.h"
#include "pos/ui/packages_screen.h"
#include "pos/ui/paying.h"
#include "pos/ui/piece_count.h"
#include "pos/ui/place.h"
#include "pos/ui/salon_day.h"
#include "pos/ui/sold_out.h"
#include "pos/ui/taking_back.h"
#include "pos/ui/waste_screen.h"
#include "pos/ui/whose_asked.h"

namespace tilia::pos {

class TicketsScreen;

class Counter {
 public:
  explicit Counter(CounterDoors doors);
  Counter(const Counter&) = delete;
  Counter& operator=(const Counter&) = delete;
  ~Counter();

  [[nodiscard]] Place place() const { return place_; }
  [[nodiscard]] const CounterDoors& doors() const { return doors_; }
  [[nodiscard]] const std::optional<Notice>& notice() const { return notice_; }
  void say(Notice notice) { notice_ = std::move(notice); }
  [[nodiscard]] Currency currency() const { return doors_.organisation.currency; }
  // A clean end: nothing waits on the tray, so that the next start is an ordinary one.
  void end();

  // Logging in and leaving.
  // Of who comes in; of the manager who approves; of whose own time it is.
  [[nodiscard]] LogIn& log_in();
  void digit(char digit);
  void touch_secret_picture(std::size_t picture);
  [[nodiscard]] const std::optional<LogIn::Person>& person() const { return person_; }
  void back_soon();
  void open_again();
  void own_picture();
  void more_of_own();
  void back_to_selling();
  void log_out();
  // Somebody else takes over: the drawer stays and nothing is counted, or, where each brings a tray
  // of her own, this one is counted and closed.
  void hand_over();

  // The quick lock: at once nothing is shown of who stood here or of her work. Whoever logs in next
  // goes on where she was.
  void lock();
  // The same where somebody is here or is choosing who she is; whether that was so.
  [[nodiscard]] bool lock_if_anybody();
  void touched() { idle_.touched(doors_.clock.now()); }
  // Asked about each second, with how long the machine slept in all: true when the till was left
  // for too long, or slept, and has locked itself.
  [[nodiscard]] bool lock_if_left(std::int64_t slept_milliseconds);
  static constexpr std::int64_t closed_drawer_lock_seconds = 5 * 60;

  // "Please come": asks the office, and takes it back with the next tap. A shaking hand's second
  // tap takes nothing back.
  void please_come();
  [[nodiscard]] OfficeCall::State call_state() const { return call_state_; }
  // Asked about each second: true when there is something new to show.
  [[nodiscard]] bool look_at_office();
  // The same for articles and prices that the office changed: only while the tray is empty, so that
  // nothing on it changes.
  bool look_at_catalogue();

  // The drawer in the morning.
  [[nodiscard]] PieceCount& count() { return count_; }  // float or close, whichever is shown
  [[nodiscard]] const std::optional<Money>& last_float() const { return last_float_; }
  void open_with_count();
  void open_with_last_float();  // without one: the drawer is empty
  // Only while no drawer is open.
  [[nodiscard]] bool can_practise() const;
  void practise();
  // Here one practises: whoever it is came in elsewhere.
  void begin_practice(const LogIn::Person& person) { come_in(person); }
  [[nodiscard]] bool practising() const { return static_cast<bool>(doors_.end_practice); }
  void count_yesterday();

  using Moving = pos::Moving;
  void money_in_or_out();
  void choose_direction(CashMove::Direction direction);
  [[nodiscard]] static const std::vector<std::string>& move_reasons(CashMove::Direction direction);
  void choose_move(const std::string& reason);
  [[nodiscard]] const Moving& moving() const { return moving_; }
  [[nodiscard]] Money moved_sum() const;
  void move_cash_now();
  // Pieces that are tapped one by one: of a move, or those that a customer adds.
  [[nodiscard]] std::vector<Money> tapped_pieces();
  void tap_piece(const Money& piece);
  void untap_piece(std::size_t which);

  // Selling.
  [[nodiscard]] const Shelf& shelf();
  [[nodiscard]] const Cart& cart() const { return cart_; }
  [[nodiscard]] Money total();
  static constexpr std::size_t tiles_found = 12;  // by "Find"
  static constexpr std::size_t receipts_on_page = 12;
  static constexpr std::size_t accounts_on_page = 12;
  static constexpr std::array<std::size_t, 3> tile_counts{12, 20, 30};
  // As many as whoever stands here likes, and the window has room for; 12 always fit.
  [[nodiscard]] std::size_t tiles_on_page() const { return tiles_; }
  [[nodiscard]] bool tiles_fit(std::size_t count) const { return count <= room_for_tiles_; }
  void room_for_tiles(std::size_t most);
  void size_of_pictures();
  void choose_tile_count(std::size_t count);
  [[nodiscard]] std::size_t tab() const { return tab_; }
  [[nodiscard]] std::size_t page() const { return page_; }
  [[nodiscard]] std::size_t pages();
  [[nodiscard]] std::vector<const Article*> tiles();
  void choose_tab(std::size_t tab);
  void turn_page(int by);
  void tap_article(const std::string& code);
  // What the shop takes off at this hour (pos/ui/counter_markdown.cpp); nothing: the usual price.
  [[nodiscard]] std::optional<int> marked_down(const Article& article) const;
  [[nodiscard]] Money price_shown(const Article& article) const;
  void one_more(std::size_t line);
  void one_less(std::size_t line);

  // One line of the tray. Another price is a manager's right: she approves it here and now.
  void open_line(std::size_t line);
  [[nodiscard]] const Cart::Line& opened_line() const { return cart_.lines().at(line_); }
  [[nodiscard]] const Article* opened_article();
  void type_number();
  void line_number_done();
  void type_price();
  [[nodiscard]] Money typed_price() const;  // of one, in the smallest piece in use
  void line_price_done();
  void choose_percent();
  static constexpr std::array<int, 4> percents_off{10, 20, 30, 50};
  void take_off_percent(int percent);
  void usual_price();
  void choose_note();
  // Of a customer's question: what is in the open line's article of the fourteen that have to be
  // named. Nothing where the shop keeps no recipe of it.
  [[nodiscard]] std::optional<std::vector<Allergen>> contents();
  void show_contents();
  [[nodiscard]] const std::vector<LineNote>& notes() const { return rules_.notes; }
  void note_line(const std::string& words);  // empty: nothing is noted
  void take_line_away();

  // Asked once, before it goes on (pos/habit.h).
  using Sure = pos::Sure;
  [[nodiscard]] const std::optional<Sure>& sure() const { return sure_; }
  void it_is_meant();
  void it_is_not_meant();

  // The tray waits for a customer who comes back to it; with nothing on it, those that wait.
  void wait_here();
  static constexpr std::size_t most_waiting = 12;
  [[nodiscard]] const std::vector<Cart>& waiting() const { return waiting_; }
  // The salon (pos/ui/counter_salon.cpp), where the shop has one.
  [[nodiscard]] bool has_salon() const { return rules_.appointments && doors_.salon != nullptr; }
  void open_salon();
  [[nodiscard]] const SalonDay& salon() const { return *salon_; }
  // Each press there goes this way, and is shown where it leads.
  void at_salon(const std::function<void(SalonDay&)>& what);
  // Once a second: whether another till's booking is to be painted.
  bool look_at_salon();
  void visit_to_payment();
  // The bakery (pos/ui/counter_orders.cpp), where the shop takes orders.
  [[nodiscard]] bool has_orders() const;
  void open_orders();
  [[nodiscard]] const OrdersScreen& orders() const { return *orders_; }
  void at_orders(const std::function<void(OrdersScreen&)>& what);
  // Of what lies on the tray; with nothing on it, as the customer had it before.
  void begin_order();
  void place_order();
  void print_order();
  // At the agreed prices onto a tray of its own; what lies on the one in front waits.
  void hand_over_order();
  void pay_order_early();
  // Nothing: it is not known yet, and she pays what she likes.
  [[nodiscard]] const std::optional<Money>& early_due() const { return early_.due; }
  // Of what was tapped as much as is still to pay; the rest is change.
  [[nodiscard]] Money early_takes() const;
  void early_done();
  void early_by_card();
  void leave_order_out();
  void order_is_left_out();
  // What was paid early and is not wanted for it any more, in pieces that the drawer has.
  [[nodiscard]] const std::vector<CountedPiece>& early_back() const { return early_.back; }
  [[nodiscard]] Money early_back_sum() const;
  void early_is_back();
  [[nodiscard]] bool has_bake_sheet() const;
  void open_bake_sheet();
  [[nodiscard]] const BakeScreen& bake() const { return *bake_; }
  void at_bake(const std::function<void(BakeScreen&)>& what);
  void fit_bake_rows(std::size_t rows) { bake_->room_for(rows); }
  void print_bake_sheet();
  // The laundry (pos/ui/counter_tickets.cpp), where the shop has one.
  [[nodiscard]] bool has_tickets() const;
  void open_tickets();
  [[nodiscard]] const TicketsScreen& tickets() const { return *tickets_; }
  void at_tickets(const std::function<void(TicketsScreen&)>& what);
  // What is ready of it, or what was chosen, at the agreed prices onto a tray of its own.
  void hand_over_ticket();
  // A new one (pos/ui/counter_intake.cpp): a bag that was counted, or what lies on the tray.
  void begin_ticket();
  void take_in();
  void pay_ticket_early();
  [[nodiscard]] bool can_pay_ticket_early() const;
  void print_ticket(const std::vector<TicketPaper>& papers);
  // Whose an order or a ticket is that is begun.
  [[nodiscard]] const WhoseAsked& whose() const;
  void at_whose(const std::function<void(WhoseAsked&)>& what);
  // What is wasted, given away, or sold out for today (pos/ui/counter_waste.cpp).
  [[nodiscard]] bool has_waste() const;
  void open_waste();
  [[nodiscard]] const WasteScreen& waste() const { return *waste_; }
  void at_waste(const std::function<void(WasteScreen&)>& what);
  void note_waste();
  [[nodiscard]] bool is_sold_out(const std::string& article);
  void mark_sold_out(bool sold_out);  // of the one that was chosen
  // One that somebody paid for whoever comes, and one more for the next
  // (pos/ui/counter_others.cpp).
  [[nodiscard]] bool has_others() const;
  [[nodiscard]] bool offered_for_others(const std::string& article) const;
  void one_for_others();  // of the line that is open
  void open_others();
  using Others = pos::Others;
  [[nodiscard]] std::vector<Others> others();
  void take_from_others(std::size_t shown);
  // Packages (pos/ui/counter_packages.cpp): sold, and used time by time.
  [[nodiscard]] bool has_packages() const;
  void open_packages();
  [[nodiscard]] const PackagesScreen& packages() const { return *packages_; }
  void turn_packages(int by);
  // What lies on the tray in front waits.
  void sell_package(std::size_t shown);
  void type_package_number();
  void package_number_done();
  [[nodiscard]] bool may_be_more(const Cart::Line& line);
  void visit_with_package(bool used);
  // One's own time (pos/ui/counter_my_time.h), and softly a break that is due.
  [[nodiscard]] bool has_my_time() const { return my_time_.is_kept(); }
  void open_my_time();
  [[nodiscard]] const MyTimeScreen& my_time() const { return my_time_.screen(); }
  void at_my_time(const std::function<void(MyTimeScreen&)>& what);
  [[nodiscard]] bool look_at_my_time();  // once a second: whether something new is to be shown
  [[nodiscard]] bool break_is_offered() const { return my_time_.break_is_offered() && person_; }
  void put_break_off();
  // In front again; what is on the tray now waits instead.
  void take_up(std::size_t which);
  void undo();  // the one at the bottom left, on every place
  [[nodiscard]] bool can_undo() const;
  void scanned(const std::string& code);
  // Finding by letters and weighing by grams: what was typed so far.
  void find();
  void weigh_done();
  // From the scale that stands beside the till.
  [[nodiscard]] bool can_read_scale() const {
    return (place_ == Place::weigh || place_ == Place::ticket_weigh) && doors_.scale != nullptr;
  }
  void read_scale();
  [[nodiscard]] const std::string& typed() const { return typed_; }
  void type(const std::string& letters);
  void type_back();
  [[nodiscard]] const Article* weighed() const { return weighed_; }
  [[nodiscard]] std::int64_t grams() const;

  // Paying, change, mistakes.
  void pay();
  [[nodiscard]] Paying& paying() { return *paying_; }
  void paid();
  // pos/ui/counter_means.cpp
  [[nodiscard]] bool takes_vouchers() const;
  [[nodiscard]] bool takes_tips() const { return rules_.tips; }
  void pay_by_voucher();
  void voucher_scanned(const std::string& code);  // while paying, without a press before
  void voucher_typed();
  void pay_on_account();
  [[nodiscard]] std::vector<const CustomerAccount*> accounts() const;
  [[nodiscard]] std::size_t account_page() const { return account_page_; }
  [[nodiscard]] std::size_t account_pages() const;
  void turn_accounts(int by);
  void choose_account(std::size_t shown);
  void leave_the_change();  // as a gift, or as a tip
  void gift_is(Paying::Gift gift);
  // Only with nothing on the tray.
  [[nodiscard]] bool can_sell_others() const;
  void sell_voucher();
  void voucher_value_done();
  void account_is_paid();
  [[nodiscard]] const std::optional<CustomerAccount>& paid_account() const { return paid_account_; }
  [[nodiscard]] Money account_takes() const;
  void account_sum_done();
  // What was tapped of what is owed, or all of it.
  void account_by_card();
  // What is being given: change, or the money for what came back.
  [[nodiscard]] Giving& giving() { return place_ == Place::taken_back ? *giving_back_ : *giving_; }
  void none_left(std::size_t pile);
  void there_are_some(const Money& piece);  // after all
  // Change as a sum, or counted up to what was given: as who stands here likes it.
  void count_up() { counts_up_ = !counts_up_; }
  [[nodiscard]] bool counts_up() const { return counts_up_ && place_ == Place::change; }
  void more_coins();
  void coins_came();  // back to giving change
  void owe_the_rest();
  void next_customer();
  void made_a_mistake();
  void something_comes_back();
  static constexpr int receipts_looked_at = 60;  // the newest, refunds among them
  [[nodiscard]] std::vector<const Sale*> receipts() const;
  [[nodiscard]] std::size_t receipt_page() const { return receipt_page_; }
  [[nodiscard]] std::size_t receipt_pages() const;
  void turn_receipts(int by);
  void choose_receipt(std::size_t shown);
  [[nodiscard]] TakingBack& taking_back() { return *taking_back_; }
  // For what is chosen; nothing as long as nothing is.
  [[nodiscard]] std::optional<Money> to_give_back();
  [[nodiscard]] bool of_the_sale_just_made() const { return giving_.has_value(); }
  void keep_the_sale();
  void take_it_back();
  // Above the shop's limit: a manager approves it here and now, without who sells giving up her
  // place; or it waits, and the customer gets a slip.
  void ask_manager();
  void come_back_another_time();
  [[nodiscard]] const std::optional<RungUp>& refund() const { return refund_; }
  void same_again();  // the articles that were taken back, on a new tray
  void ask_fiscal_number();
  void fiscal_number_done();
  void skip_fiscal_number();
  void skip_because(const std::string& reason);
  [[nodiscard]] static const std::vector<std::string>& skip_reasons();

  // Closing the day.
  void close_day();
  void later();
  [[nodiscard]] bool drawer_is_todays() const;
  void step_count(std::size_t piece, std::int64_t by);
  // One piece's number by keys instead of steps.
  void type_count(std::size_t piece);
  [[nodiscard]] std::size_t typed_piece() const { return typed_piece_; }
  // Of the piece that is typed: a row of ten, a roll, or by their weight in grams on the shop's
  // scale, which is offered only if its step is at most half a coin.
  void add_row();
  void add_roll();
  [[nodiscard]] bool can_weigh_coins() const;
  void weigh_coins();  // and back to typing their number
  [[nodiscard]] bool weighing_coins() const { return weighing_coins_; }
  [[nodiscard]] std::int64_t typed_count() const;
  void count_number_done();
  void counted();
  void bag_done();  // without a number: no bag
  // Counting another time: all the money goes into a bag, and a new drawer may open. Each bag is
  // counted when somebody has time for it, on from what was counted already.
  void count_later();
  void bag_later_done();
  void bag_is_away();
  [[nodiscard]] const std::vector<WaitingBag>& bags() const { return bags_; }
  static constexpr std::size_t bags_shown = 8;  // the oldest
  void count_a_bag();
  [[nodiscard]] bool of_a_bag() const;  // what is shown
  void choose_bag(std::size_t shown);
  // That is put away or counted.
  [[nodiscard]] const std::optional<WaitingBag>& bag() const { return bag_; }
  [[nodiscard]] Money difference() const { return difference_; }
  void count_again();
  void choose_difference_note();
  void note_difference(const std::string& note);  // one of difference_notes()
  [[nodiscard]] const std::string& noted_difference() const { return difference_note_; }
  void close_anyway();
  [[nodiscard]] const std::optional<DaySheet>& day_sheet() const { return sheet_; }
  void good_night();

  // Paper comes after the screen, so that nobody waits for a printer: the window calls this when it
  // has painted.
  [[nodiscard]] bool has_paper_to_print() const { return paper_waits_; }
  void print_now();
  void print_again();

 private:
  using Slip = pos::Slip;
  void print(const Slip& slip);
  void go(Place place);
  void read_accounts(bool to_be_paid);
  void undo_other_means();
  [[nodiscard]] Place before_paying() const;
  [[nodiscard]] std::vector<Extra> extras() const;
  void enter(const SaleRequest& request, const std::vector<Money>& pieces);
  [[nodiscard]] bool taps_pieces() const;
  void read_rules();
  void keep_count();
  void recall_count();
  void forget_count();
  [[nodiscard]] std::string head_of_count(Place place);
  [[nodiscard]] bool counting() const;
  void read_bags();
  void leave_bags();
  void after_count();
  void back_to_count();
  void add_to_count(std::int64_t pieces);
  [[nodiscard]] std::size_t wished_tiles() const;
  void look_at_wished_tiles();
  void set_price(const std::optional<OwnPrice>& price);
  [[nodiscard]] bool asks_whether_sure(const Sure& sure);
  [[nodiscard]] bool asks_about_tray();
  [[nodiscard]] bool approving_rests();
  void keep_approving_rest();
  [[nodiscard]] Place before_approval() const;
  void take_back_now();
  void try_approval(const std::function<std::optional<LogIn::Person>()>& press);
  void leave_for(Place place);
  [[nodiscard]] bool anybody() const;
  [[nodiscard]] std::optional<std::int64_t> lock_limit_seconds();
  void come_in(const LogIn::Person& person);
  void open_with(const Money& float_amount);
  void start_count(Place place);
  [[nodiscard]] Day catalogue_day() const;
  void new_cart();
  void save_draft();
  void recall_draft();
  void show_sale(Sale sale);
  [[nodiscard]] KeepOrders::Doors order_doors();
  [[nodiscard]] bool of_orders() const;
  void undo_orders();
  void undo_order_sum();
  [[nodiscard]] bool of_waste() const;
  void undo_waste();
  [[nodiscard]] std::int64_t waiting_of_others(const Article& article);
  [[nodiscard]] std::vector<Extra> extras_for_others();
  [[nodiscard]] std::vector<Tender> tenders_of_others();
  [[nodiscard]] std::optional<OwnPrice> price_now(const Article& article) const;
  [[nodiscard]] std::vector<MarkdownRule> markdowns_now() const;
  [[nodiscard]] bool look_at_markdowns();
  [[nodiscard]] PackagesScreen& packages_screen();
  [[nodiscard]] bool of_packages() const;
  void undo_packages();
  void leave_my_time();
  [[nodiscard]] bool package_scanned(const std::string& code);
  void use_package(std::int64_t number);
  [[nodiscard]] bool says_what_is_left(std::int64_t more);
  [[nodiscard]] bool sells_package() const;
  [[nodiscard]] bool package_is_made();
  [[nodiscard]] bool package_is_enough();
  void print_package_card(const Sale& sale);
  void put_visit_on_tray();
  void go_to_orders();
  // Nothing on the tray but what is sold to whoever stands here.
  [[nodiscard]] bool is_to_order() const;
  [[nodiscard]] bool order_scanned(const std::string& code);
  [[nodiscard]] bool of_tickets() const;
  void undo_tickets();
  [[nodiscard]] TicketsScreen& tickets_screen();
  [[nodiscard]] bool ticket_scanned(const std::string& code);
  void go_to_tickets();
  void take_ticket_back();
  void pay_early_for(const std::string& code, const std::optional<Money>& due);
  [[nodiscard]] bool tray_goes_aside();
  void delivery_goes_on_tray(const Delivery& delivery, const std::vector<Cart::Line>& lines);
  [[nodiscard]] bool is_on_a_tray(const Delivery& delivery);
  [[nodiscard]] std::optional<Advance> paid_early();
  // Something of that ticket stays here: what was paid early may be for that.
  [[nodiscard]] bool more_is_fetched_later();
  // False: more was paid than lies here, and goes back first.
  [[nodiscard]] bool count_what_was_paid_early();
  void give_back_early(const std::string& advance, const Money& amount);
  void early_is_back_now();
  void print_beside(std::function<void()> paper);
  [[nodiscard]] bool is_paid(const VisitId& visit) const;
  // The visits on the tray are paid by this sale: said when it was posted, and again after a crash.
  void note_visits_paid(const SaleId& sale);
  [[nodiscard]] DrawerPieces& drawer_pieces();
  void keep_drawer_pieces();
  void note_what_was_given();
  [[nodiscard]] RefundRequest refund_request() const;
  void close_with_count(const std::string& bag);
  [[nodiscard]] bool yesterdays(const DrawerSession& session) const;

  CounterDoors doors_;
  Place place_ = Place::log_in;
  Place behind_ = Place::sale;  // where a log-in after "Back soon" or a lock comes back to
  std::string typed_behind_;    // and what was typed there
  IdleLock idle_;
  OfficeCall::State call_state_ = OfficeCall::State::quiet;
  std::optional<Instant> called_at_;  // or answered
  std::optional<Notice> notice_;
  LogIn log_in_;
  LogIn approving_;
  ApprovingRest approving_rest_;
  std::optional<LogIn::Person> person_;
  CounterRules rules_;
  Moving moving_;
  bool draft_recalled_ = false;
  bool word_about_book_said_ = false;
  std::unique_ptr<Shelf> shelf_;
  std::int64_t shelf_reading_ = 0;
  Cart cart_;
  std::vector<Cart> waiting_;
  std::unique_ptr<SalonDay> salon_;
  std::optional<Instant> salon_looked_at_;
  std::unique_ptr<OrdersScreen> orders_;
  std::unique_ptr<BakeScreen> bake_;
  std::unique_ptr<TicketsScreen> tickets_;
  std::unique_ptr<WasteScreen> waste_;
  std::unique_ptr<PackagesScreen> packages_;
  CounterMyTime my_time_{doors_};
  std::optional<SoldOut> sold_out_;
  EarlyPayment early_;
  std::optional<Cart> ordered_tray_;    // as long as its order or ticket can be taken back
  std::function<void()> paper_beside_;  // that belongs to no sale
  std::size_t tab_ = 0;
  std::size_t page_ = 0;
  std::size_t room_for_tiles_ = tile_counts.back();
  std::size_t tiles_ = tile_counts.front();
  Habit habit_;
  std::optional<Day> habit_of_;  // read once a day: nothing moves about while it is sold
  std::optional<Sure> sure_;
  Place sure_from_ = Place::sale;  // where it was said
  std::vector<Sure> meant_;        // asked and answered, of the tray in front
  std::size_t line_ = 0;
  std::optional<OwnPrice> price_to_approve_;
  std::string typed_;
  const Article* weighed_ = nullptr;
  std::optional<OwnPrice> weighed_at_;      // as it was when the picture was tapped
  std::vector<MarkdownRule> marked_shown_;  // that hold on what is shown
  std::optional<Paying> paying_;
  std::vector<CustomerAccount> accounts_;
  std::size_t account_page_ = 0;
  std::optional<Money> sold_voucher_;
  std::optional<CustomerAccount> paid_account_;
  std::optional<Money> account_payment_;  // as what is paid for, like a voucher
  std::optional<Giving> giving_;
  bool counts_up_ = false;
  std::vector<Sale> receipts_;
  std::size_t receipt_page_ = 0;
  std::optional<TakingBack> taking_back_;
  std::optional<Giving> giving_back_;
  std::optional<RungUp> refund_;
  PieceCount count_;
  Place count_place_ = Place::open_drawer;
  std::string count_head_;  // of which drawer
  std::vector<WaitingBag> bags_;
  std::optional<WaitingBag> bag_;
  Place bag_from_ = Place::close;
  std::size_t typed_piece_ = 0;
  bool weighing_coins_ = false;
  std::optional<Money> last_float_;
  Money difference_;
  std::string difference_note_;
  std::optional<DaySheet> sheet_;
  std::optional<SessionId> drawer_is_of_;
  DrawerPieces drawer_pieces_;    // without what is being given back just now
  std::string owed_before_;       // a sale and what is owed of it, as a crash left them
  std::vector<Slip> slips_wait_;  // for the printer, in order
  bool paper_waits_ = false;
  bool paper_is_copy_ = false;
};

// The newest day sheet of a till.
[[nodiscard]] std::optional<DaySheet> last_day_sheet(TillBook& book, const std::string& till);

}  // namespace tilia::pos
