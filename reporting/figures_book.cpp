#include "reporting/figures_book.h"

#include <array>
#include <utility>

#include "core/check.h"

namespace tilia::reporting {
namespace {

template <class Kind, std::size_t N>
using Texts = std::array<std::pair<Kind, std::string_view>, N>;

constexpr Texts<ExpenseKind, 5> expense_kinds{{{ExpenseKind::goods, "goods"},
                                               {ExpenseKind::rent, "rent"},
                                               {ExpenseKind::energy, "energy"},
                                               {ExpenseKind::equipment, "equipment"},
                                               {ExpenseKind::other, "other"}}};

constexpr Texts<ServiceKind, 5> service_kinds{{{ServiceKind::housing, "housing"},
                                               {ServiceKind::counselling, "counselling"},
                                               {ServiceKind::training, "training"},
                                               {ServiceKind::child_care, "child_care"},
                                               {ServiceKind::emergency_help, "emergency_help"}}};

template <class Kind, std::size_t N>
std::optional<Kind> kind_of(const Texts<Kind, N>& texts, std::string_view wanted) {
  for (const auto& [kind, text] : texts) {
    if (text == wanted) return kind;
  }
  return std::nullopt;
}

template <class Kind, std::size_t N>
std::string_view text_of(const Texts<Kind, N>& texts, Kind wanted) {
  for (const auto& [kind, text] : texts) {
    if (kind == wanted) return text;
  }
  CHECK(false);
}

}  // namespace

std::optional<ExpenseKind> parse_expense_kind(std::string_view text) {
  return kind_of(expense_kinds, text);
}
std::string_view expense_kind_text(ExpenseKind kind) { return text_of(expense_kinds, kind); }

std::optional<ServiceKind> parse_service_kind(std::string_view text) {
  return kind_of(service_kinds, text);
}
std::string_view service_kind_text(ServiceKind kind) { return text_of(service_kinds, kind); }

}  // namespace tilia::reporting
