#include "pos/ui/calm_window.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tilia::pos {

CalmWindow::CalmWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      picture_(new ui::Tile(this, look())),
      piece_(new ui::MoneyPiece(this, look(), ui::MoneyPiece::Use::shown)),
      sentence_(
          new ui::TextLabel(this, look(), 34, true, ui::TextLabel::Tone::ink, ui::Across::centre)),
      amount_(new ui::AmountLabel(this, look(), 96, ui::Across::centre)),
      softly_(new ui::TextLabel(this, look(), ui::type::button, false, ui::TextLabel::Tone::soft,
                                ui::Across::centre)) {
  presses(picture_, [this] { counter().show_contents(); });
  for (auto& choice : choices_) choice = quiet("", [] {});
  my_time_ = quiet(say("till.my_time.open"), [this] { counter().open_my_time(); });
  my_time_->set_picture("🕗");
}

void CalmWindow::refresh() {
  set_undo("", false);
  hide_action();
  show(face_of(counter().place()));
  my_time_->Show(counter().place() == Place::own && counter().has_my_time());
  lay_out_now();
}

void CalmWindow::show(const Face& face) {
  picture_->set_face({.picture = face.picture, .name = "", .price = {}, .badge = ""});
  picture_->Show(!face.piece && face.pieces.empty());
  picture_->Enable(counter().place() == Place::line && counter().contents().has_value());
  piece_->Show(face.piece || !face.pieces.empty());
  pieces_ = pieces_shown(face.pieces, counter().doors().pack);
  if (face.piece)
    piece_->set_pieces({piece_shown(*face.piece, counter().doors().pack)}, look().px(12));
  sentence_->set_text(face.sentence);
  softly_->set_text(face.softly);
  shows_amount_ = face.amount.has_value();
  if (face.amount) amount_->set("", desk().amount(*face.amount), look().colours().go);
  shown_choices_ = face.choices.size();
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    ui::ActionButton* button = choices_.at(i);
    button->Show(i < shown_choices_);
    if (i >= shown_choices_) continue;
    button->set_label(face.choices[i].label);
    button->set_picture(face.choices[i].picture);
    button->Enable(face.choices[i].enabled);
    presses(button, face.choices[i].what);
  }
}

CalmWindow::Face CalmWindow::face_of(Place place) {
  switch (place) {
    case Place::morning:
      set_action(say("till.count_now"), true, [this] { counter().count_yesterday(); });
      return {
          "🌅", say("till.morning"), "", std::nullopt, {{"👝", say("till.bag.count_later"), [this] {
                                                          counter().count_later();
                                                        }}}};
    case Place::own: return own_face();
    case Place::own_more: return own_more_face();
    case Place::tile_size: return tile_size_face();
    case Place::line: return line_face();
    case Place::line_percent: return percent_face();
    case Place::line_note: return note_face();
    case Place::sure: return sure_face();
    case Place::move_direction: return move_direction_face();
    case Place::move_reason: return move_reason_face();
    case Place::manager_looks: return manager_looks_face();
    case Place::fiscal_skip: return skip_face();
    case Place::gift: return gift_face();
    case Place::package_of_visit: return package_of_visit_face();
    case Place::my_time_tap: return my_tap_face();
    case Place::my_time_shift: return my_shift_face();
    case Place::my_time_ask: return my_ask_face();
    case Place::order_placed: return order_placed_face();
    case Place::order_left_out: return order_left_out_face();
    case Place::order_back: return order_back_face();
    case Place::ticket_look: return ticket_look_face();
    case Place::ticket_taken: return ticket_taken_face();
    case Place::ticket_more: return ticket_more_face();
    case Place::ticket_waits: return ticket_waits_face();
    case Place::waste_what: return waste_what_face();
    case Place::waste_why: return waste_why_face();
    case Place::taken_back: return taken_back_face();
    case Place::difference: return difference_face();
    case Place::difference_note: return difference_note_face();
    case Place::bagged: return bagged_face();
    case Place::bags: return bags_face();
    case Place::closed:
      if (counter().of_a_bag()) return bag_counted_face();
      set_action(say("till.good_night"), true, [this] { counter().good_night(); });
      return {"🌙",
              say("till.day_is_closed"),
              say("till.thank_you"),
              std::nullopt,
              {{"", say("till.print_again"), [this] { counter().print_again(); }}}};
    case Place::locked:
      set_action(say("till.log_in.again"), true, [this] { counter().open_again(); });
      return {"🔒", say("till.locked"), say("till.locked_means"), std::nullopt, {}};
    default:
      set_action(say("till.open_again"), true, [this] { counter().open_again(); });
      return {"☕", say("till.back_soon"), say("till.tray_is_kept"), std::nullopt, {}};
  }
}

