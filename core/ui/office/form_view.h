// The form of an office page on its white card: native inputs where people type, a word above each,
// and beside a value that has to be mended the sentence that says how.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/ui/office/block.h"

namespace tilia::ui {

class FormView final : public Block {
 public:
  // `beside_main`: the page has its one green action already; the form's own is quiet then.
  FormView(wxWindow* parent, const Look& look, const Form& form, const Words& words,
           bool beside_main);

  // From now on a text that is selected cannot be dragged into another window.
  void keep_private();

  std::function<void(const std::string& action)> on_action;

  [[nodiscard]] int height_for(int width) const override;
  [[nodiscard]] Values values() const;
  // Nothing can be carried out of it: no text stays selected for another window to take.
  void drop_selections();
  // What was typed into the secret fields of the form before, when it is only asked once more.
  void keep_secrets_of(const FormView& before);
  // The input of a field, or nullptr.
  [[nodiscard]] wxWindow* input(const std::string& key) const;

 protected:
  void draw(Painter& painter, const wxRect& area) override;
  [[nodiscard]] bool pressable() const override { return false; }
  [[nodiscard]] int corner() const override { return look().px(14); }

 private:
  struct Part {
    std::string key;
    Field::Kind kind;
    std::vector<std::string> choices;  // values, in order
    WordsBlock* label = nullptr;
    wxWindow* input = nullptr;
    WordsBlock* note = nullptr;  // hint or fault
  };
  void add_part(const Field& field, const Words& words);
  [[nodiscard]] wxWindow* input_for(const Field& field, const Words& words);
  // Lays the parts out in that width and returns the height; moves them only where `place`.
  int lay_out(int width, bool place) const;
  int lay_out_part(const Part& part, const wxRect& room, bool place, bool boxes_alone) const;
  [[nodiscard]] bool row_of_boxes(std::size_t first) const;
  int lay_out_actions(int y, int width, bool place) const;
  void act(const std::string& action);

  int columns_;
  std::vector<Part> parts_;
  std::vector<OfficeButton*> buttons_;
  std::string first_action_;
};

}  // namespace tilia::ui
