// What a test with real windows was promised of the screen that only it sees.
#pragma once

namespace tilia::pos::tests {

[[nodiscard]] int dpi_of_screen();

}  // namespace tilia::pos::tests
