#include "pos/ui/till_frame.h"

#include <fmt/format.h>
#include <wx/dcclient.h>
#include <wx/display.h>
#include <wx/weakref.h>

#include "core/check.h"
#include "core/letters.h"
#include "pos/ui/accounts_window.h"
#include "pos/ui/bake_window.h"
#include "pos/ui/calm_window.h"
#include "pos/ui/change_window.h"
#include "pos/ui/contents_window.h"
#include "pos/ui/count_window.h"
#include "pos/ui/find_window.h"
#include "pos/ui/log_in_window.h"
#include "pos/ui/my_time_ask_window.h"
#include "pos/ui/my_time_taps_window.h"
#include "pos/ui/my_time_window.h"
#include "pos/ui/order_find_window.h"
#include "pos/ui/order_name_window.h"
#include "pos/ui/order_steps_window.h"
#include "pos/ui/order_window.h"
#include "pos/ui/orders_window.h"
#include "pos/ui/others_window.h"
#include "pos/ui/packages_window.h"
#include "pos/ui/pad_window.h"
#include "pos/ui/pay_window.h"
#include "pos/ui/pieces_window.h"
#include "pos/ui/receipts_window.h"
#include "pos/ui/sale_window.h"
#include "pos/ui/salon_window.h"
#include "pos/ui/take_back_window.h"
#include "pos/ui/ticket_damage_window.h"
#include "pos/ui/ticket_find_window.h"
#include "pos/ui/ticket_marks_window.h"
#include "pos/ui/ticket_pieces_window.h"
#include "pos/ui/ticket_window.h"
#include "pos/ui/tickets_screen.h"
#include "pos/ui/tickets_window.h"
#include "pos/ui/visit_history_window.h"
#include "pos/ui/visit_steps_window.h"
#include "pos/ui/visit_window.h"
#include "pos/ui/waiting_window.h"
#include "pos/ui/waste_window.h"

namespace tilia::pos {
namespace {

constexpr std::size_t shortest_barcode = 6;
constexpr std::size_t longest_barcode = 64;

constexpr const char* bell_at_rest = "🛎️";
constexpr const char* bell_answered = "🚶";

}  // namespace

TillFrame::TillFrame(Counter& counter, const Words& words, const wxSize& size,
                     const std::filesystem::path& pictures, SentenceOfFault sentence_of_fault,
                     std::optional<int> dpi)
    : wxFrame(nullptr, wxID_ANY, wxString::FromUTF8(words.say("till.window_title")),
              wxDefaultPosition, size),
      counter_(counter),
      sentence_of_fault_(std::move(sentence_of_fault)),
      look_(dpi ? ui::Look::pixels_per_mm_at(*dpi, size) : ui::Look::pixels_per_mm_of(*this, size),
            false),
      desk_{counter, words, look_, {}, {}, {}},
      ground_(new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL)),
      bar_(new ui::TopBar(ground_, look_)),
      keeper_(new ui::KeyboardKeeper(*this, ground_)) {
  look_.pictures().set_folder(pictures);
  desk_.act = [this](long at, const std::function<void()>& what) { act(at, what); };
  desk_.switch_off = [this] { Close(); };
  desk_.stronger_colours = [this](bool on) { set_stronger_colours(on); };
  ground_->SetBackgroundStyle(wxBG_STYLE_PAINT);
  ground_->Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    wxPaintDC dc(ground_);
    const bool practice = counter_.doors().organisation.practice;
    dc.SetBackground(wxBrush(practice ? look_.colours().mend : look_.colours().paper));
    dc.Clear();
  });
  ground_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out();
    event.Skip();
  });
  bar_->help().on_press = [this](long) {
    help_ = !help_;
    show_help();
  };
  bar_->back_soon().on_press = [this](long at) { act(at, [this] { counter_.back_soon(); }); };
  bar_->person().on_press = [this](long at) { act(at, [this] { counter_.own_picture(); }); };
  bar_->bell().on_press = [this](long at) { act(at, [this] { counter_.please_come(); }); };
  bar_->on_corner = [this](long at) { lock(at); };
  watch_.on_lock_key = [this](long at) { lock(at); };
  watch_.on_touch = [this] { counter_.touched(); };
  watch_.on_second = [this] { second_passed(machine_slept_milliseconds()); };
  bar_->banner().on_button = [this](long at) {
    if (help_) return speak(bar_->banner().sentence());
    act(at, [this] { counter_.notice() ? counter_.print_again() : counter_.put_break_off(); });
  };
  // Only while help is asked for: whoever buys hears it too.
  Bind(ui::EVT_NUMBER_TOUCHED, [this](wxCommandEvent& event) {
    if (help_) speak(event.GetString().utf8_string());
  });
  Bind(wxEVT_CHAR_HOOK, &TillFrame::key, this);
  quiet_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { fingers_typed(); });
  Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
    keeper_->keep();
    event.Skip();
  });
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    counter_.end();
    event.Skip();
  });
  show_place();
}

