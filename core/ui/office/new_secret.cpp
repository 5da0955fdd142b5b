#include "core/ui/office/new_secret.h"

namespace tilia::ui {
namespace {

constexpr std::size_t least_letters = 6;

}  // namespace

std::optional<NewSecretFault> new_secret_fault(const Secret<std::string>& secret,
                                               const Secret<std::string>& again) {
  if (secret.reveal().size() < least_letters) return NewSecretFault::too_short;
  if (secret.reveal() != again.reveal()) return NewSecretFault::differs;
  return std::nullopt;
}

}  // namespace tilia::ui
