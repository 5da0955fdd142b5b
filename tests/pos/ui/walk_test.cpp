// Rung 2: a walk through all windows in all states, in every language that there is and in one that
// is longer than all of them, on a screen of so many dots to the inch (CMakeLists.txt). What a hand
// cannot hit, what an eye cannot read and what moves is found here.
#include <gtest/gtest.h>
#include <wx/display.h>

#include <cstdlib>

#include "pos/counter_secret.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/audit.h"
#include "tests/pos/ui/longest_words.h"
#include "tests/pos/ui/private_screen.h"
#include "tests/pos/ui/walk_states.h"
#include "tests/pos/ui/walk_ways.h"

namespace tilia::pos::tests {
namespace {

wxSize screen() { return wxDisplay(0U).GetGeometry().GetSize(); }

// On the finer screens, and in the smallest room that the look knows, the everyday suite walks in
// the longest language alone, and to every third state of a place from its first on; TILIA_FULL=1
// in all languages to all.
bool is_everyday_screen() { return dpi_of_screen() == 96 && screen().GetWidth() >= 1366; }
bool walks_everywhere() { return is_everyday_screen() || std::getenv("TILIA_FULL") != nullptr; }

// On a smaller screen than that the till does not offer a salon's day (pos/ui/sale_window.cpp).
bool is_offered(Place place) {
  const bool of_salon =
      place_code(place) == "salon" || std::string(place_code(place)).starts_with("visit");
  return !of_salon || screen().GetWidth() * 96 >= 1280 * dpi_of_screen();
}

// TILIA_WALK_TO=sale: to that place alone, for whoever works on it.
bool is_walked_to(Place place) {
  const char* only = std::getenv("TILIA_WALK_TO");
  return only == nullptr || place_code(place) == only;
}

std::string told(const std::set<std::string>& findings) {
  std::string all = std::to_string(findings.size()) + " findings\n";
  for (const std::string& finding : findings) all += "  " + finding + "\n";
  return all;
}

class Walk : public ::testing::Test {
 protected:
  void walk(const std::function<Words()>& words, const std::string& language) {
    Audit audit(dpi_of_screen(), yes_and_no(words()));
    for (const Place place : all_places()) {
      if (!is_walked_to(place) || !is_offered(place)) continue;
      const std::vector<State> states = states_of(place);
      EXPECT_FALSE(states.empty()) << "nobody walks to " << place_code(place);
      const std::size_t step = walks_everywhere() ? 1 : 3;
      for (std::size_t at = 0; at < states.size(); at += step)
        visit(audit, words(), language, place, states[at]);
    }
    audit.compare_places();
    EXPECT_TRUE(audit.findings().empty()) << told(audit.findings());
    if (std::getenv("TILIA_WALK_TO") != nullptr) return;
    EXPECT_GT(audit.controls_seen(), 1000U);
    EXPECT_GT(audit.texts_seen(), 1000U);
  }

  static void visit(Audit& audit, Words words, const std::string& language, Place place,
                    const State& state) {
    const std::string where = std::string(place_code(place)) + ", " + state.name;
    CounterOfTests shop(shop_of_long_names(state.practice));
    shop.crew.all = login_pictures();
    if (state.before) state.before(shop);
    TillOnScreen till(shop, std::move(words), screen(), dpi_of_screen());
    audit.watch(till);
    state.presses(shop);
    till.show_again();
    ASSERT_EQ(place_code(shop->place()), place_code(place)) << where;
    audit.look_at(till, place, state.practice, where);
    till.keep_picture(language + "-" + std::to_string(screen().GetWidth()) + "-" + where);
    till.press(&till.frame().top_bar().help());
    audit.look_at(till, place, state.practice, where + ", with help");
  }
};

TEST_F(Walk, TheScreenHasTheDotsThatItWasPromised) {
  CounterOfTests shop;
  TillOnScreen till(shop, words(), screen(), dpi_of_screen());
  EXPECT_EQ(till.frame().look().mm(254), dpi_of_screen() * 10);
  EXPECT_EQ(till.frame().GetClientSize(), screen());
}

TEST_F(Walk, ThroughAllPlacesInSerbian) {
  if (!walks_everywhere()) GTEST_SKIP() << "the longest language is walked in";
  walk([] { return words(Language::serbian_cyrillic); }, "sr");
}
TEST_F(Walk, ThroughAllPlacesInTheLongestLanguage) { walk(longest_words, "longest"); }

// A sentence of the till stands in the bar beside the shop's name, the bell and the person.
TEST_F(Walk, EveryNoticeHasRoomInTheBar) {
  if (!walks_everywhere()) GTEST_SKIP() << "TILIA_FULL=1 looks here too";
  Audit audit(dpi_of_screen(), {});
  CounterOfTests shop(shop_of_long_names(true));
  TillOnScreen till(shop, longest_words(), screen(), dpi_of_screen());
  audit.watch(till);
  shop.begin_selling();
  int notices = 0;
  for (const char* beginning : {"till.notice.", "till.call.", "till.approve.", "pos.refusal."})
    for (const std::string& key : keys_of_words(beginning)) {
      const Phrase sentence = Phrase(key)
                                  .with("amount", shop.dinars(123'456))
                                  .with("count", std::string("12"))
                                  .with("about", std::string("T1-1-1042"));
      const bool prints =
          key.starts_with("till.notice.printer") || key.ends_with("last_sale_saved");
      shop->say(Notice{sentence, prints ? Notice::Button::print_again : Notice::Button::none});
      till.show_again();
      audit.look_at(till, Place::sale, true, key);
      ++notices;
    }
  EXPECT_GT(notices, 20);
  EXPECT_TRUE(audit.findings().empty()) << told(audit.findings());
}

}  // namespace
}  // namespace tilia::pos::tests
