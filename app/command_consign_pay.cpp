// `tilia consign who …`, `pay`, `bank-file`, `unpay`, `forget`: for finance, who alone opens who a
// maker is.
#include <utility>

#include "app/arguments.h"
#include "app/command_consign.h"
#include "app/command_tree.h"
#include "app/maker_pay.h"
#include "db/maker_records.h"
#include "payroll/identity.h"
#include "payroll/identity_file.h"

namespace tilia::app {
namespace {

struct PayMakersOptions {
  std::string maker;
  std::string month;
  std::string account;
  std::string file;
  std::int64_t run = 0;
  std::int64_t payment = 0;
};

[[noreturn]] void refuse(payroll::IdentityRefusal why) {
  throw Stopped(ExitStatus::refused, std::string(payroll::identity_refusal_code(why)),
                payroll::sentence_of(why));
}

db::MakerRecords records_of(OpenBook& book) { return {book.file(), book.keys(), book.read_log()}; }

ExitStatus consign_who(Desk& desk, const PayMakersOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::pay_makers);
  ConsignmentDesk consignment(book);
  const std::int64_t maker = known_maker(consignment, asked.maker);
  db::MakerRecords records = records_of(book);
  if (asked.file.empty()) {
    const auto identity = records.open(maker);
    if (!identity)
      throw Stopped(ExitStatus::refused, "consign.nobody_entered",
                    Phrase("app.consign.nobody_entered").with("maker", pos::maker_text(maker)));
    desk.printer.answer(Json{{"maker", pos::maker_text(maker)},
                             {"legal_name", identity->legal_name},
                             {"id_number", identity->id_number},
                             {"iban", identity->iban}},
                        Rows{{identity->legal_name},
                             {identity->id_number},
                             {payroll::iban_in_fours(identity->iban)}});
    return ExitStatus::done;
  }
  auto typed = payroll::read_identity_file(whole_file(asked.file));
  if (!typed)
    throw Stopped(ExitStatus::refused, "bad_identity",
                  Phrase("app.person.bad_identity").with("place", asked.file));
  const auto checked =
      payroll::checked_identity(std::move(typed).value(), false, consignment.keep().today());
  if (!checked) refuse(checked.refusal());
  records.put(maker, checked.value());
  desk.printer.answer(Json{{"maker", pos::maker_text(maker)}, {"kept", true}},
                      Phrase("app.consign.who_kept").with("maker", pos::maker_text(maker)));
  return ExitStatus::done;
}

template <typename T>
T done_or_stop(Result<T, MakerPayNo> answer) {
  if (!answer) throw Stopped(ExitStatus::refused, answer.refusal().code, answer.refusal().sentence);
  return std::move(answer).value();
}

MakerPay pay_of(OpenBook& book, ConsignmentDesk& consignment) {
  return MakerPay({.records = records_of(book),
                   .book = consignment.rows(),
                   .till_book = book.till_book(),
                   .pay_book = book.pay_book(),
                   .zone = book.zone(),
                   .clock = book.clock(),
                   .words = book.paper_words()});
}

ExitStatus consign_forget(Desk& desk, const PayMakersOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::pay_makers);
  ConsignmentDesk consignment(book);
  const std::int64_t maker = known_maker(consignment, asked.maker);
  done_or_stop(pay_of(book, consignment).forget(maker));
  desk.printer.answer(Json{{"maker", pos::maker_text(maker)}, {"forgotten", true}},
                      Phrase("app.consign.forgotten").with("maker", pos::maker_text(maker)));
  return ExitStatus::done;
}

Json payments_json(const std::vector<pos::MakerPayment>& payments) {
  Json list = Json::array();
  for (const pos::MakerPayment& payment : payments)
    list.push_back({{"payment", payment.number},
                    {"maker", pos::maker_text(payment.maker)},
                    {"amount", amount_json(payment.amount)},
                    {"reversed", payment.reversed_on.has_value()}});
  return list;
}