TillFrame::Kind TillFrame::kind_of_my_time(Place place) {
  switch (place) {
    case Place::my_time_who: return Kind::log_in;
    case Place::my_time: return Kind::my_time;
    case Place::my_time_taps: return Kind::my_time_taps;
    case Place::my_time_forgot:
    case Place::my_time_days: return Kind::my_time_ask;
    default: return Kind::calm;
  }
}

TillFrame::Kind TillFrame::kind_of(Place place) const {
  if (CounterMyTime::is_at(place)) return kind_of_my_time(place);
  if (place >= Place::visit_services && place <= Place::visit_known_by) return Kind::visit_steps;
  switch (place) {
    case Place::log_in:
    case Place::approve: return Kind::log_in;
    case Place::open_drawer:
    case Place::count_bag:
    case Place::close: return Kind::count;
    case Place::sale: return Kind::sale;
    case Place::find: return Kind::find;
    case Place::waiting: return Kind::waiting;
    case Place::salon: return Kind::salon;
    case Place::visit: return Kind::visit;
    case Place::visit_history: return Kind::visit_history;
    case Place::orders: return Kind::orders;
    case Place::order_find: return Kind::order_find;
    case Place::order:
    case Place::order_look: return Kind::order;
    case Place::order_day:
    case Place::order_time:
    case Place::ticket_day:
    case Place::ticket_whose:
    case Place::order_whose: return Kind::order_steps;
    case Place::ticket_name:
    case Place::order_name: return Kind::order_name;
    case Place::bake: return Kind::bake;
    case Place::tickets_unclaimed:
    case Place::tickets: return Kind::tickets;
    case Place::ticket_pieces: return Kind::ticket_pieces;
    case Place::ticket_marks: return Kind::ticket_marks;
    case Place::ticket_find: return Kind::ticket_find;
    case Place::ticket: return Kind::ticket;
    case Place::ticket_damage: return Kind::ticket_damage;
    case Place::waste: return Kind::waste;
    case Place::others: return Kind::others;
    case Place::line_contents: return Kind::contents;
    case Place::packages: return Kind::packages;
    case Place::weigh:
    case Place::line_number:
    case Place::line_price:
    case Place::count_number:
    case Place::bag:
    case Place::bag_later:
    case Place::voucher:
    case Place::waste_number:
    case Place::ticket_rack:
    case Place::package_number:
    case Place::ticket_count:
    case Place::ticket_weigh:
    case Place::fiscal_number: return Kind::pad;
    case Place::account:
    case Place::account_to_pay: return Kind::accounts;
    case Place::pay: return Kind::pay;
    case Place::change: return Kind::change;
    case Place::more_coins:
    case Place::voucher_value:
    case Place::account_sum:
    case Place::order_sum:
    case Place::move_pieces: return Kind::pieces;
    case Place::receipts: return Kind::receipts;
    case Place::take_back: return Kind::take_back;
    case Place::taken_back:
      return cash_back(counter_.refund()->sale).is_zero() ? Kind::calm : Kind::change;
    default: return Kind::calm;
  }
}

