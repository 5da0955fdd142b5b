// Every word that a person reads stands in three catalogues; the code names its key.
#include "tests/house_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace tilia::house {
namespace {

const char* const head =
    "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Language: en\\n\"\n"
    "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n";

Catalogue english(const std::string& text) {
  return read_catalogue("installer/locale/en/pos.po", head + text);
}

std::set<std::string> rooms() {
  std::set<std::string> names;
  for (const Catalogue& catalogue : all_catalogues()) names.insert(catalogue.room);
  // A catalogue may serve several first words: they are those of its keys.
  for (const Catalogue& catalogue : all_catalogues())
    for (const auto& [key, entry] : catalogue.entries) names.insert(key.substr(0, key.find('.')));
  return names;
}

std::set<std::string> all_keys() {
  std::set<std::string> keys;
  for (const Catalogue& catalogue : all_catalogues())
    for (const auto& [key, entry] : catalogue.entries) keys.insert(key);
  return keys;
}

std::vector<KeyUse> all_uses() {
  std::vector<KeyUse> uses;
  for (const Source& source : all_sources()) {
    if (source.is_test()) continue;
    const auto found = key_uses(source, rooms());
    uses.insert(uses.end(), found.begin(), found.end());
  }
  return uses;
}

TEST(HouseWords, AreWellFormed) {
  Faults all;
  for (const Catalogue& catalogue : all_catalogues()) {
    const Faults faults = catalogue_faults(catalogue);
    all.insert(all.end(), faults.begin(), faults.end());
  }
  EXPECT_TRUE(all.empty()) << told(all);
  EXPECT_TRUE(catalogue_faults(english("msgid \"pos.a\"\nmsgstr \"a {b}\"\n")).empty());
  for (const char* text : {"msgid \"pos.a\"\nmsgstr \"\"\n",
                           "msgid \"pos.a\"\nmsgid_plural \"pos.a\"\nmsgstr[0] \"a\"\n",
                           "msgid \"pos.a\"\nmsgstr \"a\"\n\nmsgid \"pos.a\"\nmsgstr \"b\"\n",
                           "pos.a = a\n", "#, fuzzy\nmsgid \"pos.a\"\nmsgstr \"a\"\n"})
    EXPECT_EQ(catalogue_faults(english(text)).size(), 1U) << text;
  EXPECT_EQ(catalogue_faults(read_catalogue("installer/locale/sr/pos.po", head)).size(), 1U);
}

TEST(HouseWords, AreSaidInAllThreeLanguages) {
  Faults all;
  std::map<std::string, std::vector<const Catalogue*>> by_room;
  for (const Catalogue& catalogue : all_catalogues()) by_room[catalogue.room].push_back(&catalogue);
  for (const auto& [room, catalogues] : by_room) {
    EXPECT_EQ(catalogues.size(), 3U) << room << ".po: write it in en, sr@latin and sr";
    for (const Catalogue* one : catalogues) {
      for (const Catalogue* other : catalogues) {
        const Faults faults = difference_faults(*one, *other);
        all.insert(all.end(), faults.begin(), faults.end());
      }
    }
  }
  EXPECT_TRUE(all.empty()) << told(all);
  const Catalogue one = english("msgid \"pos.a\"\nmsgstr \"a {b}\"\n");
  EXPECT_EQ(difference_faults(one, english("")).size(), 1U);
  EXPECT_EQ(difference_faults(one, english("msgid \"pos.a\"\nmsgstr \"a {c}\"\n")).size(), 1U);
}

TEST(HouseWords, AreThereForEveryKeyThatTheCodeNames) {
  const std::set<std::string> keys = all_keys();
  Faults faults;
  for (const KeyUse& use : all_uses()) {
    if (!use.surely) continue;
    if (std::none_of(keys.begin(), keys.end(), [&](const auto& key) { return use.matches(key); }))
      faults.push_back(
          {use.path, use.line,
           "\"" + use.pattern + "\" is in no catalogue: add it to the three .po files"});
  }
  EXPECT_TRUE(faults.empty()) << told(faults);
  EXPECT_GT(all_uses().size(), 50U) << "the keys of the code were not found";
}

TEST(HouseWords, AreAllUsed) {
  const auto uses = all_uses();
  Faults faults;
  for (const Catalogue& catalogue : all_catalogues()) {
    if (catalogue.language != "en") continue;
    for (const auto& [key, entry] : catalogue.entries) {
      const auto named = [&key = key](const KeyUse& use) { return use.matches(key); };
      if (std::none_of(uses.begin(), uses.end(), named))
        faults.push_back({catalogue.path, entry.line,
                          "nobody says \"" + key + "\": take it out of the three .po files"});
    }
  }
  EXPECT_TRUE(faults.empty()) << told(faults);
}

TEST(HouseWords, AreNotWrittenIntoWindows) {
  Faults all;
  for (const Source& source : all_sources()) {
    const Faults faults = spoken_literal_faults(source);
    all.insert(all.end(), faults.begin(), faults.end());
  }
  EXPECT_TRUE(all.empty()) << told(all);
  for (const char* text : {"SetLabel(\"Take back\");\n", "new wxButton(this, 1, \"Close\");\n"})
    EXPECT_EQ(spoken_literal_faults(source_from_text("pos/ui/x.cpp", text)).size(), 1U) << text;
  for (const char* text :
       {"say(\"pos.take_back\");\n", "throw std::runtime_error(\"no face here\");\n",
        "face.Create(\"Noto Sans\");\n"})
    EXPECT_TRUE(spoken_literal_faults(source_from_text("pos/ui/x.cpp", text)).empty()) << text;
}

TEST(HouseWords, AreFoundInTheCode) {
  const auto uses =
      key_uses(source_from_text("pos/x.cpp",
                                "say(\"pos.a\"); fmt::format(\"pos.refusal.{}\", c); \"other.a\";\n"
                                "\"pos.\" + c; \"pos.x.toml\";\n"),
               {"pos"});
  ASSERT_EQ(uses.size(), 4U);
  EXPECT_TRUE(uses[0].matches("pos.a"));
  EXPECT_FALSE(uses[0].matches("pos.ab"));
  EXPECT_TRUE(uses[1].matches("pos.refusal.empty"));
  EXPECT_FALSE(uses[1].matches("pos.refused.empty"));
  EXPECT_TRUE(uses[2].matches("pos.b"));
  EXPECT_FALSE(uses[3].surely) << "a file's name";
}

}  // namespace
}  // namespace tilia::house
