// Codes of articles and of customers' accounts; and one for a new article out of its name, so that
// nobody has to think one up.
//
//   code_from_name("Crni hleb 500 g", taken)  -> "crni-hleb-500-g"
//   code_from_name("Бели хлеб", taken)        -> "beli-hleb", or "beli-hleb-2" where that is taken
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace tilia::pos {

// Small letters, digits and dashes; at most 40.
[[nodiscard]] bool is_code(std::string_view code);

[[nodiscard]] std::string code_from_name(std::string_view name,
                                         const std::function<bool(const std::string&)>& taken);

}  // namespace tilia::pos
