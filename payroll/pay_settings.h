// What a person or an employer brings to a payslip beside the wage: `--set KEY=VALUE` on the
// command line, fields of a page in the office. Each country knows its own keys; whatever is said
// is checked once, here, and a formula reads it without asking again.
//
//   auto settings = PaySettings::read("CZ", czk, {{"children", "2"}});
//   settings.value().count("children")     -> 2
//
// None says why: that somebody's health contribution has no lowest base is a plain yes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/money.h"
#include "core/phrase.h"
#include "core/rate.h"
#include "core/result.h"

namespace tilia::payroll {

// What a payslip takes for granted as long as nobody says otherwise.
enum class Assumption {
  full_month,
  full_time,
  open_ended,
  main_job,
  no_dependants,
  lowest_accident_rate,
  ordinary_pay,
  no_withholding,
};
[[nodiscard]] std::string_view assumption_code(Assumption assumption);

struct PaySetting {
  enum class Kind { yes_or_no, count, rate, amount, part, hours, coefficient, choice };
  // Who knows it: the worker's own papers, the employer, or the month itself.
  enum class Whose { worker, employer, month };
  std::string key;  // "children"
  Kind kind = Kind::yes_or_no;
  Whose whose = Whose::worker;
  std::vector<std::string> choices = {};
  std::optional<Assumption> instead_of = {};  // what need not be assumed where it is said
};
// In the order in which a page asks. Of a country that we know.
[[nodiscard]] const std::vector<PaySetting>& pay_settings_of(const std::string& country);

enum class SettingRefusal { unknown_setting, bad_setting };
struct SettingFault {
  SettingRefusal why = SettingRefusal::unknown_setting;
  std::string country = {};
  std::string key = {};
};
[[nodiscard]] std::string_view setting_refusal_code(SettingRefusal why);
// Says which keys the country knows, or how this one is written.
[[nodiscard]] Phrase sentence_of(const SettingFault& fault);

class PaySettings {
 public:
  PaySettings() = default;  // nothing said
  [[nodiscard]] static Result<PaySettings, SettingFault> read(
      const std::string& country, Currency currency,
      const std::map<std::string, std::string>& said);

  [[nodiscard]] bool says(const std::string& key) const { return values_.contains(key); }
  // As it was said, or what holds where nothing is.
  [[nodiscard]] bool flag(const std::string& key, bool otherwise = false) const;
  [[nodiscard]] int count(const std::string& key) const;
  [[nodiscard]] std::optional<Rate> rate(const std::string& key) const;
  [[nodiscard]] Money amount(const std::string& key, Currency currency) const;
  // In hundredths: "1.3" is 130.
  [[nodiscard]] int hundredths(const std::string& key, int otherwise) const;
  [[nodiscard]] std::string choice(const std::string& key) const;  // empty: not said
  [[nodiscard]] std::optional<int> minutes(const std::string& key) const;
  struct Part {
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
  };
  [[nodiscard]] Part part(const std::string& key) const;  // the whole, where nothing is said

  [[nodiscard]] const std::map<std::string, std::string>& said() const { return values_; }
  // `later` is said on top: the employer's, then the worker's, then the month's.
  [[nodiscard]] PaySettings with(const PaySettings& later) const;

  friend bool operator==(const PaySettings&, const PaySettings&) = default;

 private:
  std::map<std::string, std::string> values_;
};

}  // namespace tilia::payroll
