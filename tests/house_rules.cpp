#include "tests/house_rules.h"

#include <algorithm>
#include <array>
#include <functional>
#include <regex>

namespace tilia::house {
namespace {

const std::vector<std::string>& rooms() {
  static const std::vector<std::string> all{"core", "pos", "payroll", "reporting", "db", "app"};
  return all;
}

bool is_room(const std::string& name) {
  return std::find(rooms().begin(), rooms().end(), name) != rooms().end();
}

bool header_in_ui(const std::string& header) { return header.find("/ui/") != std::string::npos; }

std::string room_of(const std::string& header) { return header.substr(0, header.find('/')); }

// "pdf", "payslip_pdf", "pdf_page" for the part "pdf".
bool named(const Source& source, const std::string& part) {
  return ("_" + source.stem() + "_").find("_" + part + "_") != std::string::npos;
}

bool file_reader(const Source& source) { return source.stem().ends_with("_file"); }

struct Library {
  std::string name;
  std::string headers;  // a regular expression
  std::function<bool(const Source&)> welcome;
  std::string home;  // where it lives, in words
};

bool rules_room(const Source& source) {
  return (source.in("pos") || source.in("payroll")) && !source.in_ui();
}

// HOUSE.md §2, the column "may link". app may link all.
const std::vector<Library>& libraries() {
  static const std::vector<Library> all{
      {"Boost", "boost/.*", [](const Source& s) { return s.in("core"); }, "core"},
      {"libsodium", "sodium.*",
       [](const Source& s) {
         return s.in("db") || (s.in("core") && (s.stem() == "secret" || s.stem() == "chance"));
       },
       "core/secret.*, core/chance.* and db"},
      {"SQLite", "sqlite3.*|SQLiteCpp/.*", [](const Source& s) { return s.in("db"); }, "db"},
      {"libpqxx", "pqxx/.*", [](const Source& s) { return s.in("db/hub"); }, "db/hub"},
      {"toml++", "toml\\+\\+/.*|toml\\.hpp", rules_room, "the rule files of pos and payroll"},
      {"nlohmann-json", "nlohmann/.*",
       [](const Source& s) {
         const bool room = rules_room(s) || (s.in("reporting") && !s.in_ui());
         return s.in("db") || (room && file_reader(s)) || s.path.starts_with("core/strict_file.");
       },
       "db, core/strict_file.* and files called *_file.*"},
      {"OpenSSL", "openssl/.*", [](const Source& s) { return s.in("pos/fiscal"); }, "pos/fiscal"},
      {"libqrencode", "qrencode\\.h",
       [](const Source& s) { return s.in("pos/devices") || s.in("reporting"); },
       "pos/devices and reporting"},
      {"CUPS", "cups/.*", [](const Source& s) { return s.in("pos/devices"); }, "pos/devices"},
      {"libharu", "hpdf.*", [](const Source& s) { return s.in("reporting") && named(s, "pdf"); },
       "reporting's files called *pdf*"},
      {"pugixml", "pugixml\\.hpp",
       [](const Source& s) { return s.in("reporting") && s.stem() == "bank_file"; },
       "reporting's bank_file.*"},
      {"libxlsxwriter", "xlsxwriter.*",
       [](const Source& s) { return s.in("reporting") && named(s, "workbook"); },
       "reporting's files called *workbook*"},
      {"GLPK", "glpk\\.h",
       [](const Source& s) { return s.in("reporting") && s.stem() == "disclosure_audit"; },
       "reporting's disclosure_audit.*"},
      {"wxWidgets", "wx/.*", [](const Source& s) { return s.in_ui() && !s.in("db"); },
       "core/ui, pos/ui, payroll/ui, reporting/ui and app"},
      {"CLI11", "CLI/.*", [](const Source&) { return false; }, "app"},
  };
  return all;
}

// What the language, the operating system and fmt bring: welcome everywhere.
bool at_home_everywhere(const std::string& header) {
  static const std::regex everywhere(
      "[a-z0-9_]+|fmt/.*|(assert|dlfcn|errno|fcntl|unistd|pwd|poll|signal|spawn|stdio|stdlib|"
      "string|termios)\\.h|sys/[a-z]+\\.h|linux/[a-z]+\\.h");
  return std::regex_match(header, everywhere);
}

}  // namespace

Faults include_faults(const Source& source) {
  Faults faults;
  if (source.is_test() || source.in("app")) return faults;
  const std::string room = source.room();
  for (const Include& include : source.includes) {
    if (!include.ours) continue;
    const std::string to = room_of(include.header);
    const auto fault = [&](const std::string& message) {
      faults.push_back({source.path, include.line, "\"" + include.header + "\": " + message});
    };
    if (!is_room(to)) {
      fault("name the header from the project's folder, as \"core/day.h\"");
    } else if (to == "app") {
      fault("nobody includes app; hand the thing over as a parameter");
    } else if (header_in_ui(include.header) && !source.in_ui()) {
      fault("only windows include windows; move the thinking into a screen without wx");
    } else if (to == "core" || to == room || (room == "db" && !header_in_ui(include.header))) {
      continue;
    } else if (to == "db") {
      fault("rooms do not know the book; ask through the room's own *_book.h, which db fulfils");
    } else {
      fault("room " + room + " may not know room " + to +
            "; let db or app carry what it needs across as values");
    }
  }
  return faults;
}

Faults library_faults(const Source& source) {
  Faults faults;
  if (source.is_test() || source.in("app")) return faults;
  for (const Include& include : source.includes) {
    if (include.ours || at_home_everywhere(include.header)) continue;
    bool known = false;
    for (const Library& library : libraries()) {
      if (!std::regex_match(include.header, std::regex(library.headers))) continue;
      known = true;
      if (!library.welcome(source))
        faults.push_back({source.path, include.line,
                          library.name + " lives in " + library.home +
                              "; put what needs it there behind a type of our own"});
    }
    if (!known)
      faults.push_back({source.path, include.line,
                        "<" + include.header +
                            "> is of no library of HOUSE.md §2; add it to that table and to "
                            "tests/house_rules.cpp, or do without"});
  }
  return faults;
}

Faults floating_faults(const Source& source) {
  const bool pixels = source.in_ui();
  const bool points = source.in("reporting") && named(source, "pdf");
  const bool cells = source.in("reporting") && named(source, "workbook");
  const bool hints = source.stem() == "disclosure_audit";
  const bool figures = source.in("tests/bench") || source.in("tests/must_not_compile");
  const bool door = source.in("app") || source.in("tests/app");  // a program's own windows: pixels
  const bool screen =
      door && std::any_of(source.includes.begin(), source.includes.end(),
                          [](const Include& i) { return i.header.starts_with("wx/"); });
  if (screen || pixels || points || cells || hints || figures) return {};
  static const std::regex floating(
      R"(\b(float|double|strtod|strtof|stod|stof|atof|lround|llround)\b|(^|[^\w.'])\d+\.\d)");
  Faults faults;
  for (std::size_t at = 0; at < source.code.size(); ++at) {
    if (source.code[at].starts_with("#include")) continue;
    if (std::regex_search(source.code[at], floating))
      faults.push_back({source.path, static_cast<int>(at) + 1,
                        "a floating number: use Money, Rate, Quantity or whole units (pixels go "
                        "into ui, PDF points into *pdf*, cells into *workbook*)"});
  }
  return faults;
}

Faults clock_faults(const Source& source) {
  if (source.path == "core/system_clock.cpp" || source.in("tests/bench")) return {};
  static const std::regex reads(
      R"(\b(system_clock|gettimeofday|clock_gettime|second_clock|microsec_clock|day_clock|)"
      R"(localtime|)"
      R"(localtime_r|gmtime|utc_clock|file_clock|wxGetUTCTime|wxGetLocalTime)\b)"
      R"(|\b(std::|::)time\s*\(|(^|[^\w.>:])time\s*\(\s*(nullptr|NULL|0|&))"
      R"(|wxDateTime::(Now|UNow|Today))");
  static const std::regex sql_reads(R"(CURRENT_TIME|CURRENT_DATE|\(\s*'now'|,\s*'now')");
  Faults faults;
  const auto fault = [&](int line) {
    faults.push_back({source.path, line,
                      "reads the machine's clock; take a const Clock& (only "
                      "core/system_clock.cpp reads it)"});
  };
  for (std::size_t at = 0; at < source.code.size(); ++at) {
    if (std::regex_search(source.code[at], reads)) fault(static_cast<int>(at) + 1);
  }
  if (source.is_test()) return faults;
  for (const Literal& literal : source.literals) {
    if (std::regex_search(literal.text, sql_reads)) fault(literal.line);
  }
  return faults;
}

// Each with its reason. A file that is not here may pass a Secret on, and not look inside.
Faults reveal_faults(const Source& source) {
  static const std::vector<std::string> allowed{
      "core/secret.h",                     // defines it
      "db/key.h",                          // a key's own way out
      "db/key_ring.cpp",                   // packs a ring to be sealed
      "db/hours_records.cpp",              // reads and seals what each said of her hours
      "db/key_change.cpp",                 // seals again what lay under a key that goes
      "db/erasure.cpp",                    // hands an empty record to be sealed
      "db/person_book_sqlite.cpp",         // takes a record over into her own copy
      "db/envelope.cpp",                   // a backup's content key, sealed and opened
      "db/sealed_pages.cpp",               // the key of a working file, which dies with it
      "db/hours_seals.cpp",                // reads a reminder, and asked days off
      "db/maker_records.cpp",              // reads who a maker is, having noted it
      "db/month_cost.cpp",                 // reads the sum that it opened
      "db/pay_book_rows.cpp",              // measures texts, so that all are of one length
      "db/pay_texts.cpp",                  // reads what was opened
      "db/person_records.cpp",             // opens and seals the records
      "db/station_key.cpp",                // keeps it for this account
      "db/signing_key.cpp",                // signs with it
      "db/approval.cpp",                   // seals the key that approves elsewhere
      "db/sealed_column.cpp",              // hands a padded text to be sealed
      "db/sealed_journal.cpp",             // hands a padded text to be sealed, and back
      "db/sealing.cpp",                    // seals and opens
      "db/kept_apart.cpp",                 // puts sealed records back that it opened
      "db/split_runs.cpp",                 // adds a month to the record that it opened
      "db/users.cpp",                      // packs a ring to be sealed
      "db/doors.cpp",                      // a secret becomes a key
      "db/counter_half.cpp",               // opens and seals this machine's half
      "db/login_rules.cpp",                // measures a new secret
      "db/recovery_words.cpp",             // makes the words, and reads how they were typed
      "pos/counter_secret.cpp",            // measures a number, joins a card and pictures
      "reporting/pdf_recovery_sheet.cpp",  // prints the words, once
      "core/ui/office/new_secret.cpp",     // compares a new one with its second typing
      "tests/pos/ui/counter_of_tests.h",   // a door that knows one fox
      "tests/db/attacker_test.cpp",        // tries every key on every sealed value
      "tests/db/split_runs_test.cpp",      // reads the record that was written
      "tests/db/person_records_test.cpp",  // proves what opens and what does not
      "tests/db/sealing_test.cpp",         // the same
      "tests/app/books_told_apart.h",      // proves that the copies differ at all
      "tests/payroll/shifts/roster_room_test.cpp",  // a door that knows one fox
      "tests/payroll/ui/person_room_test.cpp",      // a door that knows one turtle
      "tests/app/office_settings_test.cpp",         // doors that want long secrets
      "tests/pos/counter_secret_test.cpp",          // looks at what was joined
      "tests/db/doors_test.cpp",                    // types words in other ways
      "tests/db/users_test.cpp",                    // two of a role hold the same keys
      "tests/must_not_compile/print_secret.cpp",    // the twin that must compile
      "tests/core/secret_result_test.cpp",          // proves that it works
  };
  if (std::find(allowed.begin(), allowed.end(), source.path) != allowed.end()) return {};
  static const std::regex opens(R"(\breveal\s*\()");
  Faults faults;
  for (std::size_t at = 0; at < source.code.size(); ++at) {
    if (std::regex_search(source.code[at], opens))
      faults.push_back({source.path, static_cast<int>(at) + 1,
                        "opens a Secret; hand the Secret to the vault or the login, or add this "
                        "file and its reason to the list in tests/house_rules.cpp"});
  }
  return faults;
}

namespace {

std::size_t columns(const std::string& line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char letter) {
    return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U;
  }));
}

