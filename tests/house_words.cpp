#include "tests/house_words.h"

#include <algorithm>
#include <regex>
#include <sstream>

namespace tilia::house {
namespace {

const std::vector<std::pair<std::string, std::string>>& plural_forms() {
  static const std::string serbian =
      "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || "
      "n%100>=20) ? 1 : 2);";
  static const std::vector<std::pair<std::string, std::string>> forms{
      {"en", "nplurals=2; plural=(n != 1);"}, {"sr@latin", serbian}, {"sr", serbian}};
  return forms;
}

std::string plural_form_of(const std::string& language) {
  for (const auto& [name, form] : plural_forms())
    if (name == language) return form;
  return {};
}

std::set<std::string> places_in(const std::string& text) {
  static const std::regex place(R"(\{([^{}]*)\})");
  std::set<std::string> places;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), place);
       at != std::sregex_iterator(); ++at)
    places.insert((*at)[1]);
  return places;
}

// Reads a .po file line by line: which word a quoted line belongs to is the last one named.
class PoReader {
 public:
  explicit PoReader(Catalogue& into) : into_(into) {}

  void read(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      ++line_;
      take(line);
    }
    finish();
  }

 private:
  void take(const std::string& line) {
    static const std::regex named(R"re(^(msgid_plural|msgid|msgstr(\[\d\])?) "(.*)"$)re");
    static const std::regex more(R"re(^"(.*)"$)re");
    std::smatch found;
    if (line.empty() || line.starts_with('#')) {
      if (line.starts_with("#,") && line.find("fuzzy") != std::string::npos)
        fault("fuzzy: msgfmt leaves it out; translate it and take the mark away");
    } else if (std::regex_match(line, found, named)) {
      const std::string word = found[1];
      if (word == "msgid") begin();
      if (word == "msgid_plural") entry_.plural = true;
      if (word.starts_with("msgstr")) entry_.said.emplace_back();
      target_ = word;
      append(found[3]);
    } else if (std::regex_match(line, found, more)) {
      append(found[1]);
    } else {
      fault("no line of a catalogue: msgid \"key\", msgstr \"words\", a comment, or nothing");
    }
  }
  void begin() {
    finish();
    entry_ = Entry{};
    entry_.line = line_;
    key_.clear();
    begun_ = true;
  }
  void append(const std::string& text) {
    if (target_ == "msgid") key_ += text;
    if (target_.starts_with("msgstr")) entry_.said.back() += text;
  }
  void finish() {
    if (!begun_) return;
    for (const std::string& said : entry_.said) entry_.places.merge(places_in(said));
    if (key_.empty()) {
      into_.header = entry_.said.empty() ? "" : entry_.said.front();
    } else if (!into_.entries.emplace(key_, entry_).second) {
      fault("\"" + key_ + "\" stands twice: keep one");
    }
    begun_ = false;
  }
  void fault(const std::string& message) { into_.faults.push_back({into_.path, line_, message}); }

  Catalogue& into_;
  Entry entry_;
  std::string key_;
  std::string target_;
  int line_ = 0;
  bool begun_ = false;
};

bool forms_fit(const Catalogue& catalogue, const Entry& entry) {
  const std::size_t forms = catalogue.language == "en" ? 2 : 3;
  return entry.said.size() == (entry.plural ? forms : 1);
}

}  // namespace

Catalogue read_catalogue(const std::string& path, const std::string& text) {
  Catalogue catalogue;
  catalogue.path = path;
  const std::filesystem::path file(path);
  catalogue.room = file.stem().string();
  catalogue.language = file.parent_path().filename().string();
  PoReader(catalogue).read(text);
  return catalogue;
}

const std::vector<Catalogue>& all_catalogues() {
  static const std::vector<Catalogue> catalogues = [] {
    std::vector<Catalogue> read;
    for (const std::string& path : all_paths(TILIA_SOURCE)) {
      if (path.starts_with("installer/locale/") && path.ends_with(".po"))
        read.push_back(read_catalogue(path, text_of(std::string(TILIA_SOURCE "/") + path)));
    }
    return read;
  }();
  return catalogues;
}

