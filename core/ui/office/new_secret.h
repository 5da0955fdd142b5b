// A new secret that was typed twice: does it hold? Looks into the secrets so that no room has to.
#pragma once

#include <optional>
#include <string>

#include "core/secret.h"

namespace tilia::ui {

enum class NewSecretFault { too_short, differs };

[[nodiscard]] std::optional<NewSecretFault> new_secret_fault(const Secret<std::string>& secret,
                                                             const Secret<std::string>& again);

}  // namespace tilia::ui