// Finds the bodies of functions by what stands before their brace.
class FunctionWalk {
 public:
  explicit FunctionWalk(const Source& source) : source_(source) {}

  Faults too_long(int limit) {
    for (std::size_t at = 0; at < source_.code.size(); ++at) {
      if (source_.code[at].starts_with('#')) continue;
      for (const char letter : source_.code[at]) step(letter, static_cast<int>(at) + 1, limit);
      before_ += ' ';
    }
    return std::move(faults_);
  }

 private:
  enum class Block { space, function, other };  // space: a namespace or a class
  struct Open {
    Block block;
    int line;
  };

  [[nodiscard]] Block block_that_opens() const {
    static const std::regex space(R"(\b(namespace|class|struct|union|enum|extern)\b)");
    if (!open_.empty() && open_.back().block != Block::space) return Block::other;
    if (before_.find('(') != std::string::npos) return Block::function;
    return std::regex_search(before_, space) ? Block::space : Block::other;
  }
  void step(char letter, int line, int limit) {
    if (letter == '{') {
      open_.push_back({block_that_opens(), line});
      before_.clear();
    } else if (letter == '}' && !open_.empty()) {
      const Open closed = open_.back();
      open_.pop_back();
      const int lines = line - closed.line + 1;
      if (closed.block == Block::function && lines > limit)
        faults_.push_back({source_.path, closed.line,
                           "a function of " + std::to_string(lines) + " lines, at most " +
                               std::to_string(limit) + ": give its steps names of their own"});
      before_.clear();
    } else if (letter == ';') {
      before_.clear();
    } else {
      before_ += letter;
    }
  }