CalmWindow::Face CalmWindow::own_face() {
  set_undo("← " + say("till.go_back"), true);
  set_action(say("till.back_to_selling"), true, [this] { counter().back_to_selling(); });
  const auto& person = counter().person();
  const bool may_close = person && !person->selling_only;
  Face face{person ? person->picture : "",
            say("till.what_next"),
            "",
            std::nullopt,
            {{"🌙", say("till.close_the_day"), [this] { counter().close_day(); }, may_close},
             {"💰", say("till.money_in_or_out"), [this] { counter().money_in_or_out(); }, may_close},
             counter().practising()
                 ? Choice{"🏁", say("till.end_practice"), [this] { counter().log_out(); }}
                 : Choice{"👋", say("till.someone_else"), [this] { counter().hand_over(); }},
             {"⚙", say("till.more_of_own"), [this] { counter().more_of_own(); }}}};
  if (counter().has_bake_sheet())
    face.choices.push_back(
        {"🥖", say("till.bake.open"), [this] { counter().open_bake_sheet(); }});
  if (counter().has_waste())
    face.choices.push_back({"🗑", say("till.waste.open"), [this] { counter().open_waste(); }});
  if (counter().has_others())
    face.choices.push_back({"🤲", say("till.others.open"), [this] { counter().open_others(); }});
  if (counter().has_packages())
    face.choices.push_back({"🎫", say("till.package.open"), [this] { counter().open_packages(); }});
  return face;
}

CalmWindow::Face CalmWindow::own_more_face() {
  set_undo("← " + say("till.go_back"), true);
  set_action(say("till.back_to_selling"), true, [this] { counter().back_to_selling(); });
  const bool strong = look().high_contrast();
  return {"⚙",
          say("till.what_next"),
          "",
          std::nullopt,
          {{"🖼", say("till.tiles.how_many"), [this] { counter().size_of_pictures(); }},
           {"🌗", say(strong ? "till.softer_colours" : "till.stronger_colours"),
            [this, strong] { desk().stronger_colours(!strong); }},
           {"🔌", say("till.switch_off"), [this] { desk().switch_off(); }},
           {"🎟️", say("till.voucher.sell"), [this] { counter().sell_voucher(); },
            counter().can_sell_others()},
           {"📒", say("till.account.is_paid"), [this] { counter().account_is_paid(); },
            counter().can_sell_others()},
           {"👝", say("till.bag.count"), [this] { counter().count_a_bag(); },
            !counter().bags().empty() && counter().person() && !counter().person()->selling_only}}};
}

CalmWindow::Face CalmWindow::bagged_face() {
  set_action(say("till.good_night"), true, [this] { counter().bag_is_away(); });
  const auto& bag = counter().bag();
  return {"👝",
          bag ? desk().words.say(Phrase("till.bag.put_in").with("bag", bag->number)) : "",
          say("till.bag.counted_later"),
          std::nullopt,
          {{"", say("till.print_again"), [this] { counter().print_again(); }}}};
}

// By the day of each and its number.
CalmWindow::Face CalmWindow::bags_face() {
  set_undo("← " + say("till.go_back"), true);
  Face face{"👝", say("till.bag.which"), "", std::nullopt, {}};
  for (const WaitingBag& bag : counter().bags()) {
    if (face.choices.size() == Counter::bags_shown) break;
    face.choices.push_back(
        {"👝", fmt::format("{}\n{}", bag.number, desk().words.day(bag.session.business_day.day())),
         [this, at = face.choices.size()] { counter().choose_bag(at); }});
  }
  return face;
}

