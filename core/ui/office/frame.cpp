#include "core/ui/office/frame.h"

#include <wx/dcbuffer.h>
#include <wx/utils.h>

#include <algorithm>

namespace tilia::ui {
namespace {

constexpr int practice_edge = 6;
constexpr int practice_strip = 30;

}  // namespace

OfficeFrame::OfficeFrame(const Look& look, const Words& words) : look_(look), words_(&words) {
  Create(nullptr, wxID_ANY, wxString::FromUTF8(words.say("office.title")), wxDefaultPosition,
         wxSize(look.px(1366), look.px(768)));
  SetMinSize(wxSize(look.px(1000), look.px(600)));
  ground_ = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                        wxTAB_TRAVERSAL | wxBORDER_NONE);
  ground_->SetBackgroundStyle(wxBG_STYLE_PAINT);
  call_ = new CallStrip(ground_, look);
  call_->on_press = [this] {
    if (on_coming) on_coming();
  };
  page_ = new_page();
  closed_ = new ClosedView(ground_, look);
  keeper_ = new KeyboardKeeper(*this, ground_);
  closed_->Hide();
  watch_privacy();
  ask_path = [this](const Next& next) { return ask_in_a_dialog(next); };
  show_paper = [](const std::string& path) {
    return wxLaunchDefaultApplication(wxString::FromUTF8(path));
  };
  ground_->Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint_practice(); });
  ground_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out();
    event.Skip();
  });
  Bind(wxEVT_IDLE, &OfficeFrame::work_a_step, this);
}

PageView* OfficeFrame::new_page() {
  auto* page = new PageView(ground_, look_);
  page->on_press = [this](const std::string& action, const Values& values) {
    press(action, values);
  };
  return page;
}

void OfficeFrame::paint_practice() {
  wxAutoBufferedPaintDC dc(ground_);
  const Palette& colours = look_.colours();
  dc.SetBackground(wxBrush(practice_ ? colours.mend : colours.paper));
  dc.Clear();
  if (!practice_) return;
  dc.SetFont(look_.font(look_.px(type::office_soft), true));
  dc.SetTextForeground(colours.on_go);
  const wxString words = wxString::FromUTF8(words_->say("office.practice_strip"));
  const wxSize size = dc.GetTextExtent(words);
  dc.DrawText(words, (ground_->GetClientSize().x - size.x) / 2,
              (look_.px(practice_strip) - size.y) / 2);
}

void OfficeFrame::lay_out() {
  wxRect room(ground_->GetClientSize());
  if (room.height < look_.px(practice_strip + practice_edge) + 1) return;  // not on the screen yet
  if (practice_) {
    const int edge = look_.px(practice_edge);
    const int strip = look_.px(practice_strip);
    room = wxRect(edge, strip, room.width - 2 * edge, room.height - strip - edge);
  }
  const wxRect strip(room.x, room.y, room.width, call_->height());
  call_->SetSize(strip);
  room.y += strip.height;
  room.height -= strip.height;
  closed_->SetSize(room);
  if (side_ != nullptr) {
    const int wide = SideList::width(look_);
    side_->SetSize(room.x, room.y, wide, room.height);
    room.x += wide;
    room.width -= wide;
  }
  page_->SetSize(room);
  if (work_view_ != nullptr) work_view_->SetSize(room);
  ground_->Refresh();
}

void OfficeFrame::clear() {
  if (side_ != nullptr) side_->Destroy();
  side_ = nullptr;
  rooms_.clear();
  locked_ = false;
  covered_ = false;
}

void OfficeFrame::show_alone(Room& room, bool practice, const std::string& brand) {
  clear();
  title_ = brand;
  show_title();
  practice_ = practice;
  room_ = &room;
  private_ = false;
  lay_out();
  show_parts();
  show_again();
  page_->put_keyboard_on_first_field();
}

