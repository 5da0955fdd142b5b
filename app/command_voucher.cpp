// `tilia voucher …`: vouchers that we give and another issuer's that we take, and what is left on
// all of them. One that is sold comes with `tilia sale ring`.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "pos/keep_vouchers.h"

namespace tilia::app {
namespace {

struct VoucherOptions {
  std::string value;
  std::int64_t count = 1;
  std::string issuer;
  std::vector<std::string> numbers;
  std::string until;
  std::string on;
  std::string number;
  bool open = false;
};

[[noreturn]] void refuse(pos::VoucherRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(pos::voucher_refusal_code(why)),
                pos::sentence_of(why));
}

pos::KeepVouchers keep(OpenBook& book) {
  return {book.tender_book(), book.currency(), book.zone(), book.clock(), book.chance()};
}

Json day_json(const std::optional<Day>& day) { return day ? Json(day->text()) : Json(); }

Json voucher_json(const pos::Voucher& voucher) {
  return {{"number", voucher.number},
          {"kind", pos::voucher_kind_text(voucher.kind)},
          {"issuer", voucher.issuer.empty() ? Json() : Json(voucher.issuer)},
          {"value", amount_json(voucher.value)},
          {"left", amount_json(voucher.balance)},
          {"currency", voucher.value.currency().code()},
          {"issued_on", voucher.issued_on.text()},
          {"valid_until", day_json(voucher.valid_until)},
          {"cancelled", voucher.cancelled}};
}

ExitStatus voucher_issue(Desk& desk, const VoucherOptions& asked) {
  if (asked.numbers.empty() != asked.issuer.empty())
    throw Stopped(ExitStatus::wrong_usage, "issuer_and_numbers",
                  Phrase("app.voucher.issuer_and_numbers"));
  OpenBook book(desk);
  book.acting(Act::keep_vouchers);
  const Money value = counter_amount(asked.value, book.currency());
  std::optional<Day> until;
  if (!asked.until.empty()) until = day_argument(asked.until);
  const auto numbers = asked.issuer.empty()
                           ? keep(book).give(asked.count, value, until)
                           : keep(book).take_up(asked.issuer, asked.numbers, value, until);
  if (!numbers) refuse(numbers.refusal());
  book.sign_heads();
  desk.printer.answer(
      Json{{"numbers", numbers.value()},
           {"kind", asked.issuer.empty() ? "given" : "other"},
           {"value", amount_json(value)},
           {"currency", book.currency().code()},
           {"valid_until", day_json(until)}},
      Phrase::counted("app.voucher.issued", std::ssize(numbers.value())).with("value", value));
  return ExitStatus::done;
}

ExitStatus voucher_list(Desk& desk, const VoucherOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_vouchers);
  pos::KeepVouchers keeping = keep(book);
  const std::vector<pos::Voucher> all = book.tender_book().vouchers();
  Json vouchers = Json::array();
  Rows rows;
  for (const pos::Voucher& voucher : all) {
    const bool open = voucher.valid_on(keeping.today()) && !voucher.balance.is_zero();
    if (asked.open && !open) continue;
    vouchers.push_back(voucher_json(voucher));
    rows.push_back({voucher.number, desk.words.amount(voucher.value),
                    desk.words.amount(voucher.balance),
                    voucher.valid_until ? desk.words.day(*voucher.valid_until) : std::string()});
  }
  Json sums = Json::array();
  for (const pos::VoucherSum& sum : keeping.sums(all))
    sums.push_back({{"kind", pos::voucher_kind_text(sum.kind)},
                    {"issuer", sum.issuer.empty() ? Json() : Json(sum.issuer)},
                    {"count", sum.count},
                    {"value", amount_json(sum.value)},
                    {"used", amount_json(sum.used)},
                    {"open", amount_json(sum.open)}});
  const Json answer{{"currency", book.currency().code()}, {"vouchers", vouchers}, {"sums", sums}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.voucher.none"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

std::string plain(const std::string& number) {
  return pos::plain_voucher_number(number).value_or(number);
}

ExitStatus voucher_show(Desk& desk, const VoucherOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_vouchers);
  const auto voucher = book.tender_book().voucher(plain(asked.number));
  if (!voucher) refuse(pos::VoucherRefusal::unknown_voucher);
  Json answer = voucher_json(*voucher);
  answer["moves"] = Json::array();
  Rows rows{{voucher->number, desk.words.amount_with_currency(voucher->balance)}};
  for (const pos::VoucherMove& move : book.tender_book().voucher_moves(voucher->number)) {
    answer["moves"].push_back({{"day", move.day.text()},
                               {"what", pos::voucher_move_text(move.kind)},
                               {"amount", amount_json(move.amount)},
                               {"receipt", move.receipt}});
    rows.push_back({desk.words.day(move.day), desk.words.amount(move.amount), move.receipt});
  }
  desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus voucher_cancel(Desk& desk, const VoucherOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_vouchers);
  const auto voucher = keep(book).cancel(asked.number);
  if (!voucher) refuse(voucher.refusal());
  desk.printer.answer(voucher_json(voucher.value()),
                      Phrase("app.voucher.cancelled").with("number", voucher.value().number));
  return ExitStatus::done;
}

ExitStatus voucher_dues(Desk& desk, const VoucherOptions&) {
  OpenBook book(desk);
  book.acting(Act::keep_vouchers);
  Json issuers = Json::array();
  Rows rows;
  for (const pos::IssuerDues& dues : keep(book).dues()) {
    Json vouchers = Json::array();
    for (const pos::VoucherDue& due : dues.vouchers)
      vouchers.push_back({{"number", due.voucher},
                          {"since", due.since.text()},
                          {"taken", amount_json(due.taken)},
                          {"paid", amount_json(due.paid)},
                          {"open", amount_json(due.open())}});
    issuers.push_back({{"issuer", dues.issuer},
                       {"taken", amount_json(dues.taken)},
                       {"paid", amount_json(dues.paid)},
                       {"open", amount_json(dues.open)},
                       {"vouchers", vouchers}});
    rows.push_back({dues.issuer, desk.words.amount(dues.taken), desk.words.amount(dues.paid),
                    desk.words.amount(dues.open)});
  }
  const Json answer{{"currency", book.currency().code()}, {"issuers", issuers}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.voucher.no_dues"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus voucher_issuer_paid(Desk& desk, const VoucherOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_vouchers);
  pos::KeepVouchers keeping = keep(book);
  pos::KeepVouchers::Paid paid{.issuer = asked.issuer,
                               .on = asked.on.empty() ? keeping.today() : day_argument(asked.on),
                               .numbers = asked.numbers};
  if (!asked.value.empty()) paid.amount = counter_amount(asked.value, book.currency());
  if (!asked.until.empty()) paid.until = day_argument(asked.until);
  const auto payment = keeping.issuer_paid(paid);
  if (!payment) refuse(payment.refusal());
  book.sign_heads();
  Json parts = Json::array();
  for (const pos::IssuerPayment::Part& part : payment.value().parts)
    parts.push_back({{"number", part.voucher}, {"amount", amount_json(part.amount)}});
  desk.printer.answer(Json{{"issuer", payment.value().issuer},
                           {"day", payment.value().day.text()},
                           {"amount", amount_json(payment.value().amount())},
                           {"currency", book.currency().code()},
                           {"vouchers", parts}},
                      Phrase("app.voucher.issuer_paid")
                          .with("issuer", payment.value().issuer)
                          .with("amount", payment.value().amount()));
  return ExitStatus::done;
}

}  // namespace

void add_voucher_commands(CLI::App& root, Desk& desk) {
  CLI::App* voucher = add_family(root, desk, "voucher", "app.help.voucher");
  auto issuing = std::make_shared<VoucherOptions>();
  CLI::App* issue = add_command(*voucher, desk, "issue", "app.help.voucher_issue",
                                "tilia voucher issue --count 50 --value 10.00 --until 2027-12-31");
  add_option(issue, desk, "--value", issuing->value, "app.option.voucher_value").required();
  add_option(issue, desk, "--count", issuing->count, "app.option.voucher_count");
  add_option(issue, desk, "--issuer", issuing->issuer, "app.option.voucher_issuer");
  add_option(issue, desk, "--number", issuing->numbers, "app.option.voucher_numbers")
      .one_value_each();
  add_option(issue, desk, "--until", issuing->until, "app.option.voucher_until");
  does(issue, desk, issuing, voucher_issue);

  auto listing = std::make_shared<VoucherOptions>();
  CLI::App* list =
      add_command(*voucher, desk, "list", "app.help.voucher_list", "tilia voucher list --open");
  add_flag(list, desk, "--open", listing->open, "app.option.voucher_open");
  does(list, desk, listing, voucher_list);

  const auto add_one = [&](const char* name, const char* help, const char* example,
                           ExitStatus (*act)(Desk&, const VoucherOptions&)) {
    auto options = std::make_shared<VoucherOptions>();
    CLI::App* command = add_command(*voucher, desk, name, help, example);
    add_option(command, desk, "number", options->number, "app.option.voucher_number").required();
    does(command, desk, options, act);
  };
  auto asking = std::make_shared<VoucherOptions>();
  CLI::App* dues =
      add_command(*voucher, desk, "dues", "app.help.voucher_dues", "tilia voucher dues");
  does(dues, desk, asking, voucher_dues);

  auto paying = std::make_shared<VoucherOptions>();
  CLI::App* paid =
      add_command(*voucher, desk, "issuer-paid", "app.help.voucher_issuer_paid",
                  "tilia voucher issuer-paid --issuer \"Town hall\" --until 2026-03-31");
  add_option(paid, desk, "--issuer", paying->issuer, "app.option.paid_issuer").required();
  add_option(paid, desk, "--on", paying->on, "app.option.paid_on");
  add_option(paid, desk, "--amount", paying->value, "app.option.paid_amount");
  add_option(paid, desk, "--number", paying->numbers, "app.option.paid_numbers").one_value_each();
  add_option(paid, desk, "--until", paying->until, "app.option.paid_until");
  does(paid, desk, paying, voucher_issuer_paid);

  add_one("show", "app.help.voucher_show", "tilia voucher show 2980000000017", voucher_show);
  add_one("cancel", "app.help.voucher_cancel", "tilia voucher cancel 2980000000017",
          voucher_cancel);
}

}  // namespace tilia::app
