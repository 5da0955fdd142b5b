// Choices that several of the office's rooms offer: languages, pictures of users.
#pragma once

#include <vector>

#include "core/ui/office/page.h"

namespace tilia::pos {

[[nodiscard]] std::vector<ui::Choice> language_choices();
// The pictures that log in at the counter, and no others: each user has one.
[[nodiscard]] std::vector<ui::Choice> user_pictures();
// "payroll" -> the word for it.
[[nodiscard]] Phrase role_word(const std::string& role);

}  // namespace tilia::pos
