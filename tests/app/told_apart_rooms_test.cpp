// The same three copies as in told_apart_test.cpp, looked at in the office: every page of every
// room that the manager, payroll or the auditor may enter, as a value and as a picture, pixel by
// pixel.
#include <dlfcn.h>
#include <wx/app.h>
#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/image.h>

#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <set>

#include "app/office_rooms.h"
#include "books_told_apart.h"
#include "core/ui/office/frame.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

// A page in words: whatever stands in it.
class PageInWords {
 public:
  explicit PageInWords(const Words& words) : words_(words) {}

  std::string of(const ui::Page& page) {
    add(page.title);
    for (const ui::Text& text : page.subtitle) add(text);
    if (page.main) add(*page.main);
    for (const ui::Action& action : page.quiet) add(action);
    for (const ui::Figure& figure : page.figures) {
      add(figure.label);
      add(figure.value);
    }
    for (const ui::Remark& remark : page.remarks) add(remark.sentence);
    if (page.form) add(*page.form);
    if (page.table) add(*page.table);
    if (page.empty) {
      add(page.empty->what);
      add(page.empty->first);
    }
    return std::move(all_);
  }

 private:
  void add(const ui::Text& text) { all_ += ui::said(text, words_) + "\n"; }
  void add(const ui::Action& action) {
    all_ += action.key + (action.enabled ? " " : " off ") + words_.say(action.label) + "\n";
  }
  void add(const ui::Form& form) {
    for (const ui::Field& field : form.fields) {
      add(field.label);
      all_ += field.key + "=" + field.value + (field.enabled ? "\n" : " off\n");
      for (const ui::Choice& choice : field.choices) add(choice.label);
      for (const auto& sentence : {field.hint, field.fault, field.caution})
        if (sentence) add(*sentence);
    }
    for (const ui::Action& action : form.actions) add(action);
  }
  void add(const ui::Table& table) {
    for (const ui::Column& column : table.columns)
      if (column.heading) add(*column.heading);
    for (const ui::Row& row : table.rows) {
      all_ += row.key + row.picture + ":";
      for (const ui::Cell& cell : row.cells) {
        if (cell.needs_look) all_ += "! ";
        add(cell.text);
      }
    }
  }

  const Words& words_;
  std::string all_;
};

// What a page looks like, without waiting until a screen shows it: the toolkit draws the window and
// all that is in it into a picture. wx has no word for that, GTK has.
std::string picture_of(wxWindow& window) {
  using Draw = void (*)(void* widget, void* cairo);
  static const auto draw = reinterpret_cast<Draw>(::dlsym(RTLD_DEFAULT, "gtk_widget_draw"));
  EXPECT_NE(draw, nullptr);
  wxBitmap bitmap(window.GetSize());
  wxMemoryDC canvas(bitmap);
  canvas.SetBackground(*wxWHITE_BRUSH);
  canvas.Clear();
  draw(window.GetHandle(), canvas.GetHandle());
  canvas.SelectObject(wxNullBitmap);
  const wxImage image = bitmap.ConvertToImage();
  const auto bytes = static_cast<std::size_t>(image.GetWidth() * image.GetHeight() * 3);
  return {reinterpret_cast<const char*>(image.GetData()), bytes};
}

// How a page was come to, what it says, and how it looks.
struct Seen {
  std::string page;
  std::string picture;
};
using AllSeen = std::map<std::string, Seen>;

class RoomsToldApart : public BooksToldApart {
 protected:
  RoomsToldApart() {
    frame_ = new ui::OfficeFrame(look_, words_);
    frame_->SetClientSize(1366, 768);
    frame_->Show();
    settle();
  }
  ~RoomsToldApart() override {
    frame_->Destroy();
    settle();
    ::setenv("TILIA_DEVICE_FOLDER", device_folder_.c_str(), 1);
  }
  static void settle() {
    for (int round = 0; round < 20; ++round) {
      wxTheApp->ProcessPendingEvents();
      wxTheApp->Yield(true);
      wxTheApp->ProcessIdle();
    }
  }

  // Each copy stands where the others stood, on a machine that has seen none of them.
  AllSeen seen_by(db::Role role, const std::string& name) {
    const fs::path place = shop_.file("shown");
    fs::remove_all(place);
    fs::create_directories(place / "device");
    ::setenv("TILIA_DEVICE_FOLDER", (place / "device").c_str(), 1);
    fs::copy_file(book(name), place / "shop.tilia");
    const SetClock clock(*Instant::parse("2026-04-01T07:00:00Z"));
    OfficeBook opened(place / "shop.tilia", resources_, clock);
    OfficeCrewDesk crew(opened);
    for (const PracticeUser& user : practice_users()) {
      if (user.role != role) continue;
      EXPECT_TRUE(crew.log_in(user.name, Secret<std::string>(std::string(user.secret))));
    }
    OfficeRooms rooms(opened, *crew.user(), Language::english, [](Language) {});
    AllSeen all;
    for (const OfficeRoom& room : rooms.all()) walk(room, all);
    frame_->lock({.name = "", .sentence = "", .button = ""});
    settle();
    return all;
  }

