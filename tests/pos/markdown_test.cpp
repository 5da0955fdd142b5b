#include "pos/markdown.h"

#include <gtest/gtest.h>

namespace tilia::pos {
namespace {

TEST(MarkdownRules, AreReadAsTheyAreWritten) {
  const std::string text = "18:00 30 Bread; 18:30 50 Cakes and sweets";
  const auto rules = parse_markdowns(text);
  ASSERT_TRUE(rules.has_value());
  EXPECT_EQ(*rules,
            (std::vector<MarkdownRule>{{1080, 30, "Bread"}, {1110, 50, "Cakes and sweets"}}));
  EXPECT_EQ(markdowns_text(*rules), text);
}

TEST(MarkdownRules, RefuseWhatDoesNotSayWhenHowMuchAndOfWhat) {
  for (const char* text :
       {"", "30 Bread", "18 30 Bread", "24:00 30 Bread", "18:60 30 Bread", "8:00 30 Bread",
        "18:00 0 Bread", "18:00 100 Bread", "18:00 -5 Bread", "18:00 30", "18:00 30 ",
        "18:00 30  Bread", "18:00 30 Bread;", "18:00 30 Bread;18:30 50 Cakes", "18.00 30 Bread",
        "18:00 30 Bread\n", "18:00 30 Bread; 18:00 50 Bread", "1x:00 30 Bread"})
    EXPECT_FALSE(parse_markdowns(text).has_value()) << text;
  std::string many = "01:00 1 A";
  for (int i = 2; i <= 10; ++i) many += "; 01:00 1 A" + std::to_string(i);
  EXPECT_TRUE(parse_markdowns(many).has_value());
  EXPECT_FALSE(parse_markdowns(many + "; 02:00 1 A").has_value());
}

TEST(MarkdownRules, OfOnePageTheOneThatBeganLastHolds) {
  const auto rules = parse_markdowns("19:00 50 Bread; 18:00 30 Bread; 18:30 20 Cakes").value();
  EXPECT_TRUE(markdowns_at(rules, 1079).empty());
  EXPECT_EQ(markdowns_at(rules, 1080), (std::vector<MarkdownRule>{{1080, 30, "Bread"}}));
  const std::vector<MarkdownRule> later{{1140, 50, "Bread"}, {1110, 20, "Cakes"}};
  EXPECT_EQ(markdowns_at(rules, 1140), later);
  EXPECT_EQ(markdowns_at(rules, 1450), later) << "ten past midnight";
}

}  // namespace
}  // namespace tilia::pos
