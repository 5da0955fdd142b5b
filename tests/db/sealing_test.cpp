#include "db/sealing.h"

#include <gtest/gtest.h>

#include "core/id.h"
#include "db/book_fault.h"

namespace tilia::db {
namespace {

constexpr std::array<std::uint8_t, 2> row{7, 1};
const SealedPlace place{"pay_slip", row, "slip", "payroll.1"};

std::string said(const Secret<std::string>& text) { return text.reveal(); }

TEST(Sealing, OpensWhatItSealed) {
  const Key key = Key::random();
  for (const std::string& text : {std::string(), std::string("a"), std::string(5000, 'x')}) {
    const Bytes kept = sealed(key, place, text);
    EXPECT_EQ(kept.size(), text.size() + sealed_overhead);
    EXPECT_EQ(said(opened(key, place, kept)), text);
  }
  EXPECT_NE(sealed(key, place, "same"), sealed(key, place, "same"))
      << "nobody sees that two are equal";
}

TEST(Sealing, OpensNothingThatWasMoved) {
  const Key key = Key::random();
  const Bytes kept = sealed(key, place, "90000");
  constexpr std::array<std::uint8_t, 2> other_row{7, 2};
  const std::array<SealedPlace, 5> elsewhere{{{"contract", row, "slip", "payroll.1"},
                                              {"pay_slip", other_row, "slip", "payroll.1"},
                                              {"pay_slip", row, "net", "payroll.1"},
                                              {"pay_slip", row, "slip", "payroll.2"},
                                              {"pay_slips", row, "lip", "payroll.1"}}};
  for (const SealedPlace& other : elsewhere)
    EXPECT_THROW((void)opened(key, other, kept), BookFault);
  EXPECT_THROW((void)opened(Key::random(), place, kept), BookFault);
}

TEST(Sealing, NoticesEveryFlippedBitAndEveryShorterValueAndNamesThePlace) {
  const Key key = Key::random();
  const Bytes kept = sealed(key, place, "90000");
  for (std::size_t bit = 0; bit < kept.size() * 8; ++bit) {
    Bytes changed = kept;
    changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    EXPECT_FALSE(opened_if(key, place, changed)) << bit;
  }
  for (std::size_t size = 0; size < kept.size(); ++size)
    EXPECT_FALSE(opened_if(key, place, std::span(kept).first(size))) << size;
  try {
    (void)opened(key, place, std::span(kept).first(10));
    FAIL();
  } catch (const BookFault& fault) {
    EXPECT_NE(std::string(fault.what()).find("pay_slip.slip"), std::string::npos) << fault.what();
  }
}

TEST(Sealing, FillsUpToStepsAndTakesThatOffAgain) {
  for (std::size_t size = 0; size <= 70; ++size) {
    const std::string text(size, size % 2 == 0 ? '\0' : '\x80');
    Secret<std::string> full = padded(text, 16);
    EXPECT_EQ(full.reveal().size(), padded_size(size, 16)) << size;
    EXPECT_GT(full.reveal().size(), size);
    EXPECT_EQ(full.reveal().size() % 16, 0U);
    EXPECT_EQ(said(unpadded(std::move(full))), text);
  }
  EXPECT_THROW((void)unpadded(Secret<std::string>(std::string(16, '\0'))), BookFault);
  EXPECT_THROW((void)unpadded(Secret<std::string>(std::string())), BookFault);
}

TEST(Sealing, LetsOnlyTheHolderOpenWhatIsSealedToHer) {
  const Key hers = Key::random();
  const Bytes kept = sealed_to(public_half(hers), "read by Bee");
  EXPECT_EQ(kept.size(), std::string("read by Bee").size() + sealed_to_overhead);
  ASSERT_TRUE(opened_by(hers, kept));
  EXPECT_EQ(said(*opened_by(hers, kept)), "read by Bee");
  EXPECT_FALSE(opened_by(Key::random(), kept));
  for (std::size_t bit = 0; bit < kept.size() * 8; ++bit) {
    Bytes changed = kept;
    changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    EXPECT_FALSE(opened_by(hers, changed)) << bit;
  }
}

TEST(Key, DerivesOneKeyForEachPurposeAndSubject) {
  const Key key = Key::random();
  const auto bytes = [](const Key& of) {
    return std::vector(of.reveal().begin(), of.reveal().end());
  };
  const std::array<std::uint8_t, 1> one{1};
  const std::array<std::uint8_t, 2> y_one{'y', 1};
  EXPECT_EQ(bytes(key.derived("pay", one)), bytes(key.derived("pay", one)));
  EXPECT_NE(bytes(key.derived("pay", one)), bytes(key.derived("funding", one)));
  EXPECT_NE(bytes(key.derived("pay", one)), bytes(key.derived("pay", {})));
  EXPECT_NE(bytes(key.derived("pay", one)), bytes(key.derived("pa", y_one)));
  EXPECT_NE(bytes(key.derived("pay", one)), bytes(Key::random().derived("pay", one)));
}

// The vector comes from the reference program: argon2 "sixteen bytes ok" -id -t 3 -m 10 -p 1 -l 32
TEST(Key, GivesForASecretWhatArgon2idGives) {
  Key::Salt salt{};
  std::ranges::copy(std::string_view("sixteen bytes ok"), salt.begin());
  const Key key = Key::from_secret("a long one", salt, {3, 1024 * 1024});
  EXPECT_EQ(hex_text(key.reveal()),
            "af26a2940ed2dea687bea2891109e1364a5cc653e53a4dfc96ccde9bd3322190");
}

}  // namespace
}  // namespace tilia::db