  // The room's first page, the month before, and what opens from each row of either.
  void walk(const OfficeRoom& room, AllSeen& all) {
    const auto look = [&](const std::string& way) {
      const ui::Page page = room.room->page();
      frame_->show_rooms({.brand = "T", .place = "P", .person = {"🦉", "Owl", "M", "Out"}},
                         {{room.key, room.name, room.room.get(), true}}, room.key);
      settle();
      all[room.key + way] = {PageInWords(words_).of(page), picture_of(*frame_)};
      return page;
    };
    const auto open_rows = [&](const ui::Page& page, const std::string& way) {
      if (!page.table || !page.table->row_action) return;
      int opened = 0;
      for (const ui::Row& row : page.table->rows) {
        if (++opened > 3) break;
        (void)room.room->press(*page.table->row_action, ui::Values{{{"row", row.key}}, {}});
        look(way + "/" + row.key);
        for (const char* further : {"identity", "new_contract"}) {
          if (room.key != "hours") break;
          (void)room.room->press(further, {});
          look(way + "/" + row.key + "/" + further);
          (void)room.room->press("back", {});
        }
        (void)room.room->press("back", {});
      }
    };
    open_rows(look(""), "");
    if (room.key != "hours" && room.key != "pay") return;
    (void)room.room->press("earlier", {});
    open_rows(look("/earlier"), "/earlier");
  }

  void expect_same(db::Role role, const std::set<std::string>& ways) {
    const AllSeen nobody = seen_by(role, "nobody");
    std::set<std::string> pictures;
    for (const auto& [way, seen] : nobody) pictures.insert(seen.picture);
    EXPECT_GE(pictures.size(), ways.size()) << "or the pictures show nothing";
    for (const std::string& way : ways) EXPECT_TRUE(nobody.contains(way)) << way;
    for (const char* other : {"everybody", "one"}) {
      const AllSeen others = seen_by(role, other);
      EXPECT_EQ(others.size(), nobody.size());
      for (const auto& [way, seen] : nobody) {
        ASSERT_TRUE(others.contains(way)) << other << ": " << way;
        EXPECT_EQ(seen.page, others.at(way).page) << other << ": " << way;
        EXPECT_TRUE(seen.picture == others.at(way).picture) << other << ": " << way;
      }
    }
  }

  const std::string device_folder_ =
      device_folder().string();  // of these tests, for their commands
  Resources resources_ = find_resources();
  Words words_{Language::english, resources_.catalogues()};
  ui::Look look_{96.0 / 25.4, false};
  ui::OfficeFrame* frame_ = nullptr;
};

TEST_F(RoomsToldApart, NobodyIsByAnythingThatTheManagerSees) {
  expect_same(db::Role::manager, {"today", "hours", "hours/cedar", "reports", "settings"});
}

TEST_F(RoomsToldApart, NobodyIsByAnythingThatPayrollSees) {
  expect_same(db::Role::payroll,
              {"hours", "hours/cedar", "hours/cedar/identity", "pay", "pay/cedar", "settings"});
}

TEST_F(RoomsToldApart, NobodyIsByAnythingThatTheAuditorSees) {
  expect_same(db::Role::auditor, {"reads"});
}

// A caret that blinks and a frame that fades in look different from one moment to the next.
void let_nothing_move() {
  using Settings = void* (*)();
  using Set = void (*)(void* object, const char* property, ...);
  const auto settings =
      reinterpret_cast<Settings>(::dlsym(RTLD_DEFAULT, "gtk_settings_get_default"));
  const auto set = reinterpret_cast<Set>(::dlsym(RTLD_DEFAULT, "g_object_set"));
  set(settings(), "gtk-enable-animations", 0, "gtk-cursor-blink", 0, nullptr);
}

class TestApp final : public wxApp {
 public:
  bool OnInit() override {
    let_nothing_move();
    return true;
  }
  int OnRun() override { return RUN_ALL_TESTS(); }
};

}  // namespace
}  // namespace tilia::app

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  wxApp::SetInstance(new tilia::app::TestApp);
  return wxEntry(argc, argv);
}
