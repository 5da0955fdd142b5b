// What the counter needs of storage. db/till_book_sqlite fulfils it; each write is one transaction
// that appends to the business journal and moves the projections with it. Failures of the disk are
// exceptions, after which nothing of the entry is in the book.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/instant.h"
#include "pos/article.h"
#include "pos/drawer_session.h"
#include "pos/habit.h"
#include "pos/sale.h"
#include "pos/shop.h"

namespace tilia::pos {

// Why a voucher or an account does not pay: looked at within the sale's transaction, so that two
// tills cannot use the same money.
struct TenderFault {
  enum class Why {
    voucher_unknown,
    voucher_used_up,
    voucher_expired,
    voucher_not_enough,
    voucher_number_taken,
    voucher_not_whole,  // it is taken back, and was used
    account_unknown,
    account_full,
    account_owes_less,
    advance_unknown,
    advance_not_enough,
    not_to_deliver,
    not_as_agreed,  // at a price at which nothing was ordered
  };
  Why why = Why::voucher_unknown;
  std::string about;  // the number, or what is left

  friend bool operator==(const TenderFault&, const TenderFault&) = default;
};

// The answer of entering a sale under an id that its asker minted.
struct Entered {
  enum class State {
    entered,
    already_entered,    // same id, same content: `sale` is the first
    different_content,  // same id, other content: nothing was written, `sale` is the first
    tender_refused      // a voucher or an account says no: nothing was written
  };
  State state = State::entered;
  Sale sale;
  std::optional<TenderFault> fault = std::nullopt;  // where a tender was refused
};

// A sale worked out, to be posted: the receipt number is given inside the transaction.
struct SaleDraft {
  SaleId id;
  std::string till;
  DrawerSession session;
  Instant at;
  std::string request_text;  // canonical text of what was asked: decides "same content"
  PricedSale priced;
  std::optional<RefundOf> refund_of;
  // Places of the lines at prices that were agreed when they were ordered.
  std::vector<std::size_t> agreed_lines = {};
};

// What earlier refunds took back of a receipt.
struct TakenBack {
  std::vector<std::pair<std::int64_t, Quantity>> lines;  // by number, from 1; positive
  std::vector<std::int64_t> extras;                      // by number, from 1
  bool donation = false;

  friend bool operator==(const TakenBack&, const TakenBack&) = default;
};

struct StaffTag;
using StaffId = Id<StaffTag>;

// One act at the counter that somebody asked for and somebody else approved.
struct Approval {
  std::string act;    // "refund"
  std::string about;  // the receipt
  StaffId asked;
  StaffId approved;

  friend bool operator==(const Approval&, const Approval&) = default;
};

class TillBook {
 public:
  virtual ~TillBook() = default;

  [[nodiscard]] virtual Organisation organisation() = 0;
  // By page, then name, at the prices of that day; those off the shelf too.
  [[nodiscard]] virtual std::vector<Article> articles(const Day& day) = 0;
  // Adds articles and replaces those of the same code: all or none. Their prices hold from the
  // shop's day at that moment on; what is planned for a later day stays.
  virtual void put_articles(const std::vector<Article>& articles, const Instant& at) = 0;
  // Another number after each change of the catalogue or the organisation.
  [[nodiscard]] virtual std::int64_t catalogue_mark() = 0;

  [[nodiscard]] virtual std::optional<DrawerSession> open_session(const std::string& till) = 0;
  // CHECKs that the till has none open.
  virtual DrawerSession start_session(const SessionId& id, const std::string& till,
                                      const BusinessDay& day, const Money& float_amount,
                                      const Instant& at) = 0;
  virtual Entered enter_sale(const SaleDraft& draft) = 0;
  virtual void enter_cash_move(const DrawerSession& session, const CashMove& move,
                               const Instant& at) = 0;
  // CHECKs that its sums are those of the sale.
  virtual void enter_exchange(const DrawerSession& session, const PieceExchange& exchange,
                              const Instant& at) = 0;
  // From now on nothing comes into the session; it is closed as any other, later.
  virtual void bag_session(const DrawerSession& session, const std::string& bag,
                           const Instant& at) = 0;
  // The oldest first.
  [[nodiscard]] virtual std::vector<WaitingBag> bags(const std::string& till) = 0;
  [[nodiscard]] virtual SessionFigures figures(const SessionId& session) = 0;
  // One that is open, or whose bag waits.
  virtual DaySheet close_session(const DrawerSession& session,
                                 const std::vector<CountedPiece>& counted, const Money& expected,
                                 const Money& counted_total, const CloseWords& words,
                                 const Instant& at) = 0;
  [[nodiscard]] virtual std::optional<DaySheet> day_sheet(const std::string& till,
                                                          std::int64_t number) = 0;

  [[nodiscard]] virtual std::optional<Sale> sale_by_id(const SaleId& id) = 0;
  [[nodiscard]] virtual std::optional<Sale> sale_by_receipt(const std::string& receipt) = 0;
  [[nodiscard]] virtual std::vector<Sale> latest_sales(const std::string& till, int at_most) = 0;
  [[nodiscard]] virtual RecentTrade recent_trade(const std::string& till, int sales_at_most) = 0;
  [[nodiscard]] virtual TakenBack taken_back(const std::string& receipt) = 0;
  // Before the act that it is for.
  virtual void note_approval(const Approval& approval, const Instant& at) = 0;
  // Names and texts (pos/counter_rules.h).
  [[nodiscard]] virtual std::vector<std::pair<std::string, std::string>> counter_rules() = 0;
  virtual void set_counter_rule(const std::string& name, const std::string& text,
                                const Instant& at) = 0;
  // After a sale: the number that a fiscal device printed, or the reason why there is none.
  virtual void note_fiscal_number(const SaleId& sale, const std::string& number_or_reason,
                                  bool skipped, const Instant& at) = 0;
};

}  // namespace tilia::pos
