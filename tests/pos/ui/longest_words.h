// The longest language that there can be: each sentence is the widest of the catalogues that there
// are, and of English made a third longer, as a language that nobody has written yet may be.
#pragma once

#include <set>
#include <string>

#include "core/phrase.h"

namespace tilia::pos::tests {

[[nodiscard]] Words longest_words();
// What the buttons for yes and for no say in it: msgids that end so.
[[nodiscard]] std::set<std::string> yes_and_no(const Words& words);
// The msgids that begin so.
[[nodiscard]] std::set<std::string> keys_of_words(const std::string& beginning);

}  // namespace tilia::pos::tests