PlaceWindow* TillFrame::window_of(Kind kind) {
  PlaceWindow*& window = windows_[kind];
  if (window != nullptr) return window;
  switch (kind) {
    case Kind::log_in: window = new LogInWindow(ground_, desk_); break;
    case Kind::calm: window = new CalmWindow(ground_, desk_); break;
    case Kind::count: window = new CountWindow(ground_, desk_); break;
    case Kind::sale: window = new SaleWindow(ground_, desk_); break;
    case Kind::waiting: window = new WaitingWindow(ground_, desk_); break;
    case Kind::salon: window = new SalonWindow(ground_, desk_); break;
    case Kind::visit: window = new VisitWindow(ground_, desk_); break;
    case Kind::orders: window = new OrdersWindow(ground_, desk_); break;
    case Kind::order: window = new OrderWindow(ground_, desk_); break;
    case Kind::order_find: window = new OrderFindWindow(ground_, desk_); break;
    case Kind::order_name: window = new OrderNameWindow(ground_, desk_); break;
    case Kind::order_steps: window = new OrderStepsWindow(ground_, desk_); break;
    case Kind::others: window = new OthersWindow(ground_, desk_); break;
    case Kind::contents: window = new ContentsWindow(ground_, desk_); break;
    case Kind::visit_history: window = new VisitHistoryWindow(ground_, desk_); break;
    case Kind::my_time: window = new MyTimeWindow(ground_, desk_); break;
    case Kind::my_time_ask: window = new MyTimeAskWindow(ground_, desk_); break;
    case Kind::my_time_taps: window = new MyTimeTapsWindow(ground_, desk_); break;
    case Kind::packages: window = new PackagesWindow(ground_, desk_); break;
    case Kind::waste: window = new WasteWindow(ground_, desk_); break;
    case Kind::tickets: window = new TicketsWindow(ground_, desk_); break;
    case Kind::ticket: window = new TicketWindow(ground_, desk_); break;
    case Kind::ticket_find: window = new TicketFindWindow(ground_, desk_); break;
    case Kind::ticket_damage: window = new TicketDamageWindow(ground_, desk_); break;
    case Kind::ticket_pieces: window = new TicketPiecesWindow(ground_, desk_); break;
    case Kind::ticket_marks: window = new TicketMarksWindow(ground_, desk_); break;
    case Kind::bake: window = new BakeWindow(ground_, desk_); break;
    case Kind::visit_steps: window = new VisitStepsWindow(ground_, desk_); break;
    case Kind::find: window = new pos::FindWindow(ground_, desk_); break;
    case Kind::pad: window = new PadWindow(ground_, desk_); break;
    case Kind::pay: window = new PayWindow(ground_, desk_); break;
    case Kind::change: window = new ChangeWindow(ground_, desk_); break;
    case Kind::pieces: window = new PiecesWindow(ground_, desk_); break;
    case Kind::receipts: window = new ReceiptsWindow(ground_, desk_); break;
    case Kind::accounts: window = new AccountsWindow(ground_, desk_); break;
    case Kind::take_back: window = new TakeBackWindow(ground_, desk_); break;
  }
  return window;
}

void TillFrame::act(long at_milliseconds, const std::function<void()>& what) {
  if (second_tap_.is_stray(at_milliseconds)) return;
  help_ = false;
  scanned_.clear();
  const Place before = counter_.place();
  try {
    what();
  } catch (const OurMistake&) {
    throw;  // a wrong figure may be near: the program ends with the book untouched
  } catch (const std::exception& fault) {
    counter_.say(Notice{sentence_of_fault_(fault), Notice::Button::none});
  }
  if (counter_.place() != before) second_tap_.screen_changed(at_milliseconds);
  show_place();
  print_when_painted();
}

void TillFrame::lock(long at_milliseconds) {
  counter_.lock();
  second_tap_.screen_changed(at_milliseconds);
  show_locked();
}

void TillFrame::lock_from_outside() {
  if (counter_.lock_if_anybody()) show_locked();
}

// What was shown is not kept behind the screen: its windows go, the ones of the next person are
// new.
void TillFrame::show_locked() {
  help_ = false;
  scanned_.clear();
  (void)keys_.quiet();
  for (const auto& [kind, window] : windows_) {
    window->Hide();
    // Not at once: a key that locks may have come through one of them.
    CallAfter([gone = wxWeakRef<wxWindow>(window)] {
      if (gone) gone->Destroy();
    });
  }
  windows_.clear();
  shown_ = nullptr;
  show_place();
  shown_->Update();  // on the screen before anything else is done
  bar_->Update();
}

void TillFrame::second_passed(std::int64_t slept_milliseconds) {
  try {
    if (counter_.lock_if_left(slept_milliseconds)) show_locked();
    if (counter_.look_at_office()) show_bar();
    if (counter_.look_at_my_time()) show_place();
    if (counter_.look_at_catalogue() || counter_.look_at_salon()) show_place();
  } catch (const OurMistake&) {
    throw;
  } catch (const std::exception& fault) {
    counter_.say(Notice{sentence_of_fault_(fault), Notice::Button::none});
    show_bar();
  }
}

void TillFrame::print_when_painted() {
  if (!counter_.has_paper_to_print()) return;
  // The screen first: whoever stands there sees the change while the printer warms up.
  CallAfter([this] {
    try {
      counter_.print_now();
    } catch (const std::exception& fault) {
      counter_.say(Notice{sentence_of_fault_(fault), Notice::Button::none});
    }
    show_bar();
  });
}