CalmWindow::Face CalmWindow::bag_counted_face() {
  const bool selling = counter().doors().book.open_session(counter().doors().till).has_value();
  set_action(say(selling ? "till.back_to_selling" : "till.open_the_drawer"), true,
             [this] { counter().good_night(); });
  return {"👝",
          say("till.bag.is_counted"),
          say("till.thank_you"),
          std::nullopt,
          {{"", say("till.print_again"), [this] { counter().print_again(); }}}};
}

// Two pictures of one size.
CalmWindow::Face CalmWindow::gift_face() {
  set_undo("← " + say("till.go_back"), true);
  return {"🪙",
          say("till.gift_or_tip"),
          "",
          counter().paying().give_back(),
          {{"🎁", say("till.a_gift"), [this] { counter().gift_is(Paying::Gift::donation); }},
           {"☕", say("till.a_tip"), [this] { counter().gift_is(Paying::Gift::tip); }}}};
}

// Two pictures of one size: whether she wants to use it is hers to say.
CalmWindow::Face CalmWindow::package_of_visit_face() {
  set_undo("← " + say("till.go_back"), true);
  const auto& known = counter().packages().of_visit();
  if (!known) return {};
  const Package& package = known->package;
  const Article* article = counter().shelf().article(package.article);
  return {
      article == nullptr ? "🎫" : article->picture,
      desk().words.say(Phrase("till.package.of_visit").with("name", known->whose)),
      fmt::format("{} · {}", article == nullptr ? package.article : article->name,
                  desk().words.say(Phrase("till.package.left_of")
                                       .with("left", times_left(package))
                                       .with("times", package.times))),
      std::nullopt,
      {{"🎫", say("till.package.use"), [this] { counter().visit_with_package(true); }},
       {"🪙", say("till.package.pay_as_ever"), [this] { counter().visit_with_package(false); }}}};
}

// Two pictures of one size: nobody has to pay early.
CalmWindow::Face CalmWindow::order_placed_face() {
  set_undo("↶ " + say("till.undo"), true);
  const OrdersScreen& orders = counter().orders();
  const Phrase placed = Phrase("till.order.is_placed").with("number", orders.opened().order.number);
  return {"📋",
          desk().words.say(placed),
          say("till.order.pays_now"),
          orders.still_to_pay(),
          {{"🪙", say("till.order.pay_now"), [this] { counter().pay_order_early(); }},
           {"👋", say("till.order.nothing_now"), [this] { counter().back_to_selling(); }}}};
}

CalmWindow::Face CalmWindow::order_left_out_face() {
  set_undo("← " + say("till.go_back"), true);
  const DueOrder& due = counter().orders().opened();
  const bool paid = !due.paid.is_zero();
  return {due.picture,
          say("till.order.leave_out_sure"),
          paid ? say("till.order.goes_back_first") : due.whose,
          std::nullopt,
          {{"❌", say("till.order.leave_out_yes"), [this] { counter().order_is_left_out(); }},
           {"📋", say("till.order.leave_out_no"), [this] { counter().undo(); }}}};
}

CalmWindow::Face CalmWindow::order_back_face() {
  set_undo("← " + say("till.go_back"), true);
  set_action(say("till.order.given_back"), true, [this] { counter().early_is_back(); });
  Face face{"🪙",
            say("till.order.give_back"),
            say("till.order.was_paid_early"),
            counter().early_back_sum(),
            {}};
  face.pieces = counter().early_back();
  return face;
}

CalmWindow::Face CalmWindow::waste_what_face() {
  set_undo("← " + say("till.go_back"), true);
  const Article& article = counter().waste().article();
  const bool gone = counter().is_sold_out(article.code);
  const auto press = [this](void (WasteScreen::*what)()) {
    return [this, what] { counter().at_waste([what](WasteScreen& waste) { (waste.*what)(); }); };
  };
  return {article.picture,
          article.name,
          gone ? say("till.waste.marked_sold_out") : "",
          std::nullopt,
          {{"🗑", say("till.waste.wasted"), press(&WasteScreen::throw_away)},
           {"🎁", say("till.waste.given_away"), press(&WasteScreen::give_away)},
           {gone ? "✅" : "🚫", say(gone ? "till.waste.there_again" : "till.waste.sold_out"),
            [this, gone] { counter().mark_sold_out(!gone); }}}};
}

