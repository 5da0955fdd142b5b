// The newest receipts by picture, time and amount: which one something comes back of.
#pragma once

#include "pos/ui/tiles_window.h"

namespace tilia::pos {

class ReceiptsWindow final : public TilesWindow {
 public:
  ReceiptsWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;

 private:
  // Of its first article, or of what was sold or paid instead.
  [[nodiscard]] std::string picture_of(const Sale& sale) const;
  [[nodiscard]] std::string when(const Sale& sale) const;
};

}  // namespace tilia::pos