void TillFrame::show_place() {
  PlaceWindow* window = window_of(kind_of(counter_.place()));
  shown_place_ = counter_.place();
  window->refresh();
  if (window != shown_) {
    if (shown_ != nullptr) shown_->Hide();
    shown_ = window;
    lay_out();
    window->Show();
    if (ui::Control* next = window->next_to_press(); next != nullptr && next->AcceptsFocus()) {
      next->SetFocus();
    }
  }
  show_bar();
  if (on_shown) on_shown();
  if (!painted_) {
    window->Bind(wxEVT_PAINT, [this](wxPaintEvent& event) {
      event.Skip();
      if (painted_) return;
      painted_ = true;
      CallAfter([this] {
        if (on_first_paint) on_first_paint();
      });
    });
  }
}

void TillFrame::show_bar() {
  const Organisation& house = counter_.doors().organisation;
  const bool closing = shown_place_ == Place::close || shown_place_ == Place::difference ||
                       shown_place_ == Place::bag || shown_place_ == Place::bag_later;
  const bool of_a_bag = counter_.of_a_bag();
  bar_->set_title(of_a_bag  ? desk_.say("till.bag.count")
                  : closing ? desk_.say("till.close_the_day")
                            : counter_.doors().shop);
  bar_->set_practice(house.practice ? desk_.say("till.practice") : "");
  const auto& person = counter_.person();
  bar_->set_person(person ? person->picture : "");
  const bool away = person.has_value() && shown_place_ != Place::log_in;
  bar_->set_back_soon(away ? desk_.say("till.back_soon") : "");
  const OfficeCall::State call = counter_.call_state();
  const bool office = counter_.doors().call != nullptr;
  bar_->set_bell(!office                             ? ""
                 : call == OfficeCall::State::coming ? bell_answered
                                                     : bell_at_rest,
                 call != OfficeCall::State::quiet);
  bar_->bell().SetName(desk_.words.say("till.call.please_come"));
  bar_->person().Enable(shown_place_ == Place::sale || shown_place_ == Place::find);
  show_help();
}

void TillFrame::show_help() {
  if (ui::Control* next = shown_->next_to_press()) next->set_pointed_at(help_);
  using Tone = ui::Banner::Tone;
  const auto& notice = counter_.notice();
  if (help_) {
    const std::string key = fmt::format("till.help.{}", place_code(shown_place_));
    const Speaker* speaker = counter_.doors().speaker;
    const bool speaks = speaker != nullptr && speaker->can_speak();
    bar_->banner().show(Tone::help, desk_.say(key), speaks ? desk_.say("till.listen") : "");
  } else if (notice) {
    const bool again = notice->button == Notice::Button::print_again;
    bar_->banner().show(notice->calm ? Tone::told : Tone::mend, desk_.words.say(notice->sentence),
                        again ? desk_.say("till.print_again") : "");
  } else if (counter_.break_is_offered()) {
    bar_->banner().show(Tone::told, desk_.say("till.my_time.break_due"),
                        desk_.say("till.my_time.later"), "☕");
  } else {
    bar_->banner().show(Tone::help, "", "");
  }
}

void TillFrame::speak(const std::string& sentence) {
  Speaker* speaker = counter_.doors().speaker;
  if (speaker != nullptr && speaker->can_speak()) speaker->say(sentence, desk_.words.language());
}

void TillFrame::set_stronger_colours(bool on) {
  look_.set_high_contrast(on);
  ground_->Refresh(true);
  for (const auto& [kind, window] : windows_) window->Refresh(true);
  bar_->Refresh(true);
}

void TillFrame::lay_out() {
  // A practice book wears a frame all around: nobody takes it for the real one.
  wxRect room(ground_->GetClientSize());
  if (counter_.doors().organisation.practice) room.Deflate(look_.mm(1.6));
  bar_->SetSize(ui::cut_top(room, look_.mm(17)));
  if (shown_ != nullptr) shown_->SetSize(room);
}

