#include "pos/counter_rules.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

std::string after(const std::string& name, const std::string& text) {
  const auto rules = with_rule({}, name, text, tests::currency("EUR"));
  return rules ? counter_rule_text(rules.value(), name)
               : std::string(counter_rule_refusal_code(rules.refusal()));
}

TEST(CounterRules, AreReadAsTheyAreWritten) {
  EXPECT_EQ(after("counter.refund_limit", "20,5"), "20.50");
  EXPECT_EQ(after("counter.refund_limit", "none"), "none");
  EXPECT_EQ(after("counter.refund_limit", "a lot"), "setting.not_an_amount");
  EXPECT_EQ(after("counter.refund_limit", "-1.00"), "setting.not_an_amount");
  EXPECT_EQ(after("counter.refund_limit", "4006381333931"), "setting.not_an_amount");
  EXPECT_EQ(after("counter.difference_limit", "5.00"), "5.00");
  EXPECT_EQ(after("counter.bags", "yes"), "yes");
  EXPECT_EQ(after("counter.bags", "perhaps"), "setting.not_yes_or_no");
  EXPECT_EQ(after("counter.tray_swap", "yes"), "yes");
  EXPECT_EQ(after("counter.customer_language", "sr-Cyrl"), "sr-Cyrl");
  EXPECT_EQ(after("counter.customer_language", "Serbian"), "setting.not_a_language");
  EXPECT_EQ(after("counter.notes", "🔪 Sliced, 🎁 Well wrapped"), "🔪 Sliced, 🎁 Well wrapped");
  EXPECT_EQ(after("counter.notes", "Sliced"), "setting.not_notes");
  EXPECT_EQ(after("counter.notes", "🔪 "), "setting.not_notes");
  EXPECT_EQ(after("counter.notes", "🔪 Sliced\nthin"), "setting.not_notes");
  EXPECT_EQ(after("counter.notes", "a b, c d, e f, g h, i j"), "a b, c d, e f, g h, i j");
  EXPECT_EQ(after("counter.notes", "a b, c d, e f, g h, i j, k l"), "setting.not_notes");
  EXPECT_EQ(after("counter.suspended", "white-loaf, roll"), "white-loaf, roll");
  EXPECT_EQ(after("counter.suspended", "White loaf"), "setting.not_articles");
  EXPECT_EQ(after("counter.suspended", "roll, roll"), "setting.not_articles");
  EXPECT_EQ(after("counter.suspended", "a, b, c, d, e, f, g, h, i, j, k, l, m"),
            "setting.not_articles");
  EXPECT_EQ(after("counter.markdown", "18:00 30 Bread; 18:30 50 Cakes"),
            "18:00 30 Bread; 18:30 50 Cakes");
  EXPECT_EQ(after("counter.markdown", "in the evening"), "setting.not_a_markdown");
  EXPECT_EQ(after("counter.scale_step_grams", "2"), "2");
  EXPECT_EQ(after("counter.scale_step_grams", "0"), "setting.not_a_scale_step");
  EXPECT_EQ(after("counter.labels", "weight 28....{NNNDDD}, price 29.....{NNNDD}"),
            "weight 28....{NNNDDD}, price 29.....{NNNDD}");
  EXPECT_EQ(after("counter.labels", "none"), "none");
  EXPECT_EQ(after("counter.labels", "weight 28"), "setting.not_a_label");
  const auto unknown = with_rule({}, "counter.colour", "red", tests::currency("EUR"));
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.refusal(), CounterRuleRefusal::unknown_rule);
}

TEST(CounterRules, EachNameHasATextThatIsTakenAgain) {
  for (const std::string& name : counter_rule_names()) {
    const std::string text = counter_rule_text({}, name);
    EXPECT_EQ(after(name, text), text) << name;
  }
}

TEST(CounterRules, EveryRefusalHasASentence) {
  const Words words = tests::words(Language::serbian_cyrillic);
  for (const auto why : {CounterRuleRefusal::unknown_rule, CounterRuleRefusal::not_an_amount,
                         CounterRuleRefusal::not_yes_or_no, CounterRuleRefusal::not_a_scale_step,
                         CounterRuleRefusal::not_a_label, CounterRuleRefusal::not_a_language,
                         CounterRuleRefusal::not_notes, CounterRuleRefusal::not_articles,
                         CounterRuleRefusal::not_a_markdown})
    EXPECT_NE(words.say(sentence_of(why, "x")), sentence_of(why, "x").key());
}

}  // namespace
}  // namespace tilia::pos
