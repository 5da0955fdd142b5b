// An amount as the counter shows it: the whole part big, the cents raised, the currency small. Only
// texts: a screen composes it, an amount label draws it.
#pragma once

#include <string>

namespace tilia::ui {

struct AmountText {
  std::string whole;     // "1.214", with its sign
  std::string cents;     // "30"; empty where the currency has none in use
  std::string currency;  // "€", "RSD"; may be empty beside other amounts

  friend bool operator==(const AmountText&, const AmountText&) = default;
};

}  // namespace tilia::ui
