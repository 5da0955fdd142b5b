#include "pos/ui/order_row.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/minute_of_day.h"
#include "core/ui/cut.h"

namespace tilia::pos {
namespace {

constexpr const char* each_week = "🔁";  // a day of a standing order that nobody touched yet
constexpr const char* unknown_article = "📦";

}  // namespace

std::string weekday_text(const Day& day, const Words& words) {
  return words.say(
      Phrase("till.order.weekday")
          .with("weekday", words.say(fmt::format("till.weekday.{}", day.weekday_from_monday())))
          .with("number", std::to_string(day.day_of_month())));
}

OrderFace order_face(const DueOrder& due, bool with_day, const Desk& desk) {
  const Order& order = due.order;
  OrderFace face{.picture = due.picture,
                 .name = due.whose,
                 .number = order.number == 0 ? each_week : fmt::format("№ {}", order.number),
                 .when = order.minute ? minute_of_day_text(*order.minute) : "",
                 .parts = {},
                 .paid = OrderFace::Paid::nothing,
                 .paid_words = {}};
  if (with_day) {
    const int ahead = desk.counter.orders().today().days_until(order.day);
    const bool this_week = ahead >= 0 && ahead < OrdersScreen::days_shown;
    face.when = this_week ? weekday_text(order.day, desk.words)
                          : fmt::format("{}.{}.", order.day.day_of_month(), order.day.month());
  }
  for (const OrderLine& line : order.lines) {
    const Article* article = desk.counter.shelf().article(line.article);
    const bool one = line.quantity == Quantity::pieces(1);
    const bool weighed = article != nullptr && article->unit == Unit::kg;
    const Phrase kilograms = Phrase("till.kilograms").with("quantity", line.quantity);
    face.parts.push_back({article == nullptr ? unknown_article : article->picture,
                          weighed ? desk.words.say(kilograms)
                          : one   ? ""
                                  : fmt::format("× {}", line.quantity.text())});
  }
  const Money total = total_of(order.lines, due.paid.currency());
  if (due.paid.is_zero()) {
    face.paid_words = desk.say("till.order.not_paid");
  } else if (due.paid < total) {
    face.paid = OrderFace::Paid::part;
    face.paid_words = "½ " + desk.say("till.order.part_paid");
  } else {
    face.paid = OrderFace::Paid::all;
    face.paid_words = "✓ " + desk.say("till.order.paid");
  }
  return face;
}

void draw_parts(ui::Painter& painter, wxRect room, const std::vector<OrderFace::Part>& parts) {
  const ui::Look& look = painter.look();
  const int side = std::min(room.height, look.px(34));
  const int dots = look.px(28);
  const ui::TextStyle style{.size = look.px(ui::type::counter_least),
                            .bold = true,
                            .colour = look.colours().ink,
                            .across = ui::Across::left};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const OrderFace::Part& part = parts[i];
    const int words =
        part.many.empty() ? 0 : painter.text_width(part.many, style.size, true) + look.px(6);
    const bool last = i + 1 == parts.size();
    if (side + words + (last ? 0 : dots) > room.width)
      return painter.text("…", {room.x, room.y, std::min(dots, room.width), room.height}, style);
    const wxRect strip = ui::cut_left(room, side, look.px(4));
    painter.picture(part.picture, {strip.x, strip.y + (strip.height - side) / 2, side, side});
    if (words > 0) painter.text(part.many, ui::cut_left(room, words, look.px(10)), style);
  }
}

void draw_paid(ui::Painter& painter, const wxRect& room, OrderFace::Paid paid,
               const std::string& words, ui::Across across) {
  const ui::Look& look = painter.look();
  const ui::Palette& palette = look.colours();
  const bool all = paid == OrderFace::Paid::all;
  const bool part = paid == OrderFace::Paid::part;
  painter.label(words, room,
                {.size = look.px(ui::type::counter),
                 .bold = all || part,
                 .colour = all    ? palette.go
                           : part ? palette.got
                                  : palette.soft,
                 .across = across});
}

void OrderRow::set_face(OrderFace face) {
  if (face == face_) return;
  face_ = std::move(face);
  SetName(wxString::FromUTF8(face_.name));
  Refresh();
}

void OrderRow::draw(ui::Painter& painter, const wxRect& area) {
  const ui::Palette& palette = look().colours();
  painter.round_rect(area, look().px(14), held() ? palette.tint : palette.card, palette.line,
                     look().px(2));
  wxRect room = wxRect(area).Deflate(look().px(12), look().px(8));
  wxRect left = ui::cut_left(room, look().px(72), look().px(10));
  const wxRect number = ui::cut_bottom(left, look().px(26));
  const int side = std::min({left.width, left.height, look().px(60)});
  painter.picture(face_.picture, {left.x + (left.width - side) / 2,
                                  left.y + (left.height - side) / 2, side, side});
  const ui::TextStyle soft{.size = look().px(ui::type::counter_least),
                           .bold = false,
                           .colour = palette.soft,
                           .across = ui::Across::centre};
  if (face_.number == each_week) {
    const int small = std::min(number.height, look().px(24));
    painter.picture(each_week, {number.x + (number.width - small) / 2, number.y, small, small});
  } else {
    painter.text(face_.number, number, soft);
  }
  wxRect right = ui::cut_right(room, room.width * 44 / 100, look().px(8));
  const wxRect paid = ui::cut_bottom(right, right.height / 2);
  ui::TextStyle strong{
      .size = look().px(24), .bold = true, .colour = palette.ink, .across = ui::Across::right};
  painter.label(face_.when, right, strong);
  draw_paid(painter, paid, face_.paid, face_.paid_words, ui::Across::right);
  const wxRect parts = ui::cut_bottom(room, room.height / 2);
  strong.across = ui::Across::left;
  painter.label(face_.name, room, strong);
  draw_parts(painter, parts, face_.parts);
}

}  // namespace tilia::pos
