// The list of rooms on the left, with the house's name above and who is logged in below.
#pragma once

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

#include "core/ui/office/block.h"

namespace tilia::ui {

class SideList final : public wxPanel {
 public:
  struct Entry {
    std::string key;
    std::string name;
  };
  struct Person {
    std::string picture;
    std::string name;
    std::string role;
    std::string log_out;  // the word on the button
  };
  SideList(wxWindow* parent, const Look& look, const std::string& brand, const std::string& place,
           const std::vector<Entry>& entries, const Person& person);

  std::function<void(const std::string& key)> on_choose;
  std::function<void()> on_log_out;
  void choose(const std::string& key);
  [[nodiscard]] static int width(const Look& look) { return look.px(232); }

 private:
  class Item;
  void lay_out();

  const Look& look_;
  WordsBlock* brand_;
  WordsBlock* place_;
  std::vector<Item*> items_;
  PictureBlock* picture_;
  WordsBlock* name_;
  WordsBlock* role_;
  OfficeButton* log_out_;
};

}  // namespace tilia::ui
