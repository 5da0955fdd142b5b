#include "pos/ui/pad_window.h"

#include <fmt/format.h>

#include "pos/ui/tickets_screen.h"

namespace tilia::pos {

PadWindow::PadWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      sentence_(new ui::TextLabel(this, look(), 24, true, ui::TextLabel::Tone::ink)),
      typed_(new ui::TextLabel(this, look(), 48, true, ui::TextLabel::Tone::ink)),
      pad_(new ui::KeyPad(this, look())),
      card_(new ui::Card(this, look())),
      picture_(new ui::Tile(card_, look())),
      piece_(new ui::MoneyPiece(card_, look(), ui::MoneyPiece::Use::shown)),
      name_(new ui::TextLabel(card_, look(), ui::type::button, false, ui::TextLabel::Tone::soft,
                              ui::Across::centre)),
      amount_(new ui::AmountLabel(card_, look(), ui::type::total, ui::Across::centre)),
      skip_(quiet("",
                  [this] {
                    if (counter().place() == Place::bag) {
                      while (!counter().typed().empty()) counter().type_back();
                      counter().bag_done();
                    } else {
                      counter().skip_fiscal_number();
                    }
                  })),
      row_(quiet(say("till.count.row_of_ten"), [this] { counter().add_row(); })),
      roll_(quiet("", [this] { counter().add_roll(); })),
      weigh_(quiet("", [this] {
        counter().place() == Place::count_number ? counter().weigh_coins() : counter().read_scale();
      })) {
  const auto intake = [this](ui::ActionButton::Kind kind, const char* label,
                             std::function<void(TicketIntake&)> what) {
    auto* button = new ui::ActionButton(this, look(), kind, label);
    presses(button, [this, what = std::move(what)] {
      counter().at_tickets([&](TicketsScreen& tickets) { tickets.at_intake(what); });
    });
    return button;
  };
  using Kind = ui::ActionButton::Kind;
  less_ = intake(Kind::key, "−", [](TicketIntake& in) { in.more(-1); });
  more_ = intake(Kind::key, "+", [](TicketIntake& in) { in.more(1); });
  in_detail_ = intake(Kind::quiet, "", [](TicketIntake& in) { in.in_detail(); });
  in_detail_->set_label(say("till.ticket.in_detail"));
  in_detail_->set_picture("👕");
  picture_->Enable(false);
  pad_->on_digit = [this](char digit, long at) {
    this->desk().act(at, [this, digit] { counter().type(std::string(1, digit)); });
  };
  pad_->on_back = [this](long at) { this->desk().act(at, [this] { counter().type_back(); }); };
}

void PadWindow::refresh() {
  set_undo("← " + say("till.go_back"), true);
  const Place place = counter().place();
  const bool counting = place == Place::count_number;
  skip_->Show(place == Place::bag || place == Place::fiscal_number);
  for (ui::Control* part : {static_cast<ui::Control*>(row_), static_cast<ui::Control*>(roll_),
                            static_cast<ui::Control*>(weigh_)})
    part->Show(false);
  for (ui::Control* part : {less_, more_, in_detail_}) part->Show(place == Place::ticket_count);
  picture_->Show(!counting);
  amount_->Show();
  piece_->Show(counting);
  if (place == Place::weigh) refresh_weighing();
  if (place == Place::line_number || place == Place::line_price)
    refresh_line(place == Place::line_price);
  if (place == Place::count_number) refresh_count();
  if (place == Place::bag || place == Place::bag_later) refresh_bag(place == Place::bag_later);
  if (place == Place::fiscal_number) refresh_fiscal();
  if (place == Place::voucher) refresh_voucher();
  if (place == Place::waste_number) refresh_waste();
  if (place == Place::ticket_rack) refresh_rack();
  if (place == Place::package_number) refresh_package();
  if (place == Place::ticket_count) refresh_bag_pieces();
  if (place == Place::ticket_weigh) refresh_piece_weight();
  lay_out_now();
}

void PadWindow::refresh_weighing() {
  const Article* article = counter().weighed();
  const Quantity quantity = Quantity::from_thousandths(counter().grams());
  sentence_->set_text(say("till.how_many_grams"));
  weigh_->Show(counter().can_read_scale());
  weigh_->set_label(say("till.scale.read"));
  typed_->set_text(desk().words.say(Phrase("till.grams").with("grams", counter().grams())));
  picture_->set_face({.picture = article->picture, .name = "", .price = {}, .badge = ""});
  name_->set_text(article->name);
  amount_->set("", desk().amount(line_amount(*article, {article->code, quantity})),
               look().colours().ink);
  set_action(say("till.put_on_tray"), counter().grams() > 0, [this] { counter().weigh_done(); });
}

// How many of it, or what one costs.
void PadWindow::refresh_line(bool price) {
  const Article* article = counter().opened_article();
  if (article == nullptr) return;
  const bool typed = !counter().typed().empty();
  Cart::Line line = counter().opened_line();
  if (typed && price) line.own_price = UnitPrice{counter().typed_price()};
  if (typed && !price) line.quantity = Quantity::pieces(std::stoll(counter().typed()));
  const std::string each = desk().words.amount_with_currency(counter().typed_price());
  sentence_->set_text(say(price ? "till.line.what_costs_one" : "till.line.how_many"));
  typed_->set_text(!typed ? "…" : price ? each : counter().typed());
  picture_->set_face({.picture = article->picture, .name = "", .price = {}, .badge = ""});
  name_->set_text(article->name);
  amount_->set("", desk().amount(line_amount(*article, line)), look().colours().ink);
  set_action(say("till.done"), typed,
             [this, price] { price ? counter().line_price_done() : counter().line_number_done(); });
}

void PadWindow::refresh_count() {
  const Piece& piece = counter().doors().pack.pieces.at(counter().typed_piece());
  const bool by_weight = counter().weighing_coins();
  const bool coin = piece.kind == Piece::Kind::coin;
  piece_look_ = piece_shown(piece);
  sentence_->set_text(say(by_weight ? "till.count.how_heavy" : "till.count.how_many"));
  typed_->set_text(counter().typed().empty() ? "…"
                   : by_weight
                       ? desk().words.say(Phrase("till.grams").with("grams", counter().typed()))
                       : counter().typed());
  name_->set_text(fmt::format("{} ×", counter().typed_count()));
  const std::vector<CountedPiece> counted{{piece.value, counter().typed_count()}};
  amount_->set("", desk().amount(sum_of(counted, piece.value.currency())), look().colours().ink);
  row_->Show(coin && !by_weight);
  roll_->Show(coin && !by_weight && piece.roll > 0);
  roll_->set_label(desk().words.say(Phrase("till.count.roll").with("pieces", piece.roll)));
  weigh_->Show(coin && counter().can_weigh_coins());
  weigh_->set_label(say(by_weight ? "till.count.by_number" : "till.count.by_weight"));
  set_action(say("till.done"), !counter().typed().empty(),
             [this] { counter().count_number_done(); });
}

// Of a bag that is counted later no amount is shown: what was counted is not what is in it.
void PadWindow::refresh_bag(bool later) {
  sentence_->set_text(say(later ? "till.bag.type_number_later" : "till.bag.type_number"));
  typed_->set_text(counter().typed().empty() ? "…" : counter().typed());
  picture_->set_face({.picture = "👝", .name = "", .price = {}, .badge = ""});
  name_->set_text(say(later ? "till.bag.counted_later" : "till.counted"));
  amount_->Show(!later);
  amount_->set("", desk().amount(counter().count().total()), look().colours().ink);
  skip_->set_label(say("till.bag.none"));
  set_action(say("till.done"), !counter().typed().empty(),
             [this, later] { later ? counter().bag_later_done() : counter().bag_done(); });
}

void PadWindow::refresh_voucher() {
  sentence_->set_text(say("till.voucher.scan"));
  typed_->set_text(counter().typed().empty() ? "…" : counter().typed());
  picture_->set_face({.picture = "🎟️", .name = "", .price = {}, .badge = ""});
  name_->set_text(say("till.still_to_pay"));
  amount_->set("", desk().amount(counter().paying().still_to_pay()), look().colours().ink);
  set_action(say("till.done"), !counter().typed().empty(), [this] { counter().voucher_typed(); });
}

// What of it and why stand beside the number: all that is noted is seen before it is.
void PadWindow::refresh_waste() {
  const WasteScreen& waste = counter().waste();
  const bool weighed = waste.article().unit == Unit::kg;
  const std::string why = waste.reason() == given_away_reason
                              ? say("till.waste.given_away")
                              : say("till.waste.reason." + waste.reason());
  sentence_->set_text(
      fmt::format("{} · {}", why, say(weighed ? "till.how_many_grams" : "till.waste.how_many")));
  const std::string number = waste.typed().empty() ? "…" : waste.typed();
  typed_->set_text(weighed ? desk().words.say(Phrase("till.grams").with("grams", number)) : number);
  picture_->set_face({.picture = waste.article().picture, .name = "", .price = {}, .badge = ""});
  name_->set_text(waste.article().name);
  amount_->Show(false);
  set_action(say("till.waste.note"), !waste.typed().empty(), [this] { counter().note_waste(); });
}

void PadWindow::refresh_rack() {
  const TicketsScreen& tickets = counter().tickets();
  sentence_->set_text(say("till.ticket.which_place"));
  typed_->set_text(tickets.typed().empty() ? "…" : tickets.typed());
  picture_->set_face({.picture = "🧺", .name = "", .price = {}, .badge = ""});
  name_->set_text(fmt::format("№ {}", tickets.opened().ticket.number));
  amount_->Show(false);
  set_action(say("till.ticket.hang_up"), !tickets.typed().empty(),
             [this] { counter().at_tickets([](TicketsScreen& screen) { screen.hang_up(); }); });
}

void PadWindow::refresh_package() {
  sentence_->set_text(say("till.package.scan"));
  typed_->set_text(counter().typed().empty() ? "…" : counter().typed());
  picture_->set_face({.picture = "🎫", .name = "", .price = {}, .badge = ""});
  name_->set_text(say("till.package.on_card"));
  amount_->Show(false);
  set_action(say("till.done"), !counter().typed().empty(),
             [this] { counter().package_number_done(); });
}

void PadWindow::refresh_bag_pieces() {
  const int many = counter().tickets().intake().bag_pieces();
  sentence_->set_text(say("till.ticket.how_many"));
  typed_->set_text(many == 0 ? "…" : fmt::format("{}", many));
  picture_->set_face({.picture = "👜", .name = "", .price = {}, .badge = ""});
  name_->set_text(say("till.ticket.count_the_bag"));
  amount_->Show(false);
  less_->Enable(many > 0);
  more_->Enable(many < most_bag_pieces);
  set_action(say("till.visit.next"), many > 0, [this] {
    counter().at_tickets(
        [](TicketsScreen& tickets) { tickets.at_intake([](TicketIntake& in) { in.counted(); }); });
  });
}

void PadWindow::refresh_piece_weight() {
  const TicketIntake& intake = counter().tickets().intake();
  const Article& article = intake.weighed();
  const Quantity quantity = Quantity::from_thousandths(intake.grams());
  sentence_->set_text(say("till.how_many_grams"));
  weigh_->Show(counter().can_read_scale());
  weigh_->set_label(say("till.scale.read"));
  typed_->set_text(desk().words.say(Phrase("till.grams").with("grams", intake.grams())));
  picture_->set_face({.picture = article.picture, .name = "", .price = {}, .badge = ""});
  name_->set_text(article.name);
  amount_->set("", desk().amount(line_amount(article, {article.code, quantity})),
               look().colours().ink);
  set_action(say("till.ticket.into_bag"), intake.grams() > 0, [this] {
    counter().at_tickets([](TicketsScreen& tickets) {
      tickets.at_intake([](TicketIntake& in) { in.weigh_done(); });
    });
  });
}

void PadWindow::refresh_fiscal() {
  sentence_->set_text(say("till.fiscal.type_number"));
  typed_->set_text(counter().typed().empty() ? "…" : counter().typed());
  picture_->set_face({.picture = "🧾", .name = "", .price = {}, .badge = ""});
  name_->set_text(say("till.fiscal.amount_for_device"));
  const PricedSale& priced = counter().giving().sale().priced;
  amount_->set("", desk().amount(priced.total), look().colours().ink);
  skip_->set_label(say("till.fiscal.skip"));
  set_action(say("till.done"), !counter().typed().empty(),
             [this] { counter().fiscal_number_done(); });
}

void PadWindow::lay_out(const Rooms& rooms) {
  wxRect left = rooms.left;
  sentence_->SetSize(ui::cut_top(left, look().px(56), look().mm(2)));
  typed_->SetSize(ui::cut_top(left, look().px(72), look().mm(3)));
  const wxSize own = pad_->own_size();
  pad_->SetSize(
      {left.GetTopLeft(), wxSize(own.GetWidth(), std::min(own.GetHeight(), left.height))});
  wxRect beside = left;
  beside.height = pad_->GetSize().GetHeight();
  (void)ui::cut_left(beside, own.GetWidth(), look().mm(8));
  const auto steps = ui::cells(beside, 2, 2, look().mm(ui::target::gap));
  less_->SetSize(steps.at(0));
  more_->SetSize(steps.at(1));
  in_detail_->SetSize(steps.at(2).Union(steps.at(3)));
  card_->SetSize(rooms.right);
  wxRect inside = wxRect(rooms.right.GetSize()).Deflate(look().mm(6));
  const int side = look().mm(40);
  const wxRect strip = ui::cut_top(inside, side, look().mm(4));
  picture_->SetSize(wxRect(wxSize(side, side)).CentreIn(strip));
  piece_->SetSize(strip);
  if (piece_->IsShown()) {
    int scale = look().px(18);
    while (scale > 3 && (ui::piece_size(piece_look_, scale).GetWidth() > strip.width ||
                         ui::piece_size(piece_look_, scale).GetHeight() > strip.height))
      --scale;
    piece_->set_pieces({piece_look_}, scale);
  }
  piece_->set_ground(look().colours().card);
  name_->SetSize(ui::cut_top(inside, look().px(34), look().mm(4)));
  amount_->SetSize(ui::cut_top(inside, look().px(90)));
  for (ui::Control* part : {static_cast<ui::Control*>(picture_), static_cast<ui::Control*>(name_),
                            static_cast<ui::Control*>(amount_)}) {
    part->set_ground(look().colours().card);
  }
  wxRect bottom = rooms.bottom;
  skip_->SetSize({bottom.GetTopLeft(), wxSize(look().mm(60), bottom.height)});
  const auto three = ui::cells(bottom, 3, 1, look().mm(ui::target::gap));
  row_->SetSize(three.at(0));
  roll_->SetSize(three.at(1));
  weigh_->SetSize(three.at(2));
}

}  // namespace tilia::pos