  const Source& source_;
  std::vector<Open> open_;
  std::string before_;
  Faults faults_;
};

}  // namespace

Faults length_faults(const Source& source) {
  constexpr std::size_t most_columns = 100;
  constexpr std::size_t most_lines = 600;
  constexpr int most_function_lines = 70;
  Faults faults;
  for (std::size_t at = 0; at < source.lines.size(); ++at) {
    if (columns(source.lines[at]) > most_columns)
      faults.push_back({source.path, static_cast<int>(at) + 1,
                        std::to_string(columns(source.lines[at])) +
                            " columns, at most 100: break the line (clang-format does)"});
  }
  if (source.lines.size() > most_lines)
    faults.push_back({source.path, static_cast<int>(source.lines.size()),
                      "longer than 600 lines: part it by meaning (300 is the wish)"});
  const Faults functions = FunctionWalk(source).too_long(most_function_lines);
  faults.insert(faults.end(), functions.begin(), functions.end());
  return faults;
}

Faults header_faults(const Source& source) {
  Faults faults;
  if (source.path.ends_with(".h")) {
    const auto once = std::find(source.lines.begin(), source.lines.end(), "#pragma once");
    if (once == source.lines.end()) faults.push_back({source.path, 1, "#pragma once is missing"});
    if (source.lines.empty() || !source.lines.front().starts_with("//"))
      faults.push_back({source.path, 1, "open the header with what the thing is for"});
    return faults;
  }
  if (source.is_test()) return faults;
  const std::string own = source.path.substr(0, source.path.size() - 4) + ".h";
  const auto has_own = std::any_of(all_sources().begin(), all_sources().end(),
                                   [&](const Source& other) { return other.path == own; });
  if (has_own && (source.includes.empty() || source.includes.front().header != own))
    faults.push_back(
        {source.path, 1, "include \"" + own + "\" first: it proves that the header stands alone"});
  return faults;
}