void write_and_answer(Desk& desk, OpenBook& book, const MakersPaid& paid, const std::string& file) {
  write_whole(file, paid.file_text);
  Rows rows;
  for (const pos::MakerPayment& payment : paid.payments)
    rows.push_back({transfer_id(payment), desk.words.amount(payment.amount)});
  for (const std::string& maker : paid.left_out)
    rows.push_back({desk.words.say(Phrase("app.consign.no_account").with("maker", maker))});
  rows.push_back({desk.words.say(Phrase("app.consign.bank_file_written").with("file", file))});
  desk.printer.answer(Json{{"run", paid.payments.front().run},
                           {"currency", book.currency().code()},
                           {"payments", payments_json(paid.payments)},
                           {"left_out", paid.left_out},
                           {"file", file}},
                      rows);
}

ExitStatus consign_pay(Desk& desk, const PayMakersOptions& asked) {
  const Month month = month_argument(asked.month);
  OpenBook book(desk);
  const db::User finance = book.acting(Act::pay_makers);
  ConsignmentDesk consignment(book);
  const MakersPaid paid =
      done_or_stop(pay_of(book, consignment).pay(month, asked.account, finance.id.bytes()));
  book.sign_heads();
  write_and_answer(desk, book, paid, asked.file);
  return ExitStatus::done;
}

ExitStatus consign_bank_file(Desk& desk, const PayMakersOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::pay_makers);
  ConsignmentDesk consignment(book);
  write_and_answer(desk, book,
                   done_or_stop(pay_of(book, consignment).again(asked.run, asked.account)),
                   asked.file);
  return ExitStatus::done;
}

ExitStatus consign_unpay(Desk& desk, const PayMakersOptions& asked) {
  OpenBook book(desk);
  const db::User finance = book.acting(Act::pay_makers);
  const auto reversed = ConsignmentDesk(book).keep().reverse(asked.payment, finance.id.bytes());
  if (!reversed) refuse_consignment(reversed.refusal());
  book.sign_heads();
  desk.printer.answer(Json{{"payment", asked.payment},
                           {"maker", pos::maker_text(reversed.value().maker)},
                           {"amount", amount_json(reversed.value().amount)},
                           {"reversed", true}},
                      Phrase("app.consign.unpaid")
                          .with("maker", pos::maker_text(reversed.value().maker))
                          .with("amount", reversed.value().amount));
  return ExitStatus::done;
}

}  // namespace

void add_consign_pay_commands(CLI::App& consign, Desk& desk) {
  auto asking = std::make_shared<PayMakersOptions>();
  CLI::App* who =
      add_command(consign, desk, "who", "app.help.consign_who", "tilia consign who M-7 m7.json");
  add_option(who, desk, "maker", asking->maker, "app.option.maker").required();
  add_option(who, desk, "file", asking->file, "app.option.maker_file");
  does(who, desk, asking, consign_who);

  auto forgetting = std::make_shared<PayMakersOptions>();
  CLI::App* forget =
      add_command(consign, desk, "forget", "app.help.consign_forget", "tilia consign forget M-7");
  add_option(forget, desk, "maker", forgetting->maker, "app.option.maker").required();
  does(forget, desk, forgetting, consign_forget);

  auto paying = std::make_shared<PayMakersOptions>();
  CLI::App* pay = add_command(consign, desk, "pay", "app.help.consign_pay",
                              "tilia consign pay makers.xml --month 2026-03 "
                              "--account RS35260005601001611379");
  add_option(pay, desk, "file", paying->file, "app.option.bank_file").required();
  add_option(pay, desk, "--month", paying->month, "app.option.month").required();
  add_option(pay, desk, "--account", paying->account, "app.option.our_account").required();
  does(pay, desk, paying, consign_pay);

  auto again = std::make_shared<PayMakersOptions>();
  CLI::App* file = add_command(consign, desk, "bank-file", "app.help.consign_bank_file",
                               "tilia consign bank-file makers.xml --run 3 "
                               "--account RS35260005601001611379");
  add_option(file, desk, "file", again->file, "app.option.bank_file").required();
  add_option(file, desk, "--run", again->run, "app.option.consign_run");
  add_option(file, desk, "--account", again->account, "app.option.our_account").required();
  does(file, desk, again, consign_bank_file);

  auto reversing = std::make_shared<PayMakersOptions>();
  CLI::App* unpay =
      add_command(consign, desk, "unpay", "app.help.consign_unpay", "tilia consign unpay 12");
  add_option(unpay, desk, "payment", reversing->payment, "app.option.maker_payment").required();
  does(unpay, desk, reversing, consign_unpay);
}

}  // namespace tilia::app
