#include "pos/ui/approving_rest.h"

#include <algorithm>

namespace tilia::pos {

ApprovingRest ApprovingRest::parse(std::string_view text) {
  ApprovingRest rest;
  if (text.empty() || text[0] < '0' || text[0] >= '0' + misses_before_rest) return rest;
  rest.misses_ = text[0] - '0';
  if (text.size() > 2 && text[1] == ' ') rest.until_ = Instant::parse(text.substr(2));
  return rest;
}

std::string ApprovingRest::text() const {
  return std::to_string(misses_) + (until_ ? ' ' + until_->text() : "");
}

bool ApprovingRest::rests(const Instant& now) {
  if (until_ && now >= *until_) until_.reset();
  if (until_) until_ = std::min(*until_, now.plus_seconds(rests_seconds));
  return until_.has_value();
}

bool ApprovingRest::missed(const Instant& now) {
  if (++misses_ < misses_before_rest) return false;
  misses_ = 0;
  until_ = now.plus_seconds(rests_seconds);
  return true;
}

void ApprovingRest::approved() { misses_ = 0; }

}  // namespace tilia::pos