CalmWindow::Face CalmWindow::waste_why_face() {
  static const std::map<std::string, std::string> pictures{
      {"too_dark", "🔥"}, {"unsold", "🌙"}, {"dropped", "💧"}, {"other", "✋"}};
  set_undo("← " + say("till.go_back"), true);
  const Article& article = counter().waste().article();
  Face face{article.picture, say("till.waste.why"), "", std::nullopt, {}};
  for (const std::string& reason : WasteScreen::reasons()) {
    face.choices.push_back(
        {pictures.at(reason), say("till.waste.reason." + reason), [this, reason] {
           counter().at_waste([&](WasteScreen& waste) { waste.choose_reason(reason); });
         }});
  }
  return face;
}

CalmWindow::Face CalmWindow::tile_size_face() {
  set_undo("← " + say("till.go_back"), true);
  Face face{"🖼", say("till.tiles.how_many"), say("till.tiles.for_you"), std::nullopt, {}};
  for (const std::size_t count : Counter::tile_counts) {
    face.choices.push_back({counter().tiles_on_page() == count ? "✅" : "", std::to_string(count),
                            [this, count] { counter().choose_tile_count(count); },
                            counter().tiles_fit(count)});
  }
  return face;
}

CalmWindow::Face CalmWindow::line_face() {
  set_undo("← " + say("till.go_back"), true);
  set_action(say("till.back_to_selling"), true, [this] { counter().undo(); });
  const Cart::Line& line = counter().opened_line();
  const Article* article = counter().opened_article();
  if (article == nullptr) return {};
  const bool settled = is_settled(line) || line.use != Cart::Use::sold;
  const bool pieces = article->unit == Unit::each && !is_settled(line);
  Face face{article->picture,
            article->name,
            "",
            line_amount(*article, line),
            {{"🔢", say("till.line.how_many"), [this] { counter().type_number(); }, pieces},
             {"🏷", say("till.line.other_price"), [this] { counter().type_price(); }, !settled},
             {"✂", say("till.line.percent_off"), [this] { counter().choose_percent(); }, !settled},
             {"📝", say("till.line.note"), [this] { counter().choose_note(); },
              !counter().notes().empty() && line.use == Cart::Use::sold},
             {"🗑", say("till.line.away"), [this] { counter().take_line_away(); }}}};
  // Behind its picture: the choices stay in their places whether or not there is a recipe.
  if (counter().contents()) face.softly = say("till.line.contents");
  if (counter().offered_for_others(article->code))
    face.choices.push_back(
        {"🤲", say("till.others.one_more"), [this] { counter().one_for_others(); }, pieces});
  return face;
}

CalmWindow::Face CalmWindow::percent_face() {
  set_undo("← " + say("till.go_back"), true);
  const Article* article = counter().opened_article();
  if (article == nullptr) return {};
  Face face{article->picture, say("till.line.percent_off"), "", std::nullopt, {}};
  for (const int percent : Counter::percents_off) {
    face.choices.push_back({"", fmt::format("− {} %", percent),
                            [this, percent] { counter().take_off_percent(percent); }});
  }
  face.choices.push_back({"↩", say("till.line.usual_price"), [this] { counter().usual_price(); },
                          counter().opened_line().own_price.has_value()});
  return face;
}

CalmWindow::Face CalmWindow::note_face() {
  set_undo("← " + say("till.go_back"), true);
  const Article* article = counter().opened_article();
  if (article == nullptr) return {};
  Face face{article->picture, say("till.line.note"), "", std::nullopt, {}};
  for (const LineNote& note : counter().notes()) {
    face.choices.push_back(
        {note.picture, note.words, [this, words = note.words] { counter().note_line(words); }});
  }
  face.choices.push_back({"↩", say("till.line.no_note"), [this] { counter().note_line(""); },
                          !counter().opened_line().note.empty()});
  return face;
}

