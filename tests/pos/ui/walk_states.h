// The states of each place of the counter, each with the presses that lead to it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pos/ui/counter.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos::tests {

struct State {
  using Presses = std::function<void(CounterOfTests&)>;
  std::string name;
  Presses presses;
  Presses before = {};  // the program starts: what stands in the book by then
  bool practice = true;
};

// A place that nobody said how to reach does not compile: there is no other case.
[[nodiscard]] std::vector<State> states_of(Place place);
[[nodiscard]] const std::vector<Place>& all_places();

}  // namespace tilia::pos::tests
