// Where the counter stands: one screen each.
#pragma once

#include <string_view>

namespace tilia::pos {

enum class Place {
  log_in,
  resting,  // "Back soon": a calm closed screen until a PIN
  locked,   // closed at once, or after a while of quiet: says nothing of anybody
  morning,  // yesterday's drawer is still open
  open_drawer,
  sale,
  line,  // one line of the tray: how many, another price, away with it
  line_number,
  line_price,
  line_percent,
  line_note,
  line_contents,   // what is in it that has to be named
  sure,            // is it meant? far outside of what is usual here
  waiting,         // the trays that wait
  salon,           // the day of its people and chairs
  visit,           // one of its appointments
  visit_services,  // of a new one: what, by whom, when, known by which picture
  visit_who,
  visit_time,
  visit_known_by,
  visit_history,  // what was done for her, and what is noted of today
  orders,         // of a day
  order_find,
  order,      // one of them
  order_day,  // of a new one: when, whose, and all of it before it is placed
  order_time,
  order_whose,
  order_name,
  order_look,
  order_placed,    // is something paid now?
  order_sum,       // what of it
  order_left_out,  // is it meant?
  order_back,      // what was paid early goes back
  bake,            // what is to bake on a day
  tickets,         // of a laundry, by the day on which they are due
  ticket_find,
  ticket,         // one of them, piece by piece
  ticket_rack,    // where what is ready hangs
  ticket_damage,  // what went wrong with a piece
  ticket_more,    // its papers, what is in it, a load of its own
  ticket_count,   // of a new one: how many, which, until when, whose, and all of it
  ticket_pieces,
  ticket_weigh,
  ticket_marks,
  ticket_day,
  ticket_whose,
  ticket_name,
  ticket_look,
  ticket_taken,       // is something paid now?
  tickets_unclaimed,  // what nobody fetched, the longest waiting first
  ticket_waits,       // one of these: what was done about it
  waste,              // which one was wasted, given away, or is sold out
  waste_what,         // which of these
  waste_why,
  waste_number,
  others,            // what somebody paid for whoever comes
  packages,          // which are offered, and the way to one by its number
  package_number,    // of its card, typed
  package_of_visit,  // whoever was served has one: is it used?
  weigh,
  find,
  pay,
  voucher,         // its number is scanned or typed
  account,         // whose takes the rest
  gift,            // the change: a gift or a tip
  voucher_value,   // of one that is sold
  account_to_pay,  // whose is paid
  account_sum,     // and what of it
  change,
  more_coins,  // the customer adds pieces after the sale was posted
  fiscal_number,
  fiscal_skip,
  receipts,  // which one something comes back of
  take_back,
  manager_looks,  // above the shop's limit: now, or with a slip another time
  approve,        // a manager's picture and number
  taken_back,
  my_time_who,     // whose own time it is: her picture and number
  my_time,         // whether she is here, her next shifts, what she asked for
  my_time_forgot,  // which tap was forgotten, and when it should have been
  my_time_days,    // which days off she asks for
  my_time_taps,    // which of her taps was wrong
  my_time_tap,     // one of them: shall it count no more?
  my_time_shift,   // one of her shifts: shall somebody else take it?
  my_time_ask,     // one thing that she asked for
  own,             // behind one's own picture: close the day, money in and out, somebody else
  own_more,        // size of the pictures, colours, switching off
  tile_size,
  move_direction,
  move_reason,
  move_pieces,
  close,
  count_number,  // of one piece, typed
  bag,
  bag_later,  // the number of a bag that is counted another time
  bagged,
  bags,  // which of those that wait
  count_bag,
  difference,
  difference_note,
  closed,
};
[[nodiscard]] std::string_view place_code(Place place);

}  // namespace tilia::pos
