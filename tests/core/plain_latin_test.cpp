// Names as a bank takes them.
#include "core/plain_latin.h"

#include <gtest/gtest.h>

namespace tilia {
namespace {

TEST(PlainLatin, SpellsCyrillicAndMarksAsPassportsDo) {
  EXPECT_EQ(in_plain_latin("Ђорђе Ћосић").text, "Djordje Cosic");
  EXPECT_EQ(in_plain_latin("ЉИЉАНА ЊЕГОШ Џ").text, "LJILJANA NJEGOS Dz");
  EXPECT_EQ(in_plain_latin("Đurđa Šćepanović-Žižić").text, "Djurdja Scepanovic-Zizic");
  EXPECT_EQ(in_plain_latin("Ѓорѓи Ќосев Ѕвездан").text, "Gjorgji Kjosev Dzvezdan");
  EXPECT_EQ(in_plain_latin("Щерева Юлия").text, "Shtereva Yuliya");
  EXPECT_EQ(in_plain_latin("Ștefan Țărnă Ştefan").text, "Stefan Tarna Stefan");
  EXPECT_EQ(in_plain_latin("Jiří Dvořák, Ñandú, Çela Ëngjëll").text,
            "Jiri Dvorak, Nandu, Cela Engjell");
  EXPECT_EQ(in_plain_latin("Weiß Öhler").text, "Weiss Ohler");
}

TEST(PlainLatin, LetsNothingThroughThatABankRefuses) {
  EXPECT_EQ(in_plain_latin("Lipa & Hrast; <b>").text, "Lipa + Hrast, b");
  EXPECT_EQ(in_plain_latin(" a\n\tb  c ").text, "a b c");
  EXPECT_EQ(in_plain_latin("//1/2/").text, "1-2-");
  EXPECT_EQ(in_plain_latin("„Crumb“ – O’Neil 🍞").text, "'Crumb' - O'Neil");
  EXPECT_FALSE(in_plain_latin("Crumb 🍞").lost_letters);
  std::string all;
  for (int code = 1; code < 0x3000; ++code) {
    if (code < 0x80)
      all += static_cast<char>(code);
    else if (code < 0x800)
      all += {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
    else
      all +=
          {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)),
           static_cast<char>(0x80 | (code & 0x3F))};
  }
  EXPECT_EQ(in_plain_latin(all).text.find_first_not_of(
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-?:().,'+ "),
            std::string::npos);
}

TEST(PlainLatin, SaysWhereALetterHasNoSpelling) {
  EXPECT_TRUE(in_plain_latin("王").lost_letters);
  EXPECT_TRUE(in_plain_latin("محمد Ana").lost_letters);
  EXPECT_FALSE(in_plain_latin("Ђура").lost_letters);
}

TEST(Windows1250, KeepsItsOwnLettersAndSpellsTheOthers) {
  EXPECT_EQ(in_windows_1250("Čarna Đ"),
            "\xC8"
            "arna \xD0");
  EXPECT_EQ(in_windows_1250("Ђура"), "Djura");
}

}  // namespace
}  // namespace tilia
