// `tilia sale …`: a stream of sales, each answered after it is committed; and taking back by
// receipt.
#include <algorithm>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/json_lines.h"
#include "app/open_book.h"
#include "pos/sale_file.h"
#include "pos/take_back.h"

namespace tilia::app {
namespace {

struct RingOptions {
  std::string till;
  std::string file = "-";
};

// A label of the shop's own scale needs no right, and neither does what was agreed.
bool changes_a_price(const pos::SaleRequest& request) {
  return std::ranges::any_of(request.lines, [](const pos::SaleRequest::Line& line) {
    return line.own_price && !pos::is_label(line.own_price) && !pos::is_agreed(line.own_price);
  });
}

// One line's answer, written and flushed before the next line is read.
class SaleAnswers {
 public:
  SaleAnswers(Desk& desk, OpenBook& book, const std::string& till, bool may_change_prices)
      : desk_(desk),
        book_(book),
        till_(till),
        may_change_prices_(may_change_prices),
        ring_(book.till_book(), book.pack(), book.clock()) {}

  void answer(const std::string& line) {
    const auto asked = pos::read_sale_line(line, book_.currency());
    if (!asked)
      return refuse(pos::id_of_line(line), file_refusal_code(asked.refusal().why),
                    sentence_of(asked.refusal()));
    if (!may_change_prices_ && changes_a_price(asked.value()))
      return refuse(asked.value().id.text(), "sale.price_by_right",
                    Phrase("pos.refusal.price_by_right"));
    const auto rung = ring_.ring_up(till_, asked.value());
    if (!rung)
      return refuse(asked.value().id.text(), pos::sale_refusal_code(rung.refusal().why),
                    pos::sentence_of(rung.refusal()));
    const pos::Sale& sale = rung.value().sale;
    desk_.printer.answer(Json::parse(pos::sale_answer_line(rung.value())),
                         Phrase("app.sale.entered")
                             .with("receipt", sale.receipt)
                             .with("total", sale.priced.total)
                             .with("change", sale.priced.change));
  }
  [[nodiscard]] bool any_refused() const { return any_refused_; }

 private:
  void refuse(const std::string& id, std::string_view code, const Phrase& sentence) {
    any_refused_ = true;
    const std::string said = desk_.words.say(sentence);
    desk_.printer.answer(Json::parse(pos::sale_refused_line(id, code, said)), sentence);
  }

  Desk& desk_;
  OpenBook& book_;
  const std::string& till_;
  bool may_change_prices_;
  pos::RingUpSale ring_;
  bool any_refused_ = false;
};

ExitStatus sale_ring(Desk& desk, const RingOptions& asked) {
  OpenBook book(desk, asked.till);
  const db::User user = book.acting(Act::sell);
  SaleAnswers answers(desk, book, asked.till, may(user.role, Act::change_price));
  // Each answers for itself, with the id that it has.
  const bool all =
      for_each_json_line(desk, asked.file, [&](const std::string& line) { answers.answer(line); });
  book.sign_heads();
  return all && !answers.any_refused() ? ExitStatus::done : ExitStatus::refused;
}

struct RefundOptions {
  std::string receipt;
  std::string till;
  std::string id;
  std::string reason;
  std::vector<std::int64_t> lines;
  std::vector<std::string> quantities;
  std::vector<std::int64_t> extras;
  bool donation = false;
};

pos::RefundRequest request_of(OpenBook& book, const RefundOptions& asked) {
  if (asked.lines.size() != asked.quantities.size())
    throw Stopped(ExitStatus::wrong_usage, "line_and_quantity",
                  Phrase("app.sale.line_and_quantity"));
  const auto id =
      asked.id.empty() ? pos::SaleId::mint(book.chance()) : pos::SaleId::parse(asked.id);
  if (!id) throw Stopped(ExitStatus::wrong_usage, "bad_id", Phrase("app.sale.bad_id"));
  pos::RefundRequest request{*id, asked.receipt, {}, asked.reason, asked.extras, asked.donation};
  for (std::size_t at = 0; at < asked.lines.size(); ++at)
    request.lines.push_back({asked.lines[at], quantity_argument(asked.quantities[at])});
  return request;
}

[[noreturn]] void refuse(pos::RefundRefusal why, const pos::RefundRequest& request) {
  throw Stopped(ExitStatus::refused, std::string(pos::refund_refusal_code(why)),
                pos::sentence_of(why, request));
}

ExitStatus sale_refund(Desk& desk, const RefundOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const pos::RefundRequest request = request_of(book, asked);
  const auto sale = book.till_book().sale_by_receipt(asked.receipt);
  if (!sale) refuse(pos::RefundRefusal::unknown_receipt, request);
  // The money goes out of the drawer that took it, unless another is named.
  const std::string till = asked.till.empty() ? sale->till : book.known_till(asked.till);
  const auto back = pos::take_back(book.till_book(), book.pack(), book.clock(), till, request);
  if (!back) refuse(back.refusal(), request);
  Money given_back = Money::zero(book.currency());
  for (const pos::Tender& tender : back.value().sale.priced.tenders) given_back -= tender.amount;
  desk.printer.answer(Json::parse(pos::sale_answer_line(back.value())),
                      Phrase("app.sale.taken_back")
                          .with("receipt", back.value().sale.receipt)
                          .with("total", given_back));
  return ExitStatus::done;
}

}  // namespace

void add_sale_commands(CLI::App& root, Desk& desk) {
  CLI::App* sale = add_family(root, desk, "sale", "app.help.sale");
  auto ringing = std::make_shared<RingOptions>();
  CLI::App* ring = add_command(*sale, desk, "ring", "app.help.sale_ring",
                               "tilia sale ring --till T1 sales.jsonl --json");
  add_option(ring, desk, "--till", ringing->till, "app.option.till").required();
  add_option(ring, desk, "file", ringing->file, "app.option.sales_file");
  does(ring, desk, ringing, sale_ring);

  auto taking = std::make_shared<RefundOptions>();
  CLI::App* refund =
      add_command(*sale, desk, "refund", "app.help.sale_refund",
                  "tilia sale refund --receipt T1-1-12 --line 1 --quantity 2 --reason unwanted");
  add_option(refund, desk, "--receipt", taking->receipt, "app.option.receipt").required();
  add_option(refund, desk, "--reason", taking->reason, "app.option.refund_reason").required();
  add_option(refund, desk, "--line", taking->lines, "app.option.line").one_value_each();
  add_option(refund, desk, "--quantity", taking->quantities, "app.option.quantity")
      .one_value_each();
  add_option(refund, desk, "--extra", taking->extras, "app.option.refund_extra").one_value_each();
  add_flag(refund, desk, "--donation", taking->donation, "app.option.refund_donation");
  add_option(refund, desk, "--till", taking->till, "app.option.refund_till");
  add_option(refund, desk, "--id", taking->id, "app.option.refund_id");
  does(refund, desk, taking, sale_refund);
}

}  // namespace tilia::app
