#include "pos/ui/tray_row.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

// The narrowest row of a tray, beside a great price and above a name of two lines.
const wxRect narrow(0, 0, 140, 30);
const wxRect roomy(10, 20, 600, 60);
constexpr int most_side = 46;
constexpr int gap = 5;

TEST(TrayPictures, OneToFiveStandSideBySideOnNoPlate) {
  for (int count = 1; count <= 5; ++count) {
    const TrayPictures placed = tray_pictures(count, roomy, most_side, gap);
    EXPECT_TRUE(placed.plates.empty()) << count;
    ASSERT_EQ(placed.pictures.size(), static_cast<std::size_t>(count));
    for (const wxRect& picture : placed.pictures) {
      EXPECT_EQ(picture.y, placed.pictures.front().y) << count;
      EXPECT_EQ(picture.width, most_side) << count;
    }
  }
}

TEST(TrayPictures, MoreLieInFivesOnPlatesAndTheRestBesideThem) {
  const auto plates = [](std::int64_t count) {
    return tray_pictures(count, roomy, most_side, gap).plates.size();
  };
  EXPECT_EQ(plates(6), 1U);
  EXPECT_EQ(plates(7), 1U);
  EXPECT_EQ(plates(9), 1U);
  EXPECT_EQ(plates(10), 2U);
  EXPECT_EQ(plates(12), 2U);
  EXPECT_EQ(plates(19), 3U);
  EXPECT_EQ(plates(20), 4U);
  for (std::int64_t count = 6; count <= TrayRow::most_pictures; ++count) {
    const TrayPictures placed = tray_pictures(count, roomy, most_side, gap);
    ASSERT_EQ(placed.pictures.size(), static_cast<std::size_t>(count));
    for (const wxRect& plate : placed.plates)
      EXPECT_EQ(std::ranges::count_if(placed.pictures,
                                      [&](const wxRect& one) { return plate.Contains(one); }),
                5)
          << "a plate holds five, of " << count;
    const auto alone = std::ranges::count_if(placed.pictures, [&](const wxRect& one) {
      return std::ranges::none_of(placed.plates,
                                  [&](const wxRect& plate) { return plate.Intersects(one); });
    });
    EXPECT_EQ(alone, count % 5) << "of " << count;
  }
}

TEST(TrayPictures, NeverRunOutOfTheRowAndStayLargeEnoughToBeTold) {
  for (const wxRect& room : {narrow, roomy})
    for (std::int64_t count = 1; count <= TrayRow::most_pictures; ++count) {
      const TrayPictures placed = tray_pictures(count, room, most_side, gap);
      for (std::size_t i = 0; i < placed.pictures.size(); ++i) {
        EXPECT_TRUE(room.Contains(placed.pictures[i])) << count << " in " << room.width;
        EXPECT_GE(placed.pictures[i].width, 11) << count << " in " << room.width;
        for (std::size_t j = 0; j < i; ++j)
          EXPECT_NE(placed.pictures[i].GetTopLeft(), placed.pictures[j].GetTopLeft())
              << count << " in " << room.width;
      }
      for (std::size_t i = 1; i < placed.plates.size(); ++i)
        EXPECT_FALSE(placed.plates[i].Intersects(placed.plates[i - 1])) << "two are never one";
    }
}

TEST(TrayFace, IsWrittenOnlyWhereNobodyCouldCountIt) {
  const Words words = tests::words();
  const auto face = [&](Unit unit, Quantity quantity) {
    return tray_face("🍞", "Loaf", unit, quantity, {}, words);
  };
  EXPECT_EQ(face(Unit::each, Quantity::pieces(7)).pictures, 7);
  EXPECT_EQ(face(Unit::each, Quantity::pieces(7)).many, "");
  EXPECT_EQ(face(Unit::each, Quantity::pieces(20)).pictures, 20);
  EXPECT_EQ(face(Unit::each, Quantity::pieces(21)).pictures, 1);
  EXPECT_EQ(face(Unit::each, Quantity::pieces(21)).many, "× 21");
  EXPECT_EQ(face(Unit::kg, Quantity::from_thousandths(7'000)).pictures, 1);
  EXPECT_NE(face(Unit::kg, Quantity::from_thousandths(7'000)).many, "");
}

}  // namespace
}  // namespace tilia::pos