void TillFrame::key(wxKeyEvent& event) {
  const long at = event.GetTimestamp();
  const int code = event.GetKeyCode();
  if (code == WXK_TAB || code == WXK_LEFT || code == WXK_RIGHT) look_.set_keyboard_in_use(true);
  if ((code == WXK_RETURN || code == WXK_NUMPAD_ENTER) && enter(at)) return;
  if (code == WXK_ESCAPE) {
    act(at, [this] { counter_.undo(); });
    return;
  }
  if (code == WXK_BACK) {
    fingers_typed();
    act(at, [this] {
      if (typing_a_secret()) counter_.log_in().back();
      counter_.type_back();
    });
    return;
  }
  const bool pad_digit = code >= WXK_NUMPAD0 && code <= WXK_NUMPAD9;
  const int character = pad_digit ? '0' + (code - WXK_NUMPAD0) : event.GetUnicodeKey();
  if (character > ' ' && !event.HasAnyModifiers() && typed_key(character, at)) return;
  event.Skip();
}

// What may come from a scanner is held back until it is certain that fingers typed it.
bool TillFrame::typed_key(int character, long at_milliseconds) {
  const std::string letter = wxString(wxUniChar(character)).utf8_string();
  const bool plain = character < 0x7F;
  if (plain) {
    type_letters(keys_.letter(letter.front(), at_milliseconds), at_milliseconds);
    last_key_ = at_milliseconds;
    quiet_.StartOnce(2 * ui::ScanOrTyping::fastest_finger_milliseconds);
  } else if (typing_a_number()) {
    fingers_typed();
    act(at_milliseconds, [this, letter] { counter_.type(letter); });
  }
  const Place place = counter_.place();
  // The number under the bars may be typed by hand, too.
  if (place == Place::sale && plain && scanned_.size() < longest_barcode) scanned_ += letter;
  if (place == Place::find)
    act(at_milliseconds, [this, letter] { counter_.type(lower_case(letter)); });
  const bool naming = place == Place::visit_known_by || place == Place::order_name ||
                      place == Place::order_find || place == Place::ticket_find ||
                      place == Place::ticket_name;
  if (naming) act(at_milliseconds, [this, letter] { counter_.type(letter); });
  return naming || place == Place::sale || place == Place::find || typing_a_secret() ||
         typing_a_number();
}

bool TillFrame::typing_a_secret() const { return kind_of(counter_.place()) == Kind::log_in; }

bool TillFrame::typing_a_number() const { return kind_of(counter_.place()) == Kind::pad; }

void TillFrame::fingers_typed() { type_letters(keys_.quiet(), last_key_); }

void TillFrame::type_letters(const std::string& letters, long at_milliseconds) {
  for (const char letter : letters) {
    if (typing_a_secret()) act(at_milliseconds, [this, letter] { counter_.digit(letter); });
    if (typing_a_number())
      act(at_milliseconds, [this, letter] { counter_.type(std::string(1, letter)); });
  }
}

void TillFrame::number_typed() {
  switch (counter_.place()) {
    case Place::weigh: return counter_.weigh_done();
    case Place::line_number: return counter_.line_number_done();
    case Place::line_price: return counter_.line_price_done();
    case Place::count_number: return counter_.count_number_done();
    case Place::bag: return counter_.bag_done();
    case Place::bag_later: return counter_.bag_later_done();
    case Place::voucher: return counter_.voucher_typed();
    case Place::waste_number: return counter_.note_waste();
    case Place::package_number: return counter_.package_number_done();
    case Place::ticket_rack:
      return counter_.at_tickets([](TicketsScreen& tickets) { tickets.hang_up(); });
    case Place::ticket_count:
    case Place::ticket_weigh:
      return counter_.at_tickets([](TicketsScreen& tickets) {
        tickets.at_intake([](TicketIntake& intake) {
          intake.step() == TicketIntake::Step::count ? intake.counted() : intake.weigh_done();
        });
      });
    default: return counter_.fiscal_number_done();
  }
}

bool TillFrame::enter(long at_milliseconds) {
  // A scanner's Enter presses nothing.
  if (const auto code = keys_.enter(at_milliseconds)) {
    act(at_milliseconds, [this, &code] {
      typing_a_secret() ? counter_.log_in().card(*code) : counter_.scanned(*code);
    });
    return true;
  }
  const Place place = counter_.place();
  if (place == Place::sale || place == Place::find) {
    const std::string code = place == Place::find ? counter_.typed() : scanned_;
    scanned_.clear();
    const bool number = code.size() >= shortest_barcode &&
                        code.find_first_not_of("0123456789") == std::string::npos;
    if (!number) return false;
    act(at_milliseconds, [this, code] { counter_.scanned(code); });
    return true;
  }
  if (!typing_a_number()) return false;
  fingers_typed();
  act(at_milliseconds, [this] { number_typed(); });
  return true;
}

}  // namespace tilia::pos
