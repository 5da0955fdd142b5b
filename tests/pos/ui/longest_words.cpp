#include "tests/pos/ui/longest_words.h"

#include <wx/dcmemory.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>

#include "tests/db/fresh_folder.h"

namespace tilia::pos::tests {
namespace {

using Catalogue =
    std::map<std::string, std::string>;  // plural forms behind each other, '\0' between

constexpr std::uint32_t magic = 0x950412DE;  // of a catalogue as gettext writes it
constexpr std::size_t word = 4;
constexpr std::size_t head_words = 7;

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < word; ++i)
    number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes.at(at + i))) << (8 * i);
  return number;
}

void put_number(std::string& bytes, std::size_t number) {
  for (std::size_t i = 0; i < word; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
}

Catalogue read_catalogue(const std::string& language) {
  std::ifstream file(TILIA_SHARE "/locale/" + language + "/LC_MESSAGES/words.mo", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (bytes.size() < head_words * word || number_at(bytes, 0) != magic)
    throw std::runtime_error("no catalogue of " + language);
  Catalogue catalogue;
  for (std::size_t i = 0; i < number_at(bytes, 2 * word); ++i) {
    const auto text = [&](std::size_t table) {
      const std::size_t at = number_at(bytes, table * word) + i * 2 * word;
      return bytes.substr(number_at(bytes, at + word), number_at(bytes, at));
    };
    catalogue[text(3)] = text(4);
  }
  return catalogue;
}

void write_catalogue(const Catalogue& catalogue, const std::filesystem::path& path) {
  const std::size_t texts_at = head_words * word + catalogue.size() * 4 * word;
  std::string keys;
  std::string said;
  std::string all;
  for (const bool of_key : {true, false})
    for (const auto& [key, text] : catalogue) {
      const std::string& one = of_key ? key : text;
      std::string& table = of_key ? keys : said;
      put_number(table, one.size());
      put_number(table, texts_at + all.size());
      all += one + '\0';
    }
  std::string bytes;
  for (const std::size_t number :
       {std::size_t{magic}, std::size_t{0}, catalogue.size(), head_words * word,
        head_words * word + keys.size(), std::size_t{0}, texts_at})
    put_number(bytes, number);
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes << keys << said << all;
}

// Vowels twice, from the front, until a third is won; what stands for a name or a number stays.
std::string a_third_longer(const std::string& english) {
  const std::size_t wanted = english.size() + (english.size() + 2) / 3;
  std::string longer;
  bool in_place = false;
  std::size_t won = 0;
  for (const char letter : english) {
    if (letter == '{') in_place = true;
    if (letter == '}') in_place = false;
    longer += letter;
    const bool vowel = std::string("aeiouyAEIOUY").find(letter) != std::string::npos;
    if (in_place || !vowel || english.size() + won >= wanted) continue;
    longer += static_cast<char>(letter | 0x20);
    ++won;
  }
  if (longer.ends_with('}')) return longer;
  const bool stop = longer.ends_with('.') || longer.ends_with('?');
  const std::string end = stop ? longer.substr(longer.size() - 1) : "";
  if (stop) longer.pop_back();
  while (longer.size() + end.size() < wanted) longer += 'n';
  return longer + end;
}

int width_of(const std::string& text) {
  wxBitmap sheet(8, 8);
  wxMemoryDC on(sheet);
  on.SetFont(wxFont(wxFontInfo(15).FaceName("Noto Sans")));
  return on.GetTextExtent(wxString::FromUTF8(text)).GetWidth();
}

std::string widest_form(const std::string& forms) {
  std::string widest;
  for (std::size_t at = 0; at <= forms.size();) {
    const std::size_t end = std::min(forms.find('\0', at), forms.size());
    const std::string form = forms.substr(at, end - at);
    if (width_of(form) > width_of(widest)) widest = form;
    at = end + 1;
  }
  return widest;
}

// "{grams} g": no unit of measure grows with a language.
bool is_a_unit(const std::string& english) {
  return english.starts_with('{') && english.size() - english.find('}') <= 4;
}

Catalogue longest() {
  Catalogue english = read_catalogue("en");
  const std::array<Catalogue, 2> others{read_catalogue("sr"), read_catalogue("sr@latin")};
  for (auto& [key, said] : english) {
    if (key.empty()) continue;  // the head
    const bool counted = said.find('\0') != std::string::npos;
    std::string widest = widest_form(said);
    const std::string longer = a_third_longer(widest);
    // The name of a currency is a fact, and so is a unit.
    if (key.starts_with("till.currency.") || is_a_unit(widest)) continue;
    if (width_of(longer) > width_of(widest)) widest = longer;
    for (const Catalogue& other : others) {
      const std::string form = widest_form(other.at(key));
      if (width_of(form) > width_of(widest)) widest = form;
    }
    said = counted ? widest + '\0' + widest : widest;
  }
  return english;
}

}  // namespace

Words longest_words() {
  static const Catalogue catalogue = longest();  // measuring takes a while
  const db::FreshFolder folder;
  write_catalogue(catalogue, folder.path() / "en" / "LC_MESSAGES" / "words.mo");
  return {Language::english, folder.path()};
}

std::set<std::string> keys_of_words(const std::string& beginning) {
  std::set<std::string> keys;
  for (const auto& [key, said] : read_catalogue("en"))
    if (key.starts_with(beginning)) keys.insert(key.substr(0, key.find('\0')));
  return keys;
}

std::set<std::string> yes_and_no(const Words& words) {
  std::set<std::string> said;
  for (const std::string& key : keys_of_words("till."))
    if (key.ends_with(".yes") || key.ends_with(".no")) said.insert(words.say(key));
  return said;
}

}  // namespace tilia::pos::tests
