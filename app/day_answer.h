// A drawer's day as `tilia day` shows it to a person.
#pragma once

#include "app/answer.h"
#include "core/strip.h"
#include "pos/keep_drawer.h"

namespace tilia::app {

[[nodiscard]] Rows look_rows(const pos::KeepDrawer::Look& look, const Words& words);
// What a paper says, as lines for a terminal.
[[nodiscard]] Rows strip_rows(const Strip& strip);

}  // namespace tilia::app
