// A number of thirteen digits as bars that readers read (EAN-13, ISO/IEC 15420).
#pragma once

#include <string>
#include <string_view>

namespace tilia::reporting {

// Ninety-five modules from left to right: '1' is dark. Empty for anything but thirteen digits.
[[nodiscard]] std::string ean13_modules(std::string_view digits);

}  // namespace tilia::reporting