// Yes and No of one size: neither is the answer that the till would like.
CalmWindow::Face CalmWindow::sure_face() {
  set_undo("← " + say("till.go_back"), true);
  using About = Counter::Sure::About;
  const Counter::Sure& sure = *counter().sure();
  Face face{"", "", say("till.sure.softly"), std::nullopt, {}};
  if (sure.about == About::given) {
    face.piece = sure.given;
    face.sentence = say("till.sure.given");
  } else if (const Article* article = counter().shelf().article(sure.article)) {
    if (sure.about == About::sold_out) face.softly = say("till.waste.marked_sold_out");
    face.picture = article->picture;
    const char* asked = sure.about == About::sold_out ? "till.sure.sold_out"
                        : sure.about == About::weight ? "till.sure.weight"
                                                      : "till.sure.pieces";
    face.sentence =
        desk().words.say(Phrase(asked).with("quantity", sure.quantity).with("name", article->name));
  }
  face.choices = {{"✅", say("till.sure.yes"), [this] { counter().it_is_meant(); }},
                  {"✋", say("till.sure.no"), [this] { counter().it_is_not_meant(); }}};
  return face;
}

CalmWindow::Face CalmWindow::move_direction_face() {
  using Direction = CashMove::Direction;
  set_undo("← " + say("till.go_back"), true);
  return {"💰",
          say("till.money_in_or_out"),
          say("till.move.no_sale"),
          std::nullopt,
          {{"📥", say("till.move.in"), [this] { counter().choose_direction(Direction::in); }},
           {"📤", say("till.move.out"), [this] { counter().choose_direction(Direction::out); }}}};
}

CalmWindow::Face CalmWindow::move_reason_face() {
  static const std::map<std::string, std::string> pictures{
      {"taxi", "🚕"},      {"supplies", "🛒"}, {"owed", "🧾"}, {"bank", "🏦"},
      {"change", "🪙"}, {"tips", "☕"},        {"other", "✋"}};
  set_undo("← " + say("till.go_back"), true);
  const auto direction = counter().moving().direction;
  const bool in = direction == CashMove::Direction::in;
  Face face{in ? "📥" : "📤", say("till.move.what_for"), "", std::nullopt, {}};
  for (const std::string& reason : Counter::move_reasons(direction)) {
    if (reason == tips_reason && !counter().takes_tips()) continue;
    face.choices.push_back({pictures.at(reason), say(fmt::format("till.move.reason.{}", reason)),
                            [this, reason] { counter().choose_move(reason); }});
  }
  return face;
}

// The no comes from the till.
CalmWindow::Face CalmWindow::manager_looks_face() {
  set_undo("← " + say("till.go_back"), true);
  return {
      "🤝",
      say("till.approve.manager_looks"),
      say("till.approve.till_asks"),
      counter().to_give_back(),
      {{"🔑", say("till.approve.manager_is_here"), [this] { counter().ask_manager(); }},
       {"🧾", say("till.approve.come_back"), [this] { counter().come_back_another_time(); }}}};
}

CalmWindow::Face CalmWindow::skip_face() {
  set_undo("← " + say("till.go_back"), true);
  Face face{"🧾", say("till.fiscal.why_none"), say("till.saved"), std::nullopt, {}};
  for (const std::string& reason : Counter::skip_reasons()) {
    face.choices.push_back({"", say(fmt::format("till.fiscal.skip.{}", reason)),
                            [this, reason] { counter().skip_because(reason); }});
  }
  return face;
}

// All of it went back to the card, the voucher or the account: no cash moves.
CalmWindow::Face CalmWindow::taken_back_face() {
  set_action(say("till.next_customer"), true, [this] { counter().next_customer(); });
  Money card = desk().none();
  TenderKind kind = TenderKind::account;
  for (const Tender& tender : counter().refund()->sale.priced.tenders) {
    card -= tender.amount;
    kind = std::min(kind, tender.kind);
  }
  Face face{"💳", say("till.give_back_card"), say("till.taken_back"), card, {}};
  if (kind == TenderKind::voucher)
    face = {"🎟️", say("till.back_on_voucher"), say("till.taken_back"), card, {}};
  if (kind == TenderKind::account)
    face = {"📒", say("till.off_account"), say("till.taken_back"), card, {}};
  if (counter().of_the_sale_just_made())
    face.choices.push_back({"", say("till.same_again"), [this] { counter().same_again(); }});
  return face;
}