void OfficeFrame::show_rooms(const Head& head, std::vector<RoomDoor> rooms,
                             const std::string& first) {
  clear();
  title_ = head.brand + " · " + head.place;
  show_title();
  practice_ = head.practice;
  rooms_ = std::move(rooms);
  std::vector<SideList::Entry> entries;
  for (const RoomDoor& door : rooms_) entries.push_back({door.key, words_->say(door.name)});
  side_ = new SideList(ground_, look_, head.brand, head.place, entries, head.person);
  side_->MoveBeforeInTabOrder(page_);
  side_->on_choose = [this](const std::string& key) { open(key); };
  side_->on_log_out = [this] {
    CallAfter([this] {
      if (on_log_out) on_log_out();
    });
  };
  lay_out();
  show_parts();
  open(first);
}

void OfficeFrame::open(const std::string& room_key) {
  for (const RoomDoor& door : rooms_) {
    if (door.key != room_key) continue;
    room_ = door.room;
    private_ = !door.open_to_glances;
  }
  cover_or_not();
  if (side_ != nullptr) side_->choose(room_key);
  show_again();
}

void OfficeFrame::guarded(const std::function<void()>& act) {
  try {
    act();
  } catch (const std::exception& failure) {
    Page page;
    page.title = Phrase("office.failure");
    page.remarks = {{failure_sentence ? failure_sentence(failure) : Phrase("office.failure_other"),
                     Remark::Kind::mend}};
    page.main = Action{"again", Phrase("office.again")};
    page_->show(page, *words_);
  }
}

void OfficeFrame::show_again() {
  guarded([this] {
    page_->keep_private(private_);
    if (room_ != nullptr) page_->show(room_->page(), *words_);
  });
}

void OfficeFrame::press(const std::string& action, const Values& values) {
  if (room_ == nullptr || work_ != nullptr) return;
  guarded([&] { follow(room_->press(action, values)); });
}

void OfficeFrame::follow(Next next) {
  switch (next.step) {
    case Next::Step::show_page: show_again(); return;
    case Next::Step::log_out:
      if (on_log_out) on_log_out();
      return;
    case Next::Step::entered:
      if (on_entered) on_entered();
      return;
    case Next::Step::work: start(std::move(next.work)); return;
    case Next::Step::show_paper:
      if (!show_paper(next.path)) room_->told({Phrase("office.no_viewer").with("file", next.path)});
      show_again();
      return;
    case Next::Step::open_file:
    case Next::Step::save_file:
    case Next::Step::pick_folder: break;
  }
  const std::string path = ask_path(next);
  if (path.empty() || room_ == nullptr) return;  // the office may have been locked meanwhile
  Values values;
  values.texts["path"] = path;
  follow(room_->press(next.action, values));
}

void OfficeFrame::start(std::unique_ptr<LongWork> work) {
  work_ = std::move(work);
  step_ = -1;
  stopped_ = false;
  work_view_ = new WorkView(ground_, look_, words_->say(work_->title()), words_->say("office.stop"),
                            [this] { stopped_ = true; });
  if (side_ != nullptr) side_->Disable();
  lay_out();
  show_parts();
  work_view_->set_done(0, work_->steps());
  work_view_->stop()->SetFocus();
}

void OfficeFrame::work_a_step(wxIdleEvent& event) {
  if (work_ == nullptr) {
    keeper_->keep();
    if (on_idle) on_idle();
    return;
  }
  if (step_ < 0) {  // what is shown comes before what takes long
    step_ = 0;
    work_view_->Refresh();
    work_view_->Update();
    event.RequestMore();
    return;
  }
  bool failed = false;
  if (!stopped_ && step_ < work_->steps()) {
    try {
      work_->step(step_);
      ++step_;
    } catch (const std::exception& failure) {
      failed = true;
      room_->told({failure_sentence ? failure_sentence(failure) : Phrase("office.failure_other"),
                   Remark::Kind::mend});
    }
  }
  work_view_->set_done(step_, work_->steps());
  const bool ended = stopped_ || step_ >= work_->steps();
  if (ended && !failed) room_->told(work_->told(step_));
  const bool enters = !failed && work_->enters() && step_ >= work_->steps();
  if (ended || failed)
    end_work();
  else
    event.RequestMore();
  if (enters && ended && on_entered) on_entered();
}

void OfficeFrame::end_work() {
  work_.reset();
  work_view_->Destroy();
  work_view_ = nullptr;
  if (side_ != nullptr) side_->Enable();
  lay_out();
  show_parts();
  show_again();
}

}  // namespace tilia::ui
