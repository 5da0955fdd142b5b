#include "core/ui/monitor.h"

#include <dlfcn.h>
#include <wx/display.h>
#include <wx/window.h>

namespace tilia::ui {
namespace {

constexpr double mm_per_inch = 25.4;

// GDK is in the process, below wx; wx has no word for a monitor's millimetres. Looked up by name,
// so that a toolkit without them is met as a monitor that does not say.
int width_in_mm(unsigned number) {
  using Display = void* (*)();
  using Monitor = void* (*)(void*, int);
  using Width = int (*)(void*);
  const auto display = reinterpret_cast<Display>(dlsym(RTLD_DEFAULT, "gdk_display_get_default"));
  const auto monitor = reinterpret_cast<Monitor>(dlsym(RTLD_DEFAULT, "gdk_display_get_monitor"));
  const auto width = reinterpret_cast<Width>(dlsym(RTLD_DEFAULT, "gdk_monitor_get_width_mm"));
  if (display == nullptr || monitor == nullptr || width == nullptr) return 0;
  void* const screen = display();
  void* const found = screen == nullptr ? nullptr : monitor(screen, static_cast<int>(number));
  return found == nullptr ? 0 : width(found);
}

}  // namespace

double dpi_of_monitor(const wxWindow& window) {
  const int found = wxDisplay::GetFromWindow(&window);
  const unsigned number = found == wxNOT_FOUND ? 0U : static_cast<unsigned>(found);
  const int mm = width_in_mm(number);
  return mm <= 0 ? 0 : wxDisplay(number).GetGeometry().GetWidth() * mm_per_inch / mm;
}

}  // namespace tilia::ui