namespace {

constexpr std::array<std::string_view, 10> banned_names{
    "util", "helper", "manager", "common", "misc", "info", "data", "impl", "base", "utils"};

bool is_banned(std::string word) {
  if (word.ends_with('s') && word != "bas") word.pop_back();  // helpers, managers
  return std::find(banned_names.begin(), banned_names.end(), word) != banned_names.end();
}

std::string cure_of_name(const std::string& word) {
  return "\"" + word + "\" says nothing: name what the thing is or does";
}

}  // namespace

Faults type_name_faults(const Source& source) {
  static const std::regex type(R"(\b(?:class|struct|union)\s+([A-Z][A-Za-z0-9]*))");
  static const std::regex hump(R"([A-Z][a-z0-9]*)");
  static const std::array<std::string, 2> ours{"ManagerApproval", "ContributionBase"};
  Faults faults;
  for (std::size_t at = 0; at < source.code.size(); ++at) {
    std::smatch found;
    if (!std::regex_search(source.code[at], found, type)) continue;
    const std::string name = found[1];
    if (std::find(ours.begin(), ours.end(), name) != ours.end()) continue;
    for (auto word = std::sregex_iterator(name.begin(), name.end(), hump);
         word != std::sregex_iterator(); ++word) {
      std::string lower = word->str();
      lower.front() = static_cast<char>(lower.front() - 'A' + 'a');
      if (is_banned(lower))
        faults.push_back(
            {source.path, static_cast<int>(at) + 1, name + ": " + cure_of_name(lower)});
    }
  }
  return faults;
}

