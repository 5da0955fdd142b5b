// How many pictures stand on a page: as each person likes it, and the screen has room for.
#include <sstream>

#include "pos/ui/counter.h"

namespace tilia::pos {

std::size_t Counter::wished_tiles() const {
  std::istringstream kept(doors_.tile_counts.load().value_or(""));
  std::string picture;
  std::size_t count = 0;
  while (kept >> picture >> count)
    if (person_ && picture == person_->picture) return count;
  return tile_counts.front();
}

void Counter::look_at_wished_tiles() {
  const std::size_t wished = wished_tiles();
  std::size_t fitting = tile_counts.front();
  for (const std::size_t count : tile_counts)
    if (count <= wished && tiles_fit(count)) fitting = count;
  if (fitting == tiles_) return;
  tiles_ = fitting;
  tab_ = 0;
  page_ = 0;
  // Set out anew, of the articles that were read: no price changes under a tray.
  shelf_reading_ = 0;
}

void Counter::room_for_tiles(std::size_t most) {
  if (most == room_for_tiles_) return;
  room_for_tiles_ = most;
  look_at_wished_tiles();
}

void Counter::size_of_pictures() {
  if (place_ == Place::own_more) go(Place::tile_size);
}

void Counter::choose_tile_count(std::size_t count) {
  if (place_ != Place::tile_size || !person_) return;
  std::istringstream kept(doors_.tile_counts.load().value_or(""));
  std::ostringstream changed;
  std::string picture;
  std::size_t other = 0;
  while (kept >> picture >> other)
    if (picture != person_->picture) changed << picture << ' ' << other << '\n';
  changed << person_->picture << ' ' << count << '\n';
  doors_.tile_counts.save(changed.str());
  look_at_wished_tiles();
  go(Place::sale);
}

}  // namespace tilia::pos
