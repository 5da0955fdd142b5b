#include "pos/invoice/delivery_strip.h"

#include <sstream>

#include "pos/paper_head.h"

namespace tilia::pos {

using Kind = StripLine::Kind;

Strip delivery_strip(const DeliveryNote& note, const Supplied& supplied, const Buyer& buyer,
                     const PaperHead& head, const Zone& zone, const Words& words) {
  const Sale& sale = supplied.sale;
  StripWriter paper(note.number.text(), words);
  write_head(paper, head, sale.till);
  paper.space();
  paper.line(Kind::title,
             words.say(Phrase("pos.paper.delivery_note").with("number", note.number.text())));
  paper.text(Phrase("pos.paper.receipt").with("receipt", sale.receipt));
  paper.line(Kind::text, time_text(sale.at, zone, words));
  paper.space();
  paper.line(Kind::text, buyer.name);
  std::istringstream address(buyer.address);
  for (std::string line; std::getline(address, line);) paper.line(Kind::text, line);
  paper.text(Phrase("pos.paper.tax_number").with("number", buyer.tax_number));
  paper.rule();
  for (const SaleLine& line : sale.priced.lines) {
    const std::string quantity =
        line.unit == Unit::kg
            ? words.say(Phrase("pos.paper.kilograms").with("quantity", line.quantity))
            : words.quantity(line.quantity);
    paper.line(Kind::pair, line.name, quantity);
    if (!line.note.empty()) paper.line(Kind::text, "  " + line.note);
    if (buyer.prices_on_notes) paper.line(Kind::pair, "", words.amount(line.amount));
  }
  paper.rule();
  if (buyer.prices_on_notes) paper.total(Phrase("pos.paper.total"), sale.priced.total);
  paper.space();
  paper.text(Phrase("pos.paper.received"));
  paper.space();
  paper.space();
  paper.space();
  paper.rule();
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
  return std::move(paper).strip();
}

}  // namespace tilia::pos
