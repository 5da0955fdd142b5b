// Logging in to the office: who, and her secret. After three misses in a row the sentence says whom
// to ask; nobody is locked out by a colleague's typing.
#pragma once

#include <optional>
#include <string>

#include "pos/ui/office_doors.h"

namespace tilia::pos {

class OfficeLogIn final : public ui::Room {
 public:
  // `hint`: what a practice book tells about its users' secrets.
  OfficeLogIn(OfficeCrew& crew, std::string organisation, std::optional<Phrase> hint)
      : crew_(crew), organisation_(std::move(organisation)), hint_(std::move(hint)) {}

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { fault_ = remark; }
  // Who was let in; empty before.
  [[nodiscard]] const std::string& who() const { return who_; }

 private:
  OfficeCrew& crew_;
  std::string organisation_;
  std::optional<Phrase> hint_;
  std::optional<ui::Remark> fault_;
  std::string chosen_;
  std::string who_;
  int misses_ = 0;
};

}  // namespace tilia::pos
