// The seed of a random test: new in every run, printed with each failure, and given back by
// TILIA_SEED=n.
//
//   Seed seed;
//   SCOPED_TRACE(seed.text());
//   const std::int64_t units = seed.between(-100, 100);
#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>

namespace tilia {

class Seed {
 public:
  Seed() : Seed(chosen()) {}
  explicit Seed(std::uint64_t number) : number_(number), engine_(number) {}

  [[nodiscard]] std::string text() const { return "TILIA_SEED=" + std::to_string(number_); }
  [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(least, most)(engine_);
  }

 private:
  [[nodiscard]] static std::uint64_t chosen() {
    if (const char* asked = std::getenv("TILIA_SEED")) return std::strtoull(asked, nullptr, 10);
    return std::random_device{}();
  }

  std::uint64_t number_;
  std::mt19937_64 engine_;
};

}  // namespace tilia
