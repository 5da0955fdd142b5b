// What reports need of storage: business figures without any person in them. Fulfilled by
// db/figures_book_sqlite from maintained day summaries, never from lines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/money.h"

namespace tilia::reporting {

// An expense of the shop, or money spent on a service.
enum class ExpenseKind { goods, rent, energy, equipment, other };
[[nodiscard]] std::optional<ExpenseKind> parse_expense_kind(std::string_view text);
[[nodiscard]] std::string_view expense_kind_text(ExpenseKind kind);

struct Expense {
  Day day;
  ExpenseKind kind = ExpenseKind::other;
  Money amount;  // positive, what was paid
};

// Services that surplus pays for: nights of housing, hours of counselling, hours of training, days
// of child care, emergency help. A count of units and what they cost; nobody is named.
enum class ServiceKind { housing, counselling, training, child_care, emergency_help };
[[nodiscard]] std::optional<ServiceKind> parse_service_kind(std::string_view text);
[[nodiscard]] std::string_view service_kind_text(ServiceKind kind);

struct ServiceSpending {
  Day day;
  ServiceKind kind = ServiceKind::housing;
  std::int64_t units = 0;
  Money amount;
  std::string owner = {};  // who paid it alone, of several owners (reporting/owners.h); or nobody
};

struct ServiceSum {
  ServiceKind kind = ServiceKind::housing;
  std::int64_t units = 0;
  Money amount;
};

struct MonthSum {
  Month month;
  Money sales_gross;
  Money services;
};

// Whose report it is, where several own the shop. Sales, VAT, running costs and surplus stay those
// of the whole shop; donations, services and what is carried forward are hers.
struct OwnerPart {
  std::string code;
  std::string name;
  Money surplus;          // her share
  Money common_services;  // of services: her share of those that all paid together
};

// Sums over a period. Wages are inside running_costs and stand nowhere by themselves: beside the
// other costs they would be the wage bill of a team of four.
struct BusinessFigures {
  Day from;
  Day to;  // last day, included
  Currency currency;
  std::string organisation;
  bool practice = true;
  int shops = 0;
  Money sales_gross;  // sales less refunds, vouchers_given and makers_share
  Money vat;
  Money donations;
  Money
      running_costs;  // goods, rent, energy, … and wages with employer contributions, as one figure
  Money services;
  std::vector<ServiceSum> by_service;
  std::vector<MonthSum> by_month;
  bool month_open =
      false;  // a month in the period has no approved pay run, or a day is not closed: provisional
  int people_at_work = 0;  // distinct, in the period: for the gate only, it never leaves
  // What vouchers paid that the shop had given away: in no sum. Nothing where none was.
  std::optional<Money> vouchers_given = std::nullopt;
  // What customers paid for consigned pieces that is their makers': owed or paid out, never earned,
  // in no sum. Nothing where none was. What is owed for lost ones is among the running costs.
  std::optional<Money> makers_share = std::nullopt;
  std::optional<OwnerPart> owner = std::nullopt;
  std::string journal_head;  // of the whole book, for the footer: "ALL 6412 7KQ4-M2XD-9PHR-W3TC"
};

class FiguresBook {
 public:
  virtual ~FiguresBook() = default;
  [[nodiscard]] virtual BusinessFigures figures(const Day& from, const Day& to) = 0;
  virtual void enter_expense(const Expense& expense, const Instant& at) = 0;
  // Of these days, the last included, by day and then as they came.
  [[nodiscard]] virtual std::vector<Expense> expenses(const Day& from, const Day& to) = 0;
  virtual void enter_service(const ServiceSpending& spending, const Instant& at) = 0;
  // Written before the report is handed out: what was released, when, under which number.
  virtual std::int64_t enter_release(const std::string& template_name, const Day& from,
                                     const Day& to, const std::string& digest,
                                     const Instant& at) = 0;
};

}  // namespace tilia::reporting
