#include "pos/ui/shelf.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace tilia::pos {
namespace {

constexpr const char* best_sellers_picture = "⭐";

struct Letter {
  char32_t code = 0;
  std::size_t bytes = 1;
};

Letter letter_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  const char32_t first = byte(at);
  if (first >= 0xC0 && first < 0xE0 && at + 1 < text.size()) {
    return {((first & 0x1F) << 6) | (byte(at + 1) & 0x3F), 2};
  }
  if (first >= 0xE0 && first < 0xF0 && at + 2 < text.size()) {
    return {((first & 0x0F) << 12) | ((byte(at + 1) & 0x3F) << 6) | (byte(at + 2) & 0x3F), 3};
  }
  if (first >= 0xF0 && at + 3 < text.size()) return {0, 4};  // no letter of ours is up there
  return {first, 1};
}

std::string two_bytes_or_one(char32_t code) {
  if (code < 0x80) return {static_cast<char>(code)};
  return {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
}

char32_t lower(char32_t code) {
  if (code >= U'A' && code <= U'Z') return code + 32;
  if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 32;  // À … Þ
  if (code >= 0x100 && code <= 0x137) return code | 1;                 // Ā … ķ in pairs
  if (code >= 0x139 && code <= 0x148) return (code % 2 == 1) ? code + 1 : code;
  if (code >= 0x14A && code <= 0x177) return code | 1;
  if (code >= 0x179 && code <= 0x17E) return (code % 2 == 1) ? code + 1 : code;  // Ź Ż Ž
  if (code >= 0x400 && code <= 0x40F) return code + 80;                          // Ђ … Џ
  if (code >= 0x410 && code <= 0x42F) return code + 32;                          // А … Я
  return code;
}

char32_t upper(char32_t code) {
  for (char32_t candidate = code > 80 ? code - 80 : 0; candidate < code; ++candidate) {
    if (lower(candidate) == code) return candidate;
  }
  return code;
}

}  // namespace

std::string lower_case(std::string_view utf8) {
  std::string lowered;
  for (std::size_t at = 0; at < utf8.size();) {
    const Letter letter = letter_at(utf8, at);
    if (letter.bytes <= 2 && letter.code < 0x800) {
      lowered += two_bytes_or_one(lower(letter.code));
    } else {
      lowered += utf8.substr(at, letter.bytes);
    }
    at += letter.bytes;
  }
  return lowered;
}

std::string first_letter(std::string_view utf8) {
  if (utf8.empty()) return {};
  const Letter letter = letter_at(utf8, 0);
  if (letter.bytes > 2) return std::string(utf8.substr(0, letter.bytes));
  return two_bytes_or_one(upper(lower(letter.code)));
}

Shelf::Shelf(const ArticleIndex& articles, const std::vector<std::string>& best_sellers,
             std::size_t most_best_sellers)
    : index_(&articles) {
  std::unordered_map<std::string_view, std::size_t> tab_of;
  for (const Article& article : articles.articles()) {
    if (!article.on_shelf) continue;  // it may lie on a tray that waits
    named_.push_back({lower_case(article.name), &article});
    const auto [found, is_new] = tab_of.emplace(article.page, tabs_.size());
    if (is_new) tabs_.push_back({article.page, article.picture, false, {}});
    tabs_[found->second].articles.push_back(&article);
  }
  if (named_.size() <= most_best_sellers) return;
  std::unordered_set<std::string_view> chosen;
  for (const std::string& code : best_sellers) {
    const Article* article = index_->by_code(code);
    if (chosen.size() < most_best_sellers && article != nullptr && article->on_shelf)
      chosen.insert(article->code);
  }
  if (chosen.empty()) return;
  Tab best{.name = "", .picture = best_sellers_picture, .of_best_sellers = true, .articles = {}};
  for (const Named& each : named_)
    if (chosen.contains(each.article->code)) best.articles.push_back(each.article);
  tabs_.insert(tabs_.begin(), std::move(best));
}

std::vector<const Article*> Shelf::named(std::string_view text, std::size_t limit) const {
  const std::string wanted = lower_case(text);
  std::vector<const Article*> begins;
  std::vector<const Article*> holds;
  for (const Named& each : named_) {
    const auto at = each.lower_name.find(wanted);
    if (at == std::string::npos) continue;
    auto& found = at == 0 ? begins : holds;
    if (found.size() < limit) found.push_back(each.article);
    if (begins.size() == limit) break;
  }
  begins.insert(begins.end(), holds.begin(), holds.end());
  if (begins.size() > limit) begins.resize(limit);
  return begins;
}

std::vector<std::string> Shelf::letters() const {
  std::set<std::string> letters;
  for (const Named& each : named_) {
    const std::string_view name = each.article->name;
    for (std::size_t at = 0; at < name.size();) {
      const Letter letter = letter_at(name, at);
      at += letter.bytes;
      const char32_t capital = letter.bytes <= 2 ? upper(lower(letter.code)) : char32_t{0};
      if (capital != lower(capital)) letters.insert(two_bytes_or_one(capital));
    }
  }
  return {letters.begin(), letters.end()};
}

}  // namespace tilia::pos
