#include "core/neutral_words.h"

#include <algorithm>
#include <boost/locale.hpp>
#include <cctype>
#include <locale>
#include <set>
#include <utility>

#include "core/neutral_lists.h"

namespace tilia {
namespace {

std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char letter : text) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 0x100000001b3U;
  }
  return hash;
}

class List {
 public:
  explicit List(std::span<const HashedWord> words) {
    for (const HashedWord& word : words) {
      (word.whole ? wholes_ : beginnings_).emplace(word.length_bytes, word.hash);
      lengths_.insert(word.length_bytes);
    }
  }

  // `small` is in lower case.
  [[nodiscard]] bool has(std::string_view small) const {
    for (const std::size_t length : lengths_) {
      if (length > small.size()) return false;
      const std::pair beginning(length, fnv1a(small.substr(0, length)));
      if (beginnings_.contains(beginning)) return true;
      if (length == small.size() && wholes_.contains(beginning)) return true;
    }
    return false;
  }

 private:
  using Hashes = std::set<std::pair<std::size_t, std::uint64_t>>;
  Hashes beginnings_;
  Hashes wholes_;
  std::set<std::size_t> lengths_;
};

bool letter(char byte) {
  return std::isalpha(static_cast<unsigned char>(byte)) != 0 || (byte & 0x80) != 0;
}

std::string in_small(const std::string& text) {
  static const std::locale unicode = boost::locale::generator()("en_US.UTF-8");
  // An accent that was typed as a letter of its own is put back onto its letter.
  return boost::locale::to_lower(boost::locale::normalize(text, boost::locale::norm_nfc, unicode),
                                 unicode);
}

std::vector<std::string> found_in(std::string_view text, const List& list) {
  std::vector<std::string> found;
  for (std::string& word : words_of(text)) {
    if (list.has(in_small(word)) && std::find(found.begin(), found.end(), word) == found.end())
      found.push_back(std::move(word));
  }
  return found;
}

const List& unwanted() {
  static const List list(unwanted_list());
  return list;
}

const List& finance() {
  static const List list(finance_list());
  return list;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool hump = at > 0 && std::isupper(static_cast<unsigned char>(text[at])) != 0 &&
                      std::islower(static_cast<unsigned char>(text[at - 1])) != 0;
    if ((hump || !letter(text[at])) && !words.back().empty()) words.emplace_back();
    if (letter(text[at])) words.back() += text[at];
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::vector<std::string> unwanted_words_in(std::string_view text) {
  return found_in(text, unwanted());
}

std::optional<std::string> unwanted_word_in(std::string_view text) {
  std::vector<std::string> found = unwanted_words_in(text);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<std::string> finance_words_in(std::string_view text) {
  return found_in(text, finance());
}

bool tells_too_much(std::string_view name) {
  return unwanted_word_in(name).has_value() || !finance_words_in(name).empty();
}

bool is_denied_name(std::string_view name) {
  static const List list(schema_list());
  std::string parted;
  std::string run_on;
  for (const char byte : name) {
    const char small = static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    const bool counts = std::isalnum(static_cast<unsigned char>(byte)) != 0;
    parted += counts ? small : '_';
    if (counts) run_on += small;
  }
  return list.has(parted) || list.has(run_on);
}

}  // namespace tilia
