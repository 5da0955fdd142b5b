// The practice users as a command tells them: who is there, and with which PIN.
#pragma once

#include "app/answer.h"

namespace tilia::app {

[[nodiscard]] Json practice_users_json();
void add_practice_rows(Rows& rows, const Words& words);

}  // namespace tilia::app
