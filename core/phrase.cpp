#include "core/phrase.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/locale.hpp>

#include "core/check.h"
#include "core/decimal_text.h"

namespace tilia {
namespace {

struct Spoken {
  Language language;
  std::string_view tag;
  const char* locale;  // Boost.Locale looks for the catalogue under the same name
};

constexpr std::array<Spoken, 3> spoken{{{Language::english, "en", "en_GB.UTF-8"},
                                        {Language::serbian_latin, "sr-Latn", "sr_RS.UTF-8@latin"},
                                        {Language::serbian_cyrillic, "sr-Cyrl", "sr_RS.UTF-8"}}};

const Spoken& spoken_as(Language language) {
  for (const Spoken& entry : spoken) {
    if (entry.language == language) return entry;
  }
  CHECK(false);
}

// Digits in groups of three before the decimal mark.
std::string grouped(std::string plain, std::string_view group, char mark) {
  const std::size_t point = plain.find('.');
  const std::size_t end = point == std::string::npos ? plain.size() : point;
  const std::size_t start = plain.starts_with('-') ? 1 : 0;
  if (point != std::string::npos) plain[point] = mark;
  for (std::size_t at = end; at > start + 3;) {
    at -= 3;
    plain.insert(at, group);
  }
  return start == 0 ? plain : "\u2212" + plain.substr(1);  // a real minus, as wide as a digit
}

// Boost.Locale counts in int. Plural forms look at the last two digits and at one itself, so that a
// large number and one of six digits with the same end take the same form; so do −5 and 5.
int plural_number(std::int64_t count) {
  constexpr std::int64_t million = 1'000'000;
  const std::int64_t near = count % million < 0 ? -(count % million) : count % million;
  const bool large = count >= million || count <= -million;
  return static_cast<int>(large ? million + near : near);
}

}  // namespace

Phrase Phrase::counted(std::string key, std::int64_t count) {
  Phrase phrase(std::move(key));
  phrase.count_ = count;
  phrase.arguments_.push_back({"count", count});
  return phrase;
}

Phrase Phrase::with(std::string place, Argument value) const& {
  return Phrase(*this).with(std::move(place), std::move(value));
}

Phrase Phrase::with(std::string place, Argument value) && {
  arguments_.push_back({std::move(place), std::move(value)});
  return std::move(*this);
}

std::optional<Language> parse_language(std::string_view tag) {
  if (tag == "sr") return Language::serbian_latin;
  for (const Spoken& entry : spoken) {
    if (entry.tag == tag) return entry.language;
  }
  return std::nullopt;
}

std::string_view language_tag(Language language) { return spoken_as(language).tag; }

const std::vector<Language>& all_languages() {
  static const std::vector<Language> all{Language::english, Language::serbian_latin,
                                         Language::serbian_cyrillic};
  return all;
}

struct Words::Catalogue {
  Language language;
  std::locale locale;
};

Words::Words(Language language, const std::filesystem::path& catalogues) {
  boost::locale::generator generate;
  generate.categories(boost::locale::message_facet);
  generate.add_messages_path(catalogues.string());
  generate.add_messages_domain("words/UTF-8");
  catalogue_ =
      std::make_unique<Catalogue>(Catalogue{language, generate(spoken_as(language).locale)});
  if (!knows("core.language_name"))
    throw std::runtime_error("the catalogue of " + std::string(language_tag(language)) +
                             " cannot be read in " + catalogues.string());
}

Words::~Words() = default;
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;

Language Words::language() const { return catalogue_->language; }

bool Words::knows(const std::string& key) const {
  return boost::locale::gettext(key.c_str(), catalogue_->locale) != key;
}

// What fills a place, as this language writes it.
std::string Words::printed(const Phrase::Argument& argument) const {
  struct Printer {
    const Words& words;
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const {
      return grouped(print_decimal(number, 0), "\u00a0", words.decimal_mark());
    }
    std::string operator()(const Money& money) const { return words.amount_with_currency(money); }
    std::string operator()(Quantity quantity) const { return words.quantity(quantity); }
    std::string operator()(Rate rate) const { return words.percent(rate); }
    std::string operator()(const Day& day) const { return words.day(day); }
    std::string operator()(const Month& month) const { return words.month(month); }
  };
  return std::visit(Printer{*this}, argument);
}

std::string Words::say(const Phrase& phrase) const {
  const char* key = phrase.key().c_str();
  const std::string pattern =
      phrase.count()
          ? boost::locale::ngettext(key, key, plural_number(*phrase.count()), catalogue_->locale)
          : boost::locale::gettext(key, catalogue_->locale);
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == std::string::npos ? open : pattern.find('}', open);
    if (close == std::string::npos) return text + pattern.substr(at);
    text += pattern.substr(at, open - at);
    const std::string place = pattern.substr(open + 1, close - open - 1);
    const auto filled =
        std::find_if(phrase.arguments().begin(), phrase.arguments().end(),
                     [&](const Phrase::Named& argument) { return argument.place == place; });
    text += filled == phrase.arguments().end() ? pattern.substr(open, close - open + 1)
                                               : printed(filled->value);
    at = close + 1;
  }
  return text;
}

char Words::decimal_mark() const { return language() == Language::english ? '.' : ','; }

std::string Words::amount(const Money& money) const {
  return grouped(money.text(), "\u00a0", decimal_mark());
}

std::string Words::amount_with_currency(const Money& money) const {
  return fmt::format("{}\u00a0{}", amount(money), money.currency().code());
}

std::string Words::quantity(Quantity quantity) const {
  return grouped(quantity.text(), "\u00a0", decimal_mark());
}

std::string Words::percent(Rate rate) const {
  return grouped(rate.percent_text(), "\u00a0", decimal_mark()) + "\u00a0%";
}

std::string Words::day(const Day& day) const {
  const bool dots = language() != Language::english;
  return fmt::format("{}{} {} {}{}", day.day_of_month(), dots ? "." : "",
                     say(fmt::format("core.month_of_day.{}", day.month())), day.year(),
                     dots ? "." : "");
}

std::string Words::month(const Month& month) const {
  return fmt::format("{} {}{}", say(fmt::format("core.month_alone.{}", month.month())),
                     month.year(), language() == Language::english ? "" : ".");
}

}  // namespace tilia
