// The words of the house: gettext catalogues as the rules see them, and the keys that the code
// names.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/house_source.h"

namespace tilia::house {

struct Entry {
  int line = 0;
  bool plural = false;
  std::vector<std::string> said;  // one, or one for each plural form
  std::set<std::string> places;   // {amount} → "amount", in any form
};

struct Catalogue {
  std::string path;
  std::string language;  // "en", "sr@latin", "sr"
  std::string room;      // the file's stem
  std::string header;
  std::map<std::string, Entry> entries;
  Faults faults;  // found while reading: doubled keys, lines that are no catalogue
};

[[nodiscard]] Catalogue read_catalogue(const std::string& path, const std::string& text);
[[nodiscard]] const std::vector<Catalogue>& all_catalogues();

// What is wrong within one catalogue, and between those of one room in several languages.
[[nodiscard]] Faults catalogue_faults(const Catalogue& catalogue);
[[nodiscard]] Faults difference_faults(const Catalogue& one, const Catalogue& other);

// A literal of the code that names a key, or begins one ("pos.refusal.{}").
struct KeyUse {
  std::string path;
  int line = 0;
  std::string pattern;   // {} or a point at the end: any
  bool surely = true;    // false: it may as well be a file's name or a kind of journal entry
  [[nodiscard]] bool matches(const std::string& key) const;
};
// `rooms`: the first words of keys, which are the names of the catalogues.
[[nodiscard]] std::vector<KeyUse> key_uses(const Source& source,
                                           const std::set<std::string>& rooms);

// Text that a person would read, written into a window instead of into a catalogue.
[[nodiscard]] Faults spoken_literal_faults(const Source& source);

}  // namespace tilia::house
