// Publishable<T>: a table that may leave the house. Only the gates of reporting/disclosure can make
// one, and the public writers (PDF, XLSX, CSV) take nothing else: an unprotected table cannot be
// printed, it does not compile.
#pragma once

#include <utility>

namespace tilia::reporting {

class BusinessGate;

template <class T>
class Publishable {
 public:
  [[nodiscard]] const T& table() const { return table_; }

 private:
  friend class BusinessGate;
  explicit Publishable(T table) : table_(std::move(table)) {}

  T table_;
};

}  // namespace tilia::reporting
