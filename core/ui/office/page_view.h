// Draws any page of the office and tells what was pressed. Built anew for each page; the keyboard's
// place is kept where the new page has the same field or action.
#pragma once

#include <wx/scrolwin.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/ui/office/board_view.h"
#include "core/ui/office/chart_view.h"
#include "core/ui/office/form_view.h"
#include "core/ui/office/paper_view.h"
#include "core/ui/office/table_view.h"

namespace tilia::ui {

class PageView final : public wxScrolledWindow {
 public:
  PageView(wxWindow* parent, const Look& look);

  // What was pressed, after the event that pressed it is over: the page may be replaced at once.
  std::function<void(const std::string& action, const Values& values)> on_press;

  void show(const Page& page, const Words& words);
  // Of the pages that are shown from now on.
  void keep_private(bool yes) { private_ = yes; }
  [[nodiscard]] FormView* form() const { return form_; }
  [[nodiscard]] TableView* table() const { return table_; }
  [[nodiscard]] BoardView* board() const { return board_; }
  [[nodiscard]] const std::vector<ChartView*>& charts() const { return charts_; }
  // The button of an action, wherever on the page it stands; nullptr where there is none.
  [[nodiscard]] OfficeButton* button(const std::string& action) const;
  // For a page that somebody came to in order to type.
  void put_keyboard_on_first_field();

 private:
  struct DoorView {
    Block* ground;
    PictureBlock* picture;
    WordsBlock* title;
    WordsBlock* sentence;
    OfficeButton* button;
  };
  void build_head(const Page& page, const Words& words);
  void build_doors(const Page& page, const Words& words);
  void build_empty(const Empty& empty, const Words& words);
  OfficeButton* add_button(wxWindow* parent, OfficeButton::Kind kind, const Action& action,
                           const Words& words);
  void press(const std::string& action, const std::map<std::string, std::string>& beside);
  void build_board(const Board& board, const Words& words);
  void lay_out();
  int lay_out_head(int y, int left, int width);
  int lay_out_figures(int y, int left, int width);
  int lay_out_doors(int y, int left, int width);
  int lay_out_papers(int y, int left, int width);
  int lay_out_charts(int y, int left, int width);
  int lay_out_empty(int y, int left, int width);
  void put(wxWindow* window, int x, int y, int width, int height);

  const Look& look_;
  WordsBlock* title_ = nullptr;
  WordsBlock* subtitle_ = nullptr;
  OfficeButton* main_ = nullptr;
  std::vector<OfficeButton*> quiet_;
  std::vector<FigureCard*> figures_;
  RemarkBox* remarks_ = nullptr;
  std::vector<DoorView> doors_;
  std::vector<PaperView*> papers_;
  std::vector<ChartView*> charts_;
  FormView* form_ = nullptr;
  TableView* table_ = nullptr;
  BoardView* board_ = nullptr;
  WordsBlock* empty_what_ = nullptr;
  WordsBlock* empty_first_ = nullptr;
  OfficeButton* empty_action_ = nullptr;
  std::string row_action_;
  bool narrow_ = false;
  bool private_ = false;
  bool laying_out_ = false;
};

}  // namespace tilia::ui
