// The organisation and the shop whose book this is: what the head of each paper says.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/currency.h"

namespace tilia::pos {

struct Shop {
  std::string name;  // of the shop, as customers know it
  std::string kind;  // "bakery", "laundry", "salon"
  std::string till;  // "T1"
  friend bool operator==(const Shop&, const Shop&) = default;
};

struct Organisation {
  std::string name;        // as registered: only where the law asks for it
  std::string address;     // lines parted by '\n'; may be empty
  std::string tax_number;  // may be empty on a practice book
  std::string country;     // "RS"
  std::string zone;        // "Europe/Belgrade"
  std::string language;    // tag of core/phrase.h: of the papers
  Currency currency;
  bool charges_vat = true;
  bool practice = true;  // a practice book says so on every screen and paper
  std::vector<Shop> shops;

  friend bool operator==(const Organisation&, const Organisation&) = default;
};

// The names of all shops, each once: "Corner Bakery · Clear Laundry".
[[nodiscard]] inline std::string shop_names(const Organisation& organisation) {
  std::string names;
  std::vector<std::string> said;
  for (const Shop& shop : organisation.shops) {
    if (shop.name.empty() || std::find(said.begin(), said.end(), shop.name) != said.end()) continue;
    said.push_back(shop.name);
    names += (names.empty() ? "" : " · ") + shop.name;
  }
  return names.empty() ? organisation.name : names;
}

}  // namespace tilia::pos
