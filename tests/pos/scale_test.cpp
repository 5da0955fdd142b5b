// A scale on a line of its own: what it says, and asking one.
#include "pos/devices/scale.h"

#include <gtest/gtest.h>
#include <pty.h>
#include <unistd.h>

#include <array>
#include <string>
#include <thread>

namespace tilia::pos {
namespace {

using State = ScaleAnswer::State;

TEST(Scale, SaysASteadyWeightInGramsOrKilograms) {
  EXPECT_EQ(scale_answer("S S      0.450 kg"), (ScaleAnswer{State::steady, 450}));
  EXPECT_EQ(scale_answer("S S     12.5 g"), (ScaleAnswer{State::steady, 13}));
  EXPECT_EQ(scale_answer("S S        -20 g"), (ScaleAnswer{State::steady, -20}));
}

TEST(Scale, SaysWhyThereIsNone) {
  EXPECT_EQ(scale_answer("S I").state, State::moving);
  EXPECT_EQ(scale_answer("S +").state, State::overloaded);
  EXPECT_EQ(scale_answer("S -").state, State::overloaded);
  for (const char* other : {"", "ES", "S S", "S S ", "S S 1.2 lb", "S S x kg", "S D 1.0 kg"})
    EXPECT_EQ(scale_answer(other).state, State::silent) << other;
}

// The other end of a line, which says `answer` when it is asked.
ScaleAnswer asked_of(const std::string& answer) {
  int scale = -1;
  int till = -1;
  std::array<char, 256> name{};
  EXPECT_EQ(::openpty(&scale, &till, name.data(), nullptr, nullptr), 0);
  std::thread other([&] {
    std::string heard;
    char letter = 0;
    while (heard.find('\n') == std::string::npos && ::read(scale, &letter, 1) == 1) heard += letter;
    EXPECT_EQ(heard, "S\r\n");
    EXPECT_EQ(::write(scale, answer.data(), answer.size()), static_cast<ssize_t>(answer.size()));
  });
  const ScaleAnswer said = ask_scale(name.data());
  other.join();
  ::close(scale);
  ::close(till);
  return said;
}

TEST(Scale, IsAskedOverItsLine) {
  EXPECT_EQ(asked_of("S S      1.234 kg\r\n"), (ScaleAnswer{State::steady, 1234}));
  EXPECT_EQ(asked_of("S I\r\n").state, State::moving);
}

TEST(Scale, ThatSaysNothingHoldsNobodyUp) {
  EXPECT_EQ(asked_of("S S  1.2").state, State::silent) << "no end of the line";
  EXPECT_EQ(ask_scale("/nowhere/scale").state, State::silent);
}

}  // namespace
}  // namespace tilia::pos
