// The house rules, each a pure function from one source file to its faults.
// tests/house_rules_test.cpp runs them over the project and, rule by rule, over a line that breaks
// it.
#pragma once

#include "tests/house_source.h"

namespace tilia::house {

[[nodiscard]] Faults include_faults(const Source& source);   // the arrows between rooms
[[nodiscard]] Faults library_faults(const Source& source);   // each library only in its room
[[nodiscard]] Faults floating_faults(const Source& source);  // no float, no double
[[nodiscard]] Faults clock_faults(const Source& source);     // one reader of the clock
[[nodiscard]] Faults reveal_faults(const Source& source);    // who may open a Secret
[[nodiscard]] Faults length_faults(const Source& source);    // lines, functions, files
[[nodiscard]] Faults header_faults(
    const Source& source);  // #pragma once, a purpose, own header first
[[nodiscard]] Faults type_name_faults(const Source& source);     // no class called …
[[nodiscard]] Faults path_name_faults(const std::string& path);  // no file or folder called …
[[nodiscard]] Faults word_faults(const std::string& path, const std::string& text);

}  // namespace tilia::house
