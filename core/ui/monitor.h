// How fine the monitor really is that shows a window. The toolkit says 96 dots to the inch of every
// monitor; what lies below it knows how many millimetres the monitor told it has.
#pragma once

class wxWindow;

namespace tilia::ui {

// In the pixels that windows are measured in. 0: the monitor does not say.
[[nodiscard]] double dpi_of_monitor(const wxWindow& window);

}  // namespace tilia::ui
