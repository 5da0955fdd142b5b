#include "pos/ui/kept_counts.h"

#include <algorithm>
#include <sstream>

namespace tilia::pos {

KeptCounts::KeptCounts(DraftStore& store) : store_(store) {
  std::istringstream kept(store.load().value_or(""));
  std::string head;
  std::string count;
  while (std::getline(kept, head) && std::getline(kept, count)) counts_[head] = count;
}

std::optional<std::string> KeptCounts::of(const std::string& head) const {
  const auto found = counts_.find(head);
  return found == counts_.end() ? std::nullopt : std::optional(found->second);
}

void KeptCounts::keep(const std::string& head, const std::string& count) {
  counts_[head] = count;
  save();
}

void KeptCounts::keep_only(const std::vector<std::string>& heads) {
  std::erase_if(counts_, [&](const auto& each) {
    return std::ranges::find(heads, each.first) == heads.end();
  });
  save();
}

void KeptCounts::save() const {
  if (counts_.empty()) return store_.clear();
  std::string text;
  for (const auto& [head, count] : counts_) text += head + '\n' + count + '\n';
  store_.save(text);
}

}  // namespace tilia::pos
