#include "pos/paper_head.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {
namespace {

using Kind = StripLine::Kind;

void write_address(StripWriter& paper, const std::string& address) {
  for (std::size_t at = 0; at < address.size();) {
    const std::size_t end = std::min(address.find('\n', at), address.size());
    if (end > at) paper.line(Kind::centred, address.substr(at, end - at));
    at = end + 1;
  }
}

std::string rate_text(const VatSum& sum, const Words& words) {
  if (sum.vat_class == VatClass::exempt) return words.say("pos.paper.vat_exempt");
  return words.say(
      Phrase("pos.paper.vat").with("rate", sum.rate).with("net", words.amount(sum.net)));
}

}  // namespace

void write_head(StripWriter& paper, const PaperHead& head, const std::string& till) {
  const Organisation& organisation = head.organisation;
  const auto shop = std::find_if(organisation.shops.begin(), organisation.shops.end(),
                                 [&](const Shop& each) { return each.till == till; });
  const bool named = shop != organisation.shops.end() && !shop->name.empty();
  paper.line(Kind::title, named ? shop->name : organisation.name);
  if (named && shop->name != organisation.name) paper.line(Kind::centred, organisation.name);
  write_address(paper, organisation.address);
  if (!organisation.tax_number.empty())
    paper.centred(Phrase("pos.paper.tax_number").with("number", organisation.tax_number));
  if (organisation.practice) paper.notice(Phrase("pos.paper.practice"));
}

void write_vat(StripWriter& paper, const PaperHead& head, const std::vector<VatSum>& vat) {
  // A receipt from before the shop left VAT still shows what it was posted with.
  const bool none_charged = std::all_of(
      vat.begin(), vat.end(), [](const VatSum& sum) { return sum.vat_class == VatClass::exempt; });
  if (none_charged && !head.organisation.charges_vat) {
    paper.text(Phrase("pos.paper.no_vat"));
    return;
  }
  for (const VatSum& sum : vat) {
    const bool exempt = sum.vat_class == VatClass::exempt;
    paper.line(Kind::pair, rate_text(sum, paper.words()),
               paper.words().amount(exempt ? sum.gross : sum.vat));
  }
}

std::string time_text(const Instant& at, const Zone& zone, const Words& words) {
  return fmt::format("{}, {}", words.day(zone.local_day(at)), zone.local_time_text(at));
}

}  // namespace tilia::pos