Faults catalogue_faults(const Catalogue& catalogue) {
  Faults faults = catalogue.faults;
  const auto fault = [&](int line, const std::string& message) {
    faults.push_back({catalogue.path, line, message});
  };
  const auto header_says = [&](const std::string& line) {
    return ("\\n" + catalogue.header).find("\\n" + line + "\\n") != std::string::npos;
  };
  if (!header_says("Content-Type: text/plain; charset=UTF-8") ||
      !header_says("Language: " + catalogue.language) ||
      !header_says("Plural-Forms: " + plural_form_of(catalogue.language)))
    fault(1, "the header is not core.po's: copy it, Content-Type, Language and Plural-Forms");
  for (const auto& [key, entry] : catalogue.entries) {
    if (!forms_fit(catalogue, entry))
      fault(entry.line, key + ": as many msgstr as the language has plural forms");
    for (const std::string& said : entry.said) {
      if (said.empty()) fault(entry.line, key + ": nothing is said; write the words");
      if (entry.plural && !places_in(said).contains("count") && places_in(said) != entry.places &&
          entry.said.size() > 1 && &said != &entry.said.front())
        fault(entry.line, key + ": a plural form lacks a place that another has");
    }
  }
  return faults;
}

Faults difference_faults(const Catalogue& one, const Catalogue& other) {
  Faults faults;
  for (const auto& [key, entry] : one.entries) {
    const auto found = other.entries.find(key);
    if (found == other.entries.end()) {
      faults.push_back({other.path, 0, "lacks \"" + key + "\", which " + one.path + " has"});
      continue;
    }
    if (found->second.places != entry.places)
      faults.push_back(
          {other.path, found->second.line, key + ": its places {…} are not those of " + one.path});
    if (found->second.plural != entry.plural)
      faults.push_back({other.path, found->second.line, key + ": plural in one language only"});
  }
  return faults;
}

namespace {

// {} stands for at least one letter.
bool fits(std::string_view key, std::string_view pattern) {
  if (pattern.empty()) return key.empty();
  if (!pattern.starts_with("{}"))
    return !key.empty() && key.front() == pattern.front() && fits(key.substr(1), pattern.substr(1));
  for (std::size_t taken = 1; taken <= key.size(); ++taken)
    if (fits(key.substr(taken), pattern.substr(2))) return true;
  return false;
}

}  // namespace

bool KeyUse::matches(const std::string& key) const {
  return fits(key, pattern.ends_with('.') ? pattern + "{}" : pattern);
}

std::vector<KeyUse> key_uses(const Source& source, const std::set<std::string>& rooms) {
  static const std::regex shape(R"(([a-z_]+)\.[a-z0-9_.{}]*)");
  static const std::regex file(
      R"(.*\.(po|mo|toml|json|csv|pdf|png|svg|ttf|cpp|h|txt|log|xlsx|tilia))");
  std::vector<KeyUse> uses;
  for (const Literal& literal : source.literals) {
    std::smatch found;
    if (!std::regex_match(literal.text, found, shape)) continue;
    if (!rooms.contains(found[1])) continue;
    const bool other_name = std::regex_match(literal.text, file) || source.in("db");
    uses.push_back({source.path, literal.line, literal.text, !other_name});
  }
  return uses;
}

Faults spoken_literal_faults(const Source& source) {
  if (source.is_test() || !source.in_ui()) return {};
  // Names of typefaces, of the C locale and of widgets are not said to anybody.
  static const std::set<std::string> known{"Noto Sans", "Noto Color Emoji"};
  static const std::regex for_us(R"(\b(throw|CHECK|static_assert|wxLog\w*|wxFAIL\w*)\b)");
  static const std::regex words(R"(^[A-ZÀ-Þ][a-zà-þ]+[.!?:…]?$|[A-Za-z]{2,},? +[A-Za-z]{2,})");
  Faults faults;
  for (const Literal& literal : source.literals) {
    const std::string& code = source.code[static_cast<std::size_t>(literal.line) - 1];
    const std::string& before =
        literal.line > 1 ? source.code[static_cast<std::size_t>(literal.line) - 2] : code;
    if (known.contains(literal.text) || !std::regex_search(literal.text, words)) continue;
    if (std::regex_search(code, for_us) || std::regex_search(before, for_us)) continue;
    faults.push_back({source.path, literal.line,
                      "\"" + literal.text +
                          "\" is said to people: put it into the catalogues and "
                          "say the key"});
  }
  return faults;
}

}  // namespace tilia::house
