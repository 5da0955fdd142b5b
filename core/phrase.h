// Words for people. Rooms never hold a sentence: they hand out a Phrase (a key of the catalogue and
// typed arguments), and Words says it in a language, in a window or on paper alike.
//
//   Phrase("pos.change_back").with("amount", change)
//   Phrase::counted("pos.pieces", 3)
//   words.say(phrase)                        -> "Врати 370,00 RSD"
//
// Catalogue: installer/locale/<language>/<room>.po, msgid = key, msgstr with {amount}-style places.
// A key that a catalogue lacks is said as the key itself, a place that nobody fills stays as it
// stands, and tests fail.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "core/quantity.h"
#include "core/rate.h"

namespace tilia {

class Phrase {
 public:
  using Argument = std::variant<std::string, std::int64_t, Money, Quantity, Rate, Day, Month>;
  struct Named {
    std::string place;
    Argument value;
    friend bool operator==(const Named&, const Named&) = default;
  };

  explicit Phrase(std::string key) : key_(std::move(key)) {}
  // A phrase whose words depend on a number; the number fills the place {count}.
  [[nodiscard]] static Phrase counted(std::string key, std::int64_t count);

  [[nodiscard]] Phrase with(std::string place, Argument value) const&;
  [[nodiscard]] Phrase with(std::string place, Argument value) &&;

  [[nodiscard]] const std::string& key() const { return key_; }
  [[nodiscard]] const std::vector<Named>& arguments() const { return arguments_; }
  [[nodiscard]] std::optional<std::int64_t> count() const { return count_; }

  friend bool operator==(const Phrase&, const Phrase&) = default;

 private:
  std::string key_;
  std::vector<Named> arguments_;
  std::optional<std::int64_t> count_;
};

enum class Language { english, serbian_latin, serbian_cyrillic };

// "en", "sr-Latn", "sr-Cyrl" ("sr" means sr-Latn).
[[nodiscard]] std::optional<Language> parse_language(std::string_view tag);
[[nodiscard]] std::string_view language_tag(Language language);
[[nodiscard]] const std::vector<Language>& all_languages();

// One language's catalogue and way of writing numbers and days.
class Words {
 public:
  // `catalogues` is the folder that holds <language>/LC_MESSAGES/words.mo. Throws
  // std::runtime_error when the language's catalogue cannot be read.
  Words(Language language, const std::filesystem::path& catalogues);
  ~Words();
  Words(Words&&) noexcept;
  Words& operator=(Words&&) noexcept;

  [[nodiscard]] Language language() const;
  [[nodiscard]] std::string say(const Phrase& phrase) const;
  [[nodiscard]] std::string say(std::string key) const { return say(Phrase(std::move(key))); }
  [[nodiscard]] bool knows(const std::string& key) const;

  // "1.214.600,00" in Serbian, "1 214 600.00" in English: grouped by a no-break space or a point,
  // no currency.
  [[nodiscard]] std::string amount(const Money& money) const;
  [[nodiscard]] std::string amount_with_currency(const Money& money) const;
  [[nodiscard]] std::string quantity(Quantity quantity) const;
  [[nodiscard]] std::string percent(Rate rate) const;         // "5.15 %"
  [[nodiscard]] std::string day(const Day& day) const;        // "31 March 2026", "31. mart 2026."
  [[nodiscard]] std::string month(const Month& month) const;  // "March 2026"
  [[nodiscard]] char decimal_mark() const;

 private:
  struct Catalogue;
  [[nodiscard]] std::string printed(const Phrase::Argument& argument) const;

  std::unique_ptr<Catalogue> catalogue_;
};

}  // namespace tilia
