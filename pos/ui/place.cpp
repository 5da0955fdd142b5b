#include "pos/ui/place.h"

#include <cstddef>

namespace tilia::pos {
namespace {

// In the order of the places, a comma between.
constexpr std::string_view codes =
    "log_in,resting,locked,morning,open_drawer,sale,line,line_number,line_price,"
    "line_percent,line_note,line_contents,sure,waiting,salon,visit,visit_services,"
    "visit_who,visit_time,visit_known_by,visit_history,orders,order_find,order,order_day,"
    "order_time,order_whose,order_name,order_look,order_placed,order_sum,order_left_out,"
    "order_back,bake,tickets,ticket_find,ticket,ticket_rack,ticket_damage,ticket_more,"
    "ticket_count,ticket_pieces,ticket_weigh,ticket_marks,ticket_day,ticket_whose,"
    "ticket_name,ticket_look,ticket_taken,tickets_unclaimed,ticket_waits,waste,"
    "waste_what,waste_why,waste_number,others,packages,package_number,package_of_visit,"
    "weigh,find,pay,voucher,account,gift,voucher_value,account_to_pay,account_sum,change,"
    "more_coins,fiscal_number,fiscal_skip,receipts,take_back,manager_looks,approve,"
    "taken_back,my_time_who,my_time,my_time_forgot,my_time_days,my_time_taps,my_time_tap,"
    "my_time_shift,my_time_ask,own,own_more,tile_size,move_direction,move_reason,move_pieces,close,"
    "count_number,bag,bag_later,bagged,bags,count_bag,difference,difference_note,closed";

constexpr std::string_view code_at(int place) {
  std::string_view left = codes;
  for (int before = place; before > 0; --before) {
    const std::size_t comma = left.find(',');
    if (comma == std::string_view::npos) return {};
    left.remove_prefix(comma + 1);
  }
  return left.substr(0, left.find(','));
}
constexpr int last = static_cast<int>(Place::closed);
static_assert(code_at(last) == "closed" && code_at(last + 1).empty());

}  // namespace

std::string_view place_code(Place place) { return code_at(static_cast<int>(place)); }

}  // namespace tilia::pos
