#include "core/plain_latin.h"

#include <boost/locale/encoding.hpp>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "core/letters.h"

namespace tilia {
namespace {

// Small letters alone: a capital is spelt as its small one, in capitals. Cyrillic of Serbia and
// Bosnia, Macedonia, Bulgaria, Ukraine and Russia; Latin with marks; then what is no letter.
constexpr std::pair<std::string_view, std::string_view> spelling_list[]{
    {"а", "a"},  {"б", "b"},  {"в", "v"},  {"г", "g"},  {"д", "d"},     {"ђ", "dj"},  {"ѓ", "gj"},
    {"е", "e"},  {"ж", "z"},  {"з", "z"},  {"ѕ", "dz"}, {"и", "i"},     {"ј", "j"},   {"к", "k"},
    {"л", "l"},  {"љ", "lj"}, {"м", "m"},  {"н", "n"},  {"њ", "nj"},    {"о", "o"},   {"п", "p"},
    {"р", "r"},  {"с", "s"},  {"т", "t"},  {"ћ", "c"},  {"ќ", "kj"},    {"у", "u"},   {"ф", "f"},
    {"х", "h"},  {"ц", "c"},  {"ч", "c"},  {"џ", "dz"}, {"ш", "s"},     {"щ", "sht"}, {"ъ", "a"},
    {"ь", "y"},  {"ю", "yu"}, {"я", "ya"}, {"ё", "e"},  {"ы", "y"},     {"э", "e"},   {"й", "y"},
    {"ґ", "g"},  {"є", "ye"}, {"і", "i"},  {"ї", "yi"}, {"ѐ", "e"},     {"ѝ", "i"},   {"à", "a"},
    {"á", "a"},  {"â", "a"},  {"ã", "a"},  {"ä", "a"},  {"å", "a"},     {"æ", "ae"},  {"ç", "c"},
    {"è", "e"},  {"é", "e"},  {"ê", "e"},  {"ë", "e"},  {"ì", "i"},     {"í", "i"},   {"î", "i"},
    {"ï", "i"},  {"ð", "d"},  {"ñ", "n"},  {"ò", "o"},  {"ó", "o"},     {"ô", "o"},   {"õ", "o"},
    {"ö", "o"},  {"ø", "o"},  {"ù", "u"},  {"ú", "u"},  {"û", "u"},     {"ü", "u"},   {"ý", "y"},
    {"þ", "th"}, {"ÿ", "y"},  {"ß", "ss"}, {"ā", "a"},  {"ă", "a"},     {"ą", "a"},   {"ć", "c"},
    {"č", "c"},  {"ċ", "c"},  {"ď", "d"},  {"đ", "dj"}, {"ē", "e"},     {"ė", "e"},   {"ę", "e"},
    {"ě", "e"},  {"ğ", "g"},  {"ģ", "g"},  {"ħ", "h"},  {"ī", "i"},     {"į", "i"},   {"ı", "i"},
    {"ķ", "k"},  {"ĺ", "l"},  {"ļ", "l"},  {"ľ", "l"},  {"ł", "l"},     {"ń", "n"},   {"ņ", "n"},
    {"ň", "n"},  {"ō", "o"},  {"ő", "o"},  {"œ", "oe"}, {"ŕ", "r"},     {"ř", "r"},   {"ś", "s"},
    {"ş", "s"},  {"š", "s"},  {"ș", "s"},  {"ţ", "t"},  {"ť", "t"},     {"ț", "t"},   {"ū", "u"},
    {"ů", "u"},  {"ű", "u"},  {"ų", "u"},  {"ź", "z"},  {"ż", "z"},     {"ž", "z"},   {"&", "+"},
    {"\"", "'"}, {"`", "'"},  {"_", "-"},  {"–", "-"},  {"—", "-"},     {"‑", "-"},   {"’", "'"},
    {"‘", "'"},  {"“", "'"},  {"”", "'"},  {"„", "'"},  {"«", "'"},     {"»", "'"},   {";", ","},
    {"[", "("},  {"]", ")"},  {"{", "("},  {"}", ")"},  {"\u00A0", " "}};

const std::map<std::string_view, std::string_view>& spellings() {
  static const std::map<std::string_view, std::string_view> all(std::begin(spelling_list),
                                                                std::end(spelling_list));
  return all;
}

// The small letter; two capitals are beyond core/letters.
std::string small(std::string_view letter) {
  static const std::map<std::string_view, std::string_view> beyond{
      {"Ș", "ș"}, {"Ț", "ț"}, {"Ґ", "ґ"}, {"İ", "i"}};
  const auto found = beyond.find(letter);
  return found == beyond.end() ? lower_case(letter) : std::string(found->second);
}

bool is_capital(std::string_view letter) { return small(letter) != letter; }

bool taken_as_it_is(std::string_view letter) {
  if (letter.size() != 1) return false;
  const char one = letter.front();
  return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9') ||
         std::string_view("-?:().,'+ ").find(one) != std::string_view::npos;
}

// Of a capital: "Dj" where a small letter follows, "DJ" among capitals.
std::string in_capitals(std::string_view spelling, bool all) {
  std::string text(spelling);
  for (std::size_t at = 0; at < (all ? text.size() : 1); ++at)
    if (text[at] >= 'a' && text[at] <= 'z') text[at] = static_cast<char>(text[at] - 'a' + 'A');
  return text;
}

// One space between words, none at the ends, and no sign at the beginning that reads as a command.
std::string tidy(const std::string& text) {
  std::string kept;
  for (const char letter : text) {
    if (letter == ' ' && (kept.empty() || kept.back() == ' ')) continue;
    if (kept.empty() && std::string_view("-:+").find(letter) != std::string_view::npos) continue;
    kept += letter;
  }
  if (kept.ends_with(' ')) kept.pop_back();
  return kept;
}

// Signs, emoji, marks that are set over a letter: nothing is lost without them.
bool is_no_letter(std::string_view letter) {
  return letter.size() == 1 || (letter >= "\u0080" && letter <= "\u00BF") ||
         (letter >= "\u0300" && letter <= "\u036F") || (letter >= "\u2000" && letter <= "\u2BFF") ||
         letter >= "\uFE00";
}

}  // namespace

PlainLatin in_plain_latin(std::string_view utf8) {
  const std::vector<std::string_view> letters = letters_of(utf8);
  PlainLatin plain;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const std::string_view letter = letters[at];
    if (taken_as_it_is(letter)) {
      plain.text += letter;
      continue;
    }
    const auto found = spellings().find(small(letter));
    if (letter == "/") {
      plain.text += '-';  // two of them, or one at an end, mean something to a bank
    } else if (found == spellings().end()) {
      if (is_no_letter(letter))
        plain.text += letter.size() == 1 ? " " : "";
      else
        plain.lost_letters = true;
    } else if (is_capital(letter)) {
      const bool last = at + 1 == letters.size() || letters[at + 1] == " ";
      const bool all = last ? at > 0 && is_capital(letters[at - 1]) : is_capital(letters[at + 1]);
      plain.text += in_capitals(found->second, all);
    } else {
      plain.text += found->second;
    }
  }
  plain.text = tidy(plain.text);
  return plain;
}

std::string in_windows_1250(std::string_view utf8) {
  namespace conv = boost::locale::conv;
  try {
    return conv::from_utf(std::string(utf8), "windows-1250", conv::stop);
  } catch (const conv::conversion_error&) {
    return in_plain_latin(utf8).text;
  }
}

}  // namespace tilia
