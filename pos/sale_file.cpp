#include "pos/sale_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "pos/voucher.h"

namespace tilia::pos {
namespace {

using Json = nlohmann::json;
using Why = SaleFileRefusal::Why;

constexpr std::size_t longest_line_bytes = 1024 * 1024;
constexpr std::size_t longest_shown_bytes = 60;
constexpr int deepest = 8;

constexpr std::array<std::pair<Why, std::string_view>, 12> codes{{
    {Why::not_json, "file.not_json"},
    {Why::too_long, "file.too_long"},
    {Why::wrong_kind, "file.wrong_kind"},
    {Why::unknown_key, "file.unknown_key"},
    {Why::doubled_key, "file.doubled_key"},
    {Why::missing_key, "file.missing_key"},
    {Why::bad_id, "file.bad_id"},
    {Why::bad_quantity, "file.bad_quantity"},
    {Why::bad_amount, "file.bad_amount"},
    {Why::looks_like_a_barcode, "file.looks_like_a_barcode"},
    {Why::bad_count, "file.bad_count"},
    {Why::unknown_tender, "file.unknown_tender"},
}};

// Thrown inside this file only: a refusal from any depth of a document.
struct Refused {
  SaleFileRefusal refusal;
};

[[noreturn]] void refuse(Why why, std::string place, std::string_view found = {}) {
  throw Refused{{why, std::move(place), std::string(found)}};
}

// Watches the parser for keys that stand twice and for depth, neither of which the parsed document
// shows.
class Watch {
 public:
  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    if (depth > deepest) refuse(Why::not_json, place());
    switch (event) {
      case Json::parse_event_t::object_start:
      case Json::parse_event_t::array_start:
        step_into_element();
        levels_.push_back({event == Json::parse_event_t::array_start, 0, "", {}});
        break;
      case Json::parse_event_t::object_end:
      case Json::parse_event_t::array_end: levels_.pop_back(); break;
      case Json::parse_event_t::key:
        levels_.back().key = parsed.get<std::string>();
        if (!levels_.back().keys.insert(levels_.back().key).second)
          refuse(Why::doubled_key, place(), levels_.back().key);
        break;
      case Json::parse_event_t::value: step_into_element(); break;
    }
    return true;
  }

 private:
  struct Level {
    bool array = false;
    std::size_t elements = 0;
    std::string key;
    std::set<std::string> keys;
  };
  void step_into_element() {
    if (!levels_.empty() && levels_.back().array) ++levels_.back().elements;
  }
  [[nodiscard]] std::string place() const {
    std::string text;
    for (const Level& level : levels_) {
      if (level.array) {
        if (level.elements > 0) text += fmt::format("[{}]", level.elements - 1);
      } else if (!level.key.empty()) {
        text += (text.empty() ? "" : ".") + level.key;
      }
    }
    return text;
  }

  std::vector<Level> levels_;
};

Json parsed(std::string_view text) {
  if (text.size() > longest_line_bytes) refuse(Why::too_long, "");
  try {
    return Json::parse(text, Watch());
  } catch (const Json::exception&) {
    refuse(Why::not_json, "");
  }
}

std::string shown(const Json& value) {
  std::string text = value.dump(-1, ' ', true, Json::error_handler_t::replace);
  if (text.size() > longest_shown_bytes) text = text.substr(0, longest_shown_bytes) + "…";
  return text;
}

// A value of the document and where it stands.
class At {
 public:
  At(const Json& value, std::string place) : value_(&value), place_(std::move(place)) {}

  void only(std::initializer_list<std::string_view> keys) const {
    if (!value_->is_object()) refuse(Why::wrong_kind, place_, shown(*value_));
    for (const auto& [key, value] : value_->items()) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end())
        refuse(Why::unknown_key, below(key), key);
    }
  }
  [[nodiscard]] bool has(const std::string& key) const { return value_->contains(key); }
  [[nodiscard]] At operator[](const std::string& key) const {
    const auto found = value_->find(key);
    if (found == value_->end()) refuse(Why::missing_key, below(key), key);
    return {*found, below(key)};
  }
  [[nodiscard]] std::vector<At> elements() const {
    if (!value_->is_array()) refuse(Why::wrong_kind, place_, shown(*value_));
    std::vector<At> list;
    for (std::size_t at = 0; at < value_->size(); ++at)
      list.emplace_back((*value_)[at], fmt::format("{}[{}]", place_, at));
    return list;
  }
  [[nodiscard]] std::string text() const {
    if (!value_->is_string()) refuse(Why::wrong_kind, place_, shown(*value_));
    return value_->get<std::string>();
  }
  [[nodiscard]] std::int64_t count() const {
    if (!value_->is_number_integer()) refuse(Why::wrong_kind, place_, shown(*value_));
    if (value_->is_number_unsigned() && value_->get<std::uint64_t>() > INT64_MAX)
      refuse(Why::bad_count, place_, shown(*value_));
    return value_->get<std::int64_t>();
  }
  [[nodiscard]] Money amount(Currency currency) const {
    const std::string written = text();
    if (written.size() >= 8 && written.find_first_not_of("0123456789") == std::string::npos)
      refuse(Why::looks_like_a_barcode, place_, shown(*value_));
    const auto money = Money::parse(written, currency);
    if (!money) refuse(Why::bad_amount, place_, shown(*value_));
    return money.value();
  }
  [[nodiscard]] Quantity quantity() const {
    const auto quantity = Quantity::parse(text());
    if (!quantity) refuse(Why::bad_quantity, place_, shown(*value_));
    return quantity.value();
  }
  [[nodiscard]] Rate percent() const {
    const auto rate = Rate::parse_percent(text());
    if (!rate) refuse(Why::bad_amount, place_, shown(*value_));
    return rate.value();
  }
  [[nodiscard]] SaleId id() const {
    const auto id = SaleId::parse(text());
    if (!id) refuse(Why::bad_id, place_, shown(*value_));
    return *id;
  }
  [[nodiscard]] TenderKind tender_kind() const {
    const auto kind = parse_tender_kind(text());
    if (!kind) refuse(Why::unknown_tender, place_, shown(*value_));
    return *kind;
  }

 private:
  [[nodiscard]] std::string below(const std::string& key) const {
    return place_.empty() ? key : place_ + "." + key;
  }

  const Json* value_;
  std::string place_;
};

