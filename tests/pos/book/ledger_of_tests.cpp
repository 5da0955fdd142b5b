#include "tests/pos/book/ledger_of_tests.h"

#include <algorithm>

namespace tilia::pos::tests {
namespace {

// Half of one goes up; nothing here is below zero.
std::int64_t half_up(std::int64_t over, std::int64_t under) {
  return (2 * over + under) / (2 * under);
}

std::int64_t amount_of(const Ledger::Line& line, std::int64_t thousandths) {
  return half_up(line.price * thousandths, 1000);
}

void add(Ledger::Vat& to, const Ledger::Vat& vat, std::int64_t sign) {
  for (const auto& [row, sums] : vat) {
    to[row].gross += sign * sums.gross;
    to[row].vat += sign * sums.vat;
  }
}

}  // namespace

std::int64_t Ledger::sum_of(const std::vector<Line>& lines) {
  std::int64_t sum = 0;
  for (const Line& line : lines) sum += amount_of(line, line.thousandths);
  return sum;
}

std::int64_t Ledger::in_cash(std::int64_t exact) const {
  return half_up(exact, terms_.cash_step) * terms_.cash_step;
}

void Ledger::open(const std::string& till, std::int64_t float_amount) {
  books_[till] = Book{.float_amount = float_amount, .vat = {}};
}

std::int64_t Ledger::sell(const std::string& till, const std::string& receipt,
                          const std::vector<Line>& lines, const Payment& payment) {
  Book& book = books_.at(till);
  const std::int64_t exact =
      sum_of(lines) + payment.beside() - payment.card - payment.voucher - payment.account;
  const std::int64_t due = payment.handed == 0 ? exact : in_cash(exact);
  Sold sold{lines,
            {},
            due,
            payment.card,
            payment.voucher,
            payment.account,
            payment.voucher_was_given,
            payment.beside(),
            payment.beside()};
  for (const Line& line : lines) sold.kept.push_back(line.thousandths);
  book.sales_count += 1;
  book.sales_total += sum_of(lines);
  book.donations += payment.donation;
  book.cash_rounding += due - exact;
  book.cash_taken += payment.handed;
  book.change_given += payment.handed - due;
  book.card_taken += payment.card;
  book.tips += payment.tip;
  book.vouchers_taken += payment.voucher;
  if (payment.voucher_was_given) book.vouchers_given += payment.voucher;
  book.vouchers_sold += payment.voucher_sold;
  book.account_taken += payment.account;
  book.account_paid += payment.account_paid;
  add(book.vat, paid_for(sold, sold.kept).vat, 1);
  sold_[receipt] = std::move(sold);
  return payment.handed - due;
}

std::int64_t Ledger::kept(const std::string& receipt, std::size_t line) const {
  return sold_.at(receipt).kept.at(line);
}

bool Ledger::all_back(const std::string& receipt) const {
  const std::vector<std::int64_t>& kept = sold_.at(receipt).kept;
  return std::all_of(kept.begin(), kept.end(), [](std::int64_t left) { return left == 0; });
}

Ledger::Back Ledger::take_back(const std::string& till, const std::string& receipt,
                               const std::vector<std::pair<std::size_t, std::int64_t>>& lines,
                               const Payment& beside) {
  Book& book = books_.at(till);
  Sold& sold = sold_.at(receipt);
  const Paid before = paid_for(sold, sold.kept);
  for (const auto& [line, thousandths] : lines) sold.kept.at(line) -= thousandths;
  sold.beside_kept -= beside.beside();
  const Paid after = paid_for(sold, sold.kept);
  const Back back{before.total - after.total, before.cash - after.cash, before.card - after.card,
                  before.voucher - after.voucher, before.account - after.account};
  book.refunds_count += 1;
  book.refunds_total += back.total;
  book.cash_refunded += back.cash;
  book.card_taken -= back.card;
  book.vouchers_taken -= back.voucher;
  if (sold.voucher_was_given) book.vouchers_given -= back.voucher;
  book.account_taken -= back.account;
  book.donations -= beside.donation;
  book.tips -= beside.tip;
  book.vouchers_sold -= beside.voucher_sold;
  book.account_paid -= beside.account_paid;
  book.cash_rounding +=
      back.total + beside.beside() - back.cash - back.card - back.voucher - back.account;
  add(book.vat, after.vat, 1);
  add(book.vat, before.vat, -1);
  return back;
}

std::int64_t Ledger::drawer(const std::string& till) const {
  const Book& book = books_.at(till);
  return book.float_amount + book.cash_taken - book.change_given - book.cash_refunded +
         book.cash_in - book.cash_out;
}

// Classes of one rate stand in one row, under the first of them; without VAT each has its own.
std::pair<VatClass, std::int64_t> Ledger::row_of(const std::vector<Line>& lines,
                                                 VatClass vat_class) const {
  const auto permille = [this](VatClass asked) {
    const auto found = terms_.permille.find(asked);
    return found == terms_.permille.end() ? 0 : found->second;
  };
  const std::int64_t rate = permille(vat_class);
  if (rate == 0) return {vat_class, 0};
  VatClass first = vat_class;
  for (const Line& line : lines) {
    if (permille(line.vat_class) == rate) first = std::min(first, line.vat_class);
  }
  return {first, rate};
}

// All of it: what was really paid. A part of it: the account has come down first, then the voucher
// was filled, then the card; the cash that is left is rounded as cash is, never above what was
// paid. A card paid the goods first, and what came with them with the rest.
Ledger::Paid Ledger::paid_for(const Sold& sold, const std::vector<std::int64_t>& kept) const {
  Paid paid;
  for (std::size_t at = 0; at < sold.lines.size(); ++at) {
    const std::int64_t amount = amount_of(sold.lines[at], kept[at]);
    paid.total += amount;
    paid.vat[row_of(sold.lines, sold.lines[at].vat_class)].gross += amount;
  }
  for (auto& [row, sums] : paid.vat) sums.vat = half_up(sums.gross * row.second, 1000 + row.second);
  const std::int64_t all = sum_of(sold.lines);
  const std::int64_t in_money = all - sold.voucher - sold.account;
  const std::int64_t cash_of_all = std::max<std::int64_t>(in_money - sold.card, 0);
  const std::int64_t cash = std::min(paid.total, cash_of_all);
  const std::int64_t money = std::min(paid.total, in_money);
  paid.card = money - cash;
  paid.voucher = std::min(paid.total - money, sold.voucher);
  paid.account = paid.total - money - paid.voucher;
  const std::int64_t card_beside = sold.card - std::min(sold.card, in_money);
  const std::int64_t beside_in_cash = std::min(sold.beside_kept, sold.beside - card_beside);
  paid.card += sold.beside_kept - beside_in_cash;
  const std::int64_t exact = cash + beside_in_cash;
  const bool everything = exact == cash_of_all + sold.beside - card_beside;
  paid.cash = everything ? sold.cash : std::min(in_cash(exact), sold.cash);
  return paid;
}

}  // namespace tilia::pos::tests