Faults path_name_faults(const std::string& path) {
  Faults faults;
  static const std::regex word_of(R"([A-Za-z0-9]+)");
  std::string rest = path;
  for (const std::string_view ours :
       {"manager_approval", "contribution_base", "lowest_base", "highest_base"}) {
    const std::size_t at = rest.find(ours);
    if (at != std::string::npos) rest.erase(at, ours.size());
  }
  for (auto word = std::sregex_iterator(rest.begin(), rest.end(), word_of);
       word != std::sregex_iterator(); ++word) {
    if (is_banned(word->str())) faults.push_back({path, 0, cure_of_name(word->str())});
  }
  return faults;
}

Faults word_faults(const std::string& path, const std::string& text) {
  // Parted, so that this file may stand in the house too.
  static const std::vector<std::pair<std::string, std::string>> banned{
      {"vic"
       "tim",
       "people here are workers, customers and users; say that"},
      {"benefi"
       "ciar",
       "people here are workers, customers and users; say that"},
      {"traffi"
       "cking",
       "the house does not say why somebody works here"},
      {"survi"
       "vor",
       "people here are workers, customers and users; say that"},
      {"žrt"
       "v",
       "people here are workers, customers and users; say that"},
      {"жрт"
       "в",
       "people here are workers, customers and users; say that"},
      {"TO"
       "DO",
       "finish it, or write it into the issue that does"},
      {"FIX"
       "ME",
       "finish it, or write it into the issue that does"},
      {"place"
       "holder",
       "what is here is finished; write the real thing"},
      {"/wo"
       "rk/",
       "a folder of one machine; take the path as a parameter"},
      {"/ro"
       "ot/",
       "a folder of one machine; take the path as a parameter"},
      {"/ho"
       "me/",
       "a folder of one machine; take the path as a parameter"},
  };
  Faults faults;
  const auto lower = [](std::string word) {
    for (char& letter : word)
      if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return word;
  };
  int line_number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    const std::string low = lower(line);
    ++line_number;
    for (const auto& [word, cure] : banned) {
      const bool shouted = word.front() >= 'A' && word.front() <= 'Z';
      if ((shouted ? line : low).find(word) != std::string::npos)
        faults.push_back({path, line_number, "\"" + word + "\": " + cure});
    }
    at = end + 1;
  }
  return faults;
}

}  // namespace tilia::house
