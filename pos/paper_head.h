// The top of every paper of the counter: whose shop it is, and the notices that must not be missed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/phrase.h"
#include "core/strip.h"
#include "core/zone.h"
#include "pos/receipt.h"

namespace tilia::pos {

// Builds a strip line by line.
class StripWriter {
 public:
  StripWriter(std::string name, const Words& words) : strip_{std::move(name), {}}, words_(words) {}

  void line(StripLine::Kind kind, std::string left, std::string right = {}) {
    strip_.lines.push_back({kind, std::move(left), std::move(right)});
  }
  void rule() { line(StripLine::Kind::rule, {}); }
  void space() { line(StripLine::Kind::space, {}); }
  void text(const Phrase& phrase) { line(StripLine::Kind::text, words_.say(phrase)); }
  void centred(const Phrase& phrase) { line(StripLine::Kind::centred, words_.say(phrase)); }
  void notice(const Phrase& phrase) { line(StripLine::Kind::notice, words_.say(phrase)); }
  void pair(const Phrase& left, const Money& amount) {
    line(StripLine::Kind::pair, words_.say(left), words_.amount(amount));
  }
  void total(const Phrase& left, const Money& amount) {
    line(StripLine::Kind::total, words_.say(left), words_.amount_with_currency(amount));
  }

  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] Strip strip() && { return std::move(strip_); }

 private:
  Strip strip_;
  const Words& words_;
};

// Shop, organisation, address, tax number, and the practice notice.
void write_head(StripWriter& paper, const PaperHead& head, const std::string& till);
// A line for each rate, or the sentence that no VAT is charged.
void write_vat(StripWriter& paper, const PaperHead& head, const std::vector<VatSum>& vat);
// "31 March 2026, 14:05" as clocks in the shop show it.
[[nodiscard]] std::string time_text(const Instant& at, const Zone& zone, const Words& words);

}  // namespace tilia::pos
