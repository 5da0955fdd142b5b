#include "core/ui/scan_or_typing.h"

#include <gtest/gtest.h>

namespace tilia::ui {
namespace {

// Each letter `gap` after the one before; answers what is certain to have been typed.
std::string keys(ScanOrTyping& stream, const std::string& letters, long& at, long gap) {
  std::string typed;
  for (const char letter : letters) typed += stream.letter(letter, at += gap);
  return typed;
}

TEST(ScanOrTyping, AReaderTypesFastAndEndsWithEnter) {
  ScanOrTyping stream;
  long at = 1000;
  EXPECT_EQ(keys(stream, "4006381333931", at, 4), "");
  EXPECT_EQ(stream.enter(at + 4), "4006381333931");
  EXPECT_EQ(stream.quiet(), "");
}

TEST(ScanOrTyping, FingersAreSlower) {
  ScanOrTyping stream;
  long at = 1000;
  EXPECT_EQ(keys(stream, "481516", at, 120), "48151") << "the last may still begin a code";
  EXPECT_EQ(stream.enter(at + 200), std::nullopt);
  EXPECT_EQ(stream.quiet(), "6");
}

TEST(ScanOrTyping, WhatFingersTypedBeforeACodeIsNotPartOfIt) {
  ScanOrTyping stream;
  long at = 1000;
  EXPECT_EQ(keys(stream, "48", at, 120), "4");
  at += 300;
  EXPECT_EQ(keys(stream, "4006381", at, 3), "8");
  EXPECT_EQ(stream.enter(at + 3), "4006381");
}

TEST(ScanOrTyping, AFewFastDigitsAreFingers) {
  ScanOrTyping stream;
  long at = 1000;
  EXPECT_EQ(keys(stream, "11111", at, 20), "");
  EXPECT_EQ(stream.enter(at + 20), std::nullopt);
  EXPECT_EQ(stream.quiet(), "11111");
}

TEST(ScanOrTyping, SixFastDigitsWithoutEnterAreFingersOnARow) {
  ScanOrTyping stream;
  long at = 1000;
  EXPECT_EQ(keys(stream, "111111", at, 20), "");
  EXPECT_EQ(stream.quiet(), "111111");
  EXPECT_EQ(stream.enter(at + 500), std::nullopt);
}

TEST(ScanOrTyping, ACodeLongerThanAnyIsLetGo) {
  ScanOrTyping stream;
  long at = 1000;
  EXPECT_EQ(keys(stream, std::string(65, '7'), at, 2).size(), ScanOrTyping::longest_code);
}

}  // namespace
}  // namespace tilia::ui
