#include "app/maker_pay.h"

#include <fmt/format.h>

#include <utility>

#include "payroll/bank_line.h"
#include "payroll/identity.h"
#include "reporting/bank_file.h"

namespace tilia::app {
namespace {

MakerPayNo no(pos::ConsignmentRefusal why) {
  return {std::string(pos::consignment_refusal_code(why)), pos::sentence_of(why)};
}

MakerPayNo no(payroll::IdentityRefusal why) {
  return {std::string(payroll::identity_refusal_code(why)), payroll::sentence_of(why)};
}

MakerPayNo no_account(const std::string& maker) {
  return {"consign.no_account", Phrase("app.consign.no_account").with("maker", maker)};
}

}  // namespace

std::string transfer_id(const pos::MakerPayment& payment) {
  return fmt::format("{}-{}", pos::maker_text(payment.maker), payment.number);
}

MakerPay::MakerPay(Doors doors)
    : doors_(std::move(doors)), keep_(doors_.book, doors_.till_book, doors_.zone, doors_.clock) {}

Result<std::string, MakerPayNo> MakerPay::checked_account(const std::string& typed) {
  const auto checked =
      payroll::checked_identity({.legal_name = doors_.till_book.organisation().name,
                                 .id_number = {},
                                 .iban = typed,
                                 .born = {}},
                                false, keep_.today());
  if (!checked) return no(checked.refusal());
  if (checked.value().iban.empty()) return no(payroll::IdentityRefusal::bad_iban);
  return checked.value().iban;
}

Result<MakersPaid, MakerPayNo> MakerPay::with_file(MakersPaid paid, const std::string& account) {
  const pos::MakerPayment& first = paid.payments.front();
  reporting::CreditTransfers batch{
      .message_id = fmt::format("M-{}-{}", first.run, first.until.text()),
      .made_at = doors_.clock.now(),
      .pay_on = first.day,
      .payer =
          payroll::bank_line_of(doors_.pay_book.employer(), Month::of(first.until), doors_.words)
              .payer,
      .payer_iban = account,
      .transfers = {},
      .form = reporting::BankFileForm::pain_001_001_09,
      .wages = false};
  for (const pos::MakerPayment& payment : paid.payments) {
    if (payment.reversed_on) continue;
    const std::string maker = pos::maker_text(payment.maker);
    const auto whose = doors_.records.open(payment.maker);
    if (!whose || whose->iban.empty()) return no_account(maker);
    batch.transfers.push_back(
        {.id = transfer_id(payment),
         .name = whose->legal_name,
         .iban = whose->iban,
         .amount = payment.amount,
         .purpose = fmt::format("{} {}", maker, Month::of(payment.until).text())});
  }
  if (batch.transfers.empty()) return no(pos::ConsignmentRefusal::nothing_owed);
  paid.file_text = reporting::bank_file_xml(batch);
  return paid;
}

Result<MakersPaid, MakerPayNo> MakerPay::pay(const Month& month, const std::string& account,
                                             const IdBytes& actor) {
  const auto from = checked_account(account);
  if (!from) return from.refusal();
  const auto due = keep_.to_pay(month);
  if (!due) return no(due.refusal());
  MakersPaid paid;
  std::vector<std::int64_t> makers;
  for (const pos::MakersToPay& each : due.value()) {
    const auto whose = doors_.records.open(each.maker);
    if (whose && !whose->iban.empty())
      makers.push_back(each.maker);
    else
      paid.left_out.push_back(pos::maker_text(each.maker));
  }
  if (makers.empty() && !paid.left_out.empty()) return no_account(paid.left_out.front());
  auto entered = keep_.pay(makers, month, actor);
  if (!entered) return no(entered.refusal());
  paid.payments = std::move(entered).value();
  return with_file(std::move(paid), from.value());
}

Result<MakersPaid, MakerPayNo> MakerPay::again(std::int64_t run, const std::string& account) {
  const auto from = checked_account(account);
  if (!from) return from.refusal();
  MakersPaid paid;
  paid.payments = doors_.book.payments_of_run(run == 0 ? doors_.book.last_run() : run);
  if (paid.payments.empty()) return no(pos::ConsignmentRefusal::unknown_payment);
  return with_file(std::move(paid), from.value());
}

Result<Done, MakerPayNo> MakerPay::forget(std::int64_t maker) {
  if (!keep_.owed(maker).is_zero())
    return MakerPayNo{"consign.still_owed",
                      Phrase("app.consign.still_owed").with("maker", pos::maker_text(maker))};
  doors_.records.forget(maker);
  return Done{};
}

}  // namespace tilia::app