CalmWindow::Face CalmWindow::difference_face() {
  set_action(say("till.close_the_day"), true, [this] { counter().close_anyway(); });
  const Money found = counter().difference();
  const bool less = found.negative();
  const std::string& note = counter().noted_difference();
  return {"🪙",
          say(less ? "till.drawer_has_less" : "till.drawer_has_more"),
          note.empty() ? say("till.nobody_is_blamed") : say("pos.difference_note." + note),
          less ? -found : found,
          {{"🔁", say("till.count_again"), [this] { counter().count_again(); }},
           {"📝", say("till.difference_note"), [this] { counter().choose_difference_note(); }}}};
}

// Where it may come from; nobody is named, and "not sure" is as good as any.
CalmWindow::Face CalmWindow::difference_note_face() {
  static const std::map<std::string, std::string> pictures{
      {"change", "🪙"}, {"no_slip", "🧾"}, {"not_sure", "🤷"}};
  set_undo("← " + say("till.go_back"), true);
  Face face{"📝", say("till.difference_note"), say("till.nobody_is_blamed"), std::nullopt, {}};
  for (const std::string& note : difference_notes()) {
    face.choices.push_back({pictures.at(note), say("pos.difference_note." + note),
                            [this, note] { counter().note_difference(note); }});
  }
  return face;
}

// As large as all of them beside each other can be.
void CalmWindow::fit_pieces(const wxSize& room) {
  int scale = look().px(14);
  const auto fits = [&] {
    int wide = 0;
    int high = 0;
    for (const ui::PieceLook& piece : pieces_) {
      const wxSize size = ui::piece_size(piece, scale);
      wide += size.GetWidth() + look().mm(ui::target::gap);
      high = std::max(high, size.GetHeight());
    }
    return wide <= room.GetWidth() && high <= room.GetHeight();
  };
  while (scale > 3 && !fits()) --scale;
  piece_->set_pieces(pieces_, scale);
}

void CalmWindow::lay_out(const Rooms& rooms) {
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.right.height;
  const int gap = look().mm(ui::target::gap);
  wxRect beside_undo = rooms.bottom;
  my_time_->SetSize(ui::cut_left(beside_undo, look().mm(60)));
  (void)ui::cut_top(all, look().mm(4));
  int side = shown_choices_ > 1 || shows_amount_ ? look().mm(28) : look().mm(44);
  if (shown_choices_ > 1) {
    // In a low window the picture is smaller, so that the choices stay as large as a thumb.
    const int words = look().px(50 + 34) + look().mm(5 + 2 + 5) +
                      (shows_amount_ ? look().px(110) + look().mm(2) : 0);
    // A line's may be tapped, and stands where it stands whether or not it can be.
    const bool tapped = counter().place() == Place::line;
    const int least = look().mm(tapped ? ui::target::tile : 14);
    side = std::clamp(all.height - words - look().mm(2 * 22 + 3), least, side);
  }
  const wxRect strip = ui::cut_top(all, side, look().mm(5));
  picture_->SetSize(wxRect(wxSize(side, side)).CentreIn(strip));
  piece_->SetSize(strip);
  if (!pieces_.empty()) fit_pieces(strip.GetSize());
  sentence_->SetSize(ui::cut_top(all, look().px(50), look().mm(2)));
  amount_->place(shows_amount_ ? ui::cut_top(all, look().px(110), look().mm(2)) : wxRect());
  softly_->SetSize(ui::cut_top(all, look().px(34), look().mm(5)));
  if (shown_choices_ == 1) {
    wxRect bottom = rooms.bottom;
    bottom.x = rooms.left.x;
    choices_.front()->SetSize(wxRect(bottom.GetTopLeft(), wxSize(look().mm(60), bottom.height)));
    return;
  }
  const int high = std::min(look().mm(22), (all.height - gap) / 2);
  const int columns = shown_choices_ > 6 ? 4 : shown_choices_ > 4 ? 3 : 2;
  const int wide = shown_choices_ > 6 ? all.width : all.width * 2 / 3;
  const wxRect grid = wxRect(all.x + (all.width - wide) / 2, all.y, wide, high * 2 + gap);
  const auto at = ui::cells(grid, columns, 2, gap);
  for (std::size_t i = 0; i < shown_choices_; ++i) choices_.at(i)->SetSize(at.at(i));
}

}  // namespace tilia::pos
