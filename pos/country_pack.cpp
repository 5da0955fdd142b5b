#include "pos/country_pack.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "core/phrase.h"
#include "core/zone.h"

namespace tilia::pos {
namespace {

using Keys = std::initializer_list<std::string_view>;

constexpr std::array<std::pair<std::string_view, FiscalDuty>, 3> duties{{
    {"none", FiscalDuty::none},
    {"device_beside", FiscalDuty::device_beside},
    {"built_in", FiscalDuty::built_in},
}};
constexpr std::array<std::pair<std::string_view, Rounding>, 4> modes{{
    {"half_up", Rounding::half_up},
    {"half_even", Rounding::half_even},
    {"down", Rounding::down},
    {"up", Rounding::up},
}};

template <class Named>
auto value_named(const Named& named, std::string_view text)
    -> std::optional<typename Named::value_type::second_type> {
  for (const auto& [name, value] : named) {
    if (name == text) return value;
  }
  return std::nullopt;
}

// A table of a rule file that knows where it stands. Every complaint names file, line and key.
class Section {
 public:
  Section(const toml::table& table, std::string file, std::string name)
      : table_(&table), file_(std::move(file)), name_(std::move(name)) {}

  void only(Keys keys) const {
    for (const auto& [key, node] : *table_) {
      if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
        fault(key.str(), "is not known here", &node);
    }
  }
  [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
  [[nodiscard]] std::string text(std::string_view key) const {
    const auto value = needed(key).value_exact<std::string>();
    if (!value || value->empty()) fault(key, "must be a text that is not empty", table_->get(key));
    return *value;
  }
  [[nodiscard]] int whole(std::string_view key) const {
    const auto value = needed(key).value_exact<std::int64_t>();
    if (!value || *value <= 0 || *value > 10'000)
      fault(key, "must be a whole number from 1 to 10000", table_->get(key));
    return static_cast<int>(*value);
  }
  [[nodiscard]] bool flag(std::string_view key) const {
    if (!has(key)) return false;
    const auto value = needed(key).value_exact<bool>();
    if (!value) fault(key, "must be true or false", table_->get(key));
    return *value;
  }
  [[nodiscard]] Day day(std::string_view key) const {
    const auto value = needed(key).value_exact<toml::date>();
    const auto day = value ? Day::from(value->year, value->month, value->day) : std::nullopt;
    if (!day) fault(key, "must be a day such as 2026-01-31", table_->get(key));
    return *day;
  }
  [[nodiscard]] Money money(std::string_view key, Currency currency) const {
    return money_of(text(key), key, currency);
  }
  template <class Named>
  [[nodiscard]] auto one_of(std::string_view key, const Named& named) const {
    const auto value = value_named(named, text(key));
    if (!value) fault(key, "is none of the words that it may be", table_->get(key));
    return *value;
  }
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const {
    const toml::array* array = needed(key).as_array();
    if (array == nullptr || array->empty()) fault(key, "must be a list of texts", table_->get(key));
    std::vector<std::string> list;
    for (const toml::node& node : *array) {
      const auto value = node.value_exact<std::string>();
      if (!value) fault(key, "must be a list of texts", &node);
      list.push_back(*value);
    }
    return list;
  }
  // Pieces of money, smallest first.
  [[nodiscard]] std::vector<Money> rising_amounts(std::string_view key, Currency currency) const {
    std::vector<Money> amounts;
    for (const std::string& entry : texts(key)) {
      amounts.push_back(money_of(entry, key, currency));
      if (amounts.size() > 1 && !(amounts[amounts.size() - 2] < amounts.back()))
        fault(key, "must rise from one to the next", table_->get(key));
    }
    return amounts;
  }
  [[nodiscard]] Section table(std::string_view key) const {
    const toml::table* inner = needed(key).as_table();
    if (inner == nullptr) fault(key, "must be a table", table_->get(key));
    return {*inner, file_, path(key)};
  }
  [[nodiscard]] std::vector<Section> list(std::string_view key) const {
    const toml::array* array = needed(key).as_array();
    if (array == nullptr || array->empty())
      fault(key, "must be a list of entries", table_->get(key));
    std::vector<Section> entries;
    for (const toml::node& node : *array) {
      const toml::table* inner = node.as_table();
      if (inner == nullptr) fault(key, "must be a list of entries", &node);
      entries.emplace_back(*inner, file_, path(key));
    }
    return entries;
  }
  [[nodiscard]] std::vector<std::string> keys() const {
    std::vector<std::string> names;
    for (const auto& [key, node] : *table_) names.emplace_back(key.str());
    return names;
  }
  [[nodiscard]] const std::string& name() const { return name_; }

  [[noreturn]] void fault(std::string_view key, std::string_view complaint,
                          const toml::node* at = nullptr) const {
    const auto line = (at == nullptr ? static_cast<const toml::node*>(table_) : at)->source().begin;
    throw CountryPackFault(fmt::format("{}:{}: {} {}", file_, line.line, path(key), complaint));
  }

 private:
  [[nodiscard]] std::string path(std::string_view key) const {
    return name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key);
  }
  [[nodiscard]] const toml::node& needed(std::string_view key) const {
    const toml::node* node = table_->get(key);
    if (node == nullptr) fault(key, "is missing");
    return *node;
  }
  [[nodiscard]] Money money_of(const std::string& entry, std::string_view key,
                               Currency currency) const {
    const auto amount = Money::parse(entry, currency);
    if (!amount || amount.value().minor() <= 0)
      fault(key, "must be an amount above zero such as \"0.05\"", table_->get(key));
    return amount.value();
  }

  const toml::table* table_;
  std::string file_;
  std::string name_;
};

toml::table parsed(const std::filesystem::path& file) {
  try {
    return toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    throw CountryPackFault(fmt::format("{}:{}: {}", file.filename().string(),
                                       error.source().begin.line, error.description()));
  }
}

// The entries of a dated list, each with a source, their days rising.
std::vector<Section> dated(const Section& file, std::string_view key) {
  std::vector<Section> entries = file.list(key);
  for (std::size_t at = 0; at < entries.size(); ++at) {
    (void)entries[at].text("source");
    (void)entries[at].flag("unverified");
    const Day from = entries[at].day("from");
    if (at > 0 && entries[at - 1].day("from") >= from)
      entries[at].fault("from", "must be later than the entry before it");
  }
  return entries;
}

// The entry that holds on a day, or nothing before the first.
const Section* holding(const std::vector<Section>& entries, const Day& on) {
  const Section* holds = nullptr;
  for (const Section& entry : entries) {
    if (entry.day("from") <= on) holds = &entry;
  }
  return holds;
}

const Section& needed_on(const std::vector<Section>& entries, const Day& on) {
  const Section* holds = holding(entries, on);
  if (holds == nullptr) entries.front().fault("from", fmt::format("is later than {}", on.text()));
  return *holds;
}

void note_unverified(const Section& entry, std::vector<std::string>& unverified) {
  if (entry.flag("unverified")) unverified.push_back(entry.name());
}

VatTable vat_table(const Section& file, const Day& on, std::vector<std::string>& unverified) {
  const Section vat = file.table("vat");
  vat.only({"standard", "reduced", "reduced2", "reduced3"});
  std::vector<DatedVatRate> rates;
  for (const std::string& name : vat.keys()) {
    const std::vector<Section> entries = dated(vat, name);
    for (const Section& entry : entries) {
      entry.only({"from", "percent", "source", "unverified"});
      const auto rate = Rate::parse_percent(entry.text("percent"));
      if (!rate || rate.value() <= Rate()) entry.fault("percent", "must be a rate above zero");
      rates.push_back({*parse_vat_class(name), entry.day("from"), rate.value()});
    }
    if (const Section* holds = holding(entries, on)) note_unverified(*holds, unverified);
  }
  return VatTable(std::move(rates));
}

struct Drawn {
  std::string colour;
  std::string rim_colour;
  int width_tenths_mm = 0;
  int height_tenths_mm = 0;
  int roll = 0;
  int weight_hundredths_gram = 0;
};

std::string colour_of(const Section& section, std::string_view key) {
  const std::string colour = section.text(key);
  if (colour.size() != 7 || colour[0] != '#' ||
      colour.find_first_not_of("0123456789ABCDEF", 1) != std::string::npos)
    section.fault(key, "must be a colour such as #1F2933");
  return colour;
}

// A piece whose true colour and size are known.
std::optional<Drawn> true_drawing(const Section& currency, std::string_view key,
                                  const Money& value) {
  if (!currency.has(key)) return std::nullopt;
  const Section drawings = currency.table(key);
  if (!drawings.has(value.text())) return std::nullopt;
  const Section drawing = drawings.table(value.text());
  drawing.only({"colour", "rim_colour", "width_tenths_mm", "height_tenths_mm", "roll",
                "weight_hundredths_gram"});
  Drawn drawn{colour_of(drawing, "colour"), "", drawing.whole("width_tenths_mm"), 0};
  if (drawing.has("rim_colour")) drawn.rim_colour = colour_of(drawing, "rim_colour");
  if (drawing.has("roll")) drawn.roll = drawing.whole("roll");
  if (drawing.has("weight_hundredths_gram"))
    drawn.weight_hundredths_gram = drawing.whole("weight_hundredths_gram");
  drawn.height_tenths_mm =
      drawing.has("height_tenths_mm") ? drawing.whole("height_tenths_mm") : drawn.width_tenths_mm;
  return drawn;
}

// Where nobody has entered the real ones: colour and size by rank, the smallest piece first.
Drawn drawing_by_rank(const Section& by_rank, std::size_t rank) {
  by_rank.only({"colours", "width_tenths_mm", "width_step", "height_tenths_mm", "height_step"});
  const std::vector<std::string> colours = by_rank.texts("colours");
  const auto step = static_cast<int>(rank);
  return {colours[rank % colours.size()], "",
          by_rank.whole("width_tenths_mm") + step * by_rank.whole("width_step"),
          by_rank.whole("height_tenths_mm") + step * by_rank.whole("height_step")};
}

std::vector<Piece> pieces_of(const std::filesystem::path& rules, Currency currency,
                             std::vector<std::string>& unverified) {
  const toml::table read = parsed(rules / "pieces.toml");
  const Section file(read, "pieces.toml", "");
  const Section drawn_by_rank = file.table("by_rank");
  drawn_by_rank.only({"coin", "note"});
  const Section section = file.table(currency.code());
  section.only({"coins", "notes", "source", "unverified", "coin", "note"});
  (void)section.text("source");
  if (section.flag("unverified")) unverified.emplace_back("pieces");
  std::vector<Piece> pieces;
  const auto add = [&](Piece::Kind kind, std::string_view values, std::string_view drawing) {
    std::size_t rank = 0;
    for (const Money& value : section.rising_amounts(values, currency)) {
      const Drawn drawn = true_drawing(section, drawing, value)
                              .value_or(drawing_by_rank(drawn_by_rank.table(drawing), rank++));
      pieces.push_back({kind, value, drawn.colour, drawn.rim_colour, drawn.width_tenths_mm,
                        drawn.height_tenths_mm, drawn.roll, drawn.weight_hundredths_gram});
    }
  };
  add(Piece::Kind::coin, "coins", "coin");
  add(Piece::Kind::note, "notes", "note");
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.value == b.value ? a.kind == Piece::Kind::note && b.kind == Piece::Kind::coin
                              : a.value > b.value;
  });
  return pieces;
}

Currency currency_of(const Section& entry) {
  const auto currency = Currency::from_code(entry.text("code"));
  if (!currency) entry.fault("code", "is no currency that we know");
  return *currency;
}

CountryPack read_pack(const Section& file, const std::filesystem::path& rules, const Day& on) {
  file.only({"country", "zone", "language", "currency", "cash_rounding", "fiscal", "vat"});
  std::vector<std::string> unverified;
  const std::vector<Section> currencies = dated(file, "currency");
  for (const Section& entry : currencies) {
    entry.only({"from", "code", "source", "unverified"});
    (void)currency_of(entry);
  }
  const Section& money = needed_on(currencies, on);
  const Currency currency = currency_of(money);
  note_unverified(money, unverified);

  const std::vector<Section> roundings = dated(file, "cash_rounding");
  for (const Section& entry : roundings) {
    entry.only({"from", "step", "mode", "source", "unverified"});
    (void)entry.money("step", currency);
    (void)entry.one_of("mode", modes);
  }
  const Section& rounding = needed_on(roundings, on);
  note_unverified(rounding, unverified);

  const std::vector<Section> duty_entries = dated(file, "fiscal");
  for (const Section& entry : duty_entries) {
    entry.only({"from", "duty", "source", "unverified"});
    (void)entry.one_of("duty", duties);
  }
  const Section& duty = needed_on(duty_entries, on);
  note_unverified(duty, unverified);

  if (!Zone::named(file.text("zone"))) file.fault("zone", "is no time zone that we know");
  if (!parse_language(file.text("language"))) file.fault("language", "is no language of ours");
  VatTable vat = vat_table(file, on, unverified);
  std::vector<Piece> pieces = pieces_of(rules, currency, unverified);
  return {.country = file.text("country"),
          .currency = currency,
          .zone = file.text("zone"),
          .language = file.text("language"),
          .vat = std::move(vat),
          .cash_rounding = {rounding.money("step", currency), rounding.one_of("mode", modes)},
          .pieces = std::move(pieces),
          .fiscal_duty = duty.one_of("duty", duties),
          .unverified = std::move(unverified)};
}

}  // namespace

std::optional<CountryPack> load_country_pack(const std::filesystem::path& rules,
                                             const std::string& country, const Day& on) {
  const std::vector<std::string> countries = countries_with_a_pack(rules);
  if (std::find(countries.begin(), countries.end(), country) == countries.end())
    return std::nullopt;
  const std::string name = country + ".toml";
  const toml::table read = parsed(rules / name);
  const Section file(read, name, "");
  if (file.text("country") != country) file.fault("country", "must be the name of the file");
  return read_pack(file, rules, on);
}

std::vector<std::string> countries_with_a_pack(const std::filesystem::path& rules) {
  std::vector<std::string> countries;
  for (const auto& entry : std::filesystem::directory_iterator(rules)) {
    const std::filesystem::path& file = entry.path();
    if (file.extension() == ".toml" && file.filename() != "pieces.toml")
      countries.push_back(file.stem().string());
  }
  std::sort(countries.begin(), countries.end());
  return countries;
}

}  // namespace tilia::pos