// At most one of them: the others are said to be unknown beside it.
std::optional<OwnPrice> own_price_of(const At& line, Currency currency) {
  if (line.has("label_price")) {
    line.only({"article", "quantity", "label_price", "note"});
    return LabelPrice{line["label_price"].amount(currency)};
  }
  if (line.has("unit_price")) {
    line.only({"article", "quantity", "unit_price", "note"});
    return UnitPrice{line["unit_price"].amount(currency)};
  }
  if (line.has("percent_off")) return PercentOff{line["percent_off"].percent()};
  return std::nullopt;
}

// Only a voucher or an account is one of many.
Tender tender_of(const At& tender, Currency currency) {
  tender.only({"kind", "amount", "reference"});
  Tender read{tender["kind"].tender_kind(), tender["amount"].amount(currency)};
  if (read.kind == TenderKind::cash || read.kind == TenderKind::card)
    tender.only({"kind", "amount"});
  else
    read.reference = tender["reference"].text();
  if (read.kind == TenderKind::voucher)
    read.reference = plain_voucher_number(read.reference).value_or(read.reference);
  return read;
}

std::vector<Extra> extras_of(const At& sale, Currency currency) {
  std::vector<Extra> extras;
  if (sale.has("tip")) extras.push_back({ExtraKind::tip, sale["tip"].amount(currency)});
  if (sale.has("vouchers")) {
    for (const At& voucher : sale["vouchers"].elements()) {
      voucher.only({"value", "number"});
      const std::string number = voucher.has("number") ? voucher["number"].text() : std::string();
      extras.push_back({ExtraKind::voucher_sold, voucher["value"].amount(currency),
                        plain_voucher_number(number).value_or(number)});
    }
  }
  if (sale.has("account_paid")) {
    const At paid = sale["account_paid"];
    paid.only({"account", "amount"});
    extras.push_back(
        {ExtraKind::account_paid, paid["amount"].amount(currency), paid["account"].text()});
  }
  return extras;
}

SaleRequest sale_of(const At& sale, Currency currency) {
  sale.only({"id", "lines", "tenders", "donation", "tip", "vouchers", "account_paid"});
  SaleRequest request{sale["id"].id(), {}, {}, std::nullopt};
  for (const At& line : sale["lines"].elements()) {
    line.only({"article", "quantity", "label_price", "unit_price", "percent_off", "note"});
    request.lines.push_back({line["article"].text(), line["quantity"].quantity(),
                             own_price_of(line, currency),
                             line.has("note") ? line["note"].text() : std::string()});
  }
  for (const At& tender : sale["tenders"].elements())
    request.tenders.push_back(tender_of(tender, currency));
  if (sale.has("donation")) request.donation = sale["donation"].amount(currency);
  request.extras = extras_of(sale, currency);
  return request;
}

std::vector<CountedPiece> count_of(const At& count, Currency currency) {
  count.only({"pieces"});
  std::vector<CountedPiece> pieces;
  for (const At& piece : count["pieces"].elements()) {
    piece.only({"piece", "count"});
    pieces.push_back({piece["piece"].amount(currency), piece["count"].count()});
  }
  return pieces;
}

template <class Read>
auto answered(Read read) -> Result<decltype(read()), SaleFileRefusal> {
  try {
    return read();
  } catch (const Refused& refused) {
    return refused.refusal;
  }
}

}  // namespace

std::string_view sale_file_refusal_code(SaleFileRefusal::Why why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(const SaleFileRefusal& refusal) {
  const std::string_view code = sale_file_refusal_code(refusal.why);
  return Phrase(fmt::format("pos.sale_file.{}", code.substr(code.find('.') + 1)))
      .with("place", refusal.place)
      .with("found", refusal.found);
}

Result<SaleRequest, SaleFileRefusal> read_sale_line(std::string_view json, Currency currency) {
  return answered([&] {
    const Json document = parsed(json);
    return sale_of(At(document, ""), currency);
  });
}

Result<std::vector<CountedPiece>, SaleFileRefusal> read_counted(std::string_view json,
                                                                Currency currency) {
  return answered([&] {
    const Json document = parsed(json);
    return count_of(At(document, ""), currency);
  });
}

std::string id_of_line(std::string_view json) {
  const auto id = answered([&] {
    const Json document = parsed(json);
    return At(document, "")["id"].id();
  });
  return id ? id.value().text() : std::string();
}

}  // namespace tilia::pos
