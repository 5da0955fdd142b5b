#include "tests/db/durability/power_cut_disk.h"

#include <algorithm>

namespace tilia::db {

bool PowerCutDisk::step() {
  if (cut_) return false;
  ++operations_;
  cut_ = operations_ == cut_at_;
  return true;
}

void PowerCutDisk::apply(const NameChange& change, Names& names) {
  if (change.file) {
    names[change.name] = change.file;
  } else {
    names.erase(change.name);
  }
}

PowerCutDisk::FileHandle PowerCutDisk::open(const std::string& name, bool may_create) {
  const auto found = names_.find(name);
  if (found != names_.end()) return cut_ ? nullptr : found->second;
  if (!may_create || !step()) return nullptr;
  const NameChange made{name, std::make_shared<File>()};
  apply(made, names_);
  name_changes_.push_back(made);
  return made.file;
}

void PowerCutDisk::note_written(File& file, std::size_t from, std::size_t to) {
  for (std::size_t chunk = from / chunk_bytes; chunk * chunk_bytes < to; ++chunk) {
    if (file.known_chunks.insert(chunk).second) file.written_chunks.push_back(chunk);
  }
}

bool PowerCutDisk::write(File& file, std::size_t offset, std::span<const std::uint8_t> bytes) {
  if (!step()) return false;
  if (file.live.size() < offset + bytes.size()) {
    note_written(file, file.live.size(), offset + bytes.size());
    file.live.resize(offset + bytes.size());
  }
  std::copy(bytes.begin(), bytes.end(), file.live.begin() + static_cast<std::ptrdiff_t>(offset));
  note_written(file, offset, offset + bytes.size());
  return !cut_;
}

bool PowerCutDisk::truncate(File& file, std::size_t size) {
  if (!step()) return false;
  if (size < file.live.size()) {
    file.shortest = file.shortened ? std::min(file.shortest, size) : size;
    file.shortened = true;
  } else {
    note_written(file, file.live.size(), size);
  }
  file.live.resize(size);
  return !cut_;
}

bool PowerCutDisk::sync(File& file) {
  if (!step() || cut_) return false;
  file.durable = file.live;
  file.written_chunks.clear();
  file.known_chunks.clear();
  file.shortened = false;
  if (model_ == DiskModel::ext4_like) {
    durable_names_ = names_;
    name_changes_.clear();
  }
  return true;
}

bool PowerCutDisk::remove(const std::string& name) {
  if (!step()) return false;
  const NameChange gone{name, nullptr};
  apply(gone, names_);
  name_changes_.push_back(gone);
  return !cut_;
}

bool PowerCutDisk::sync_folder() {
  if (!step() || cut_) return false;
  durable_names_ = names_;
  name_changes_.clear();
  return true;
}

void PowerCutDisk::land(File& file) {
  enum Landing { nothing, everything, random_part, first_half };
  const auto landing = static_cast<Landing>(chance_.below(4));
  if (landing == everything) file.durable = file.live;
  if (landing == random_part || landing == first_half) {
    if (file.shortened && file.shortest < file.durable.size() && tossed())
      file.durable.resize(file.shortest);
    const std::size_t half = (file.written_chunks.size() + 1) / 2;
    for (std::size_t at = 0; at < file.written_chunks.size(); ++at) {
      const bool lands = landing == first_half ? at < half : tossed();
      const std::size_t from = file.written_chunks[at] * chunk_bytes;
      if (!lands || from >= file.live.size()) continue;
      const std::size_t to = std::min(from + chunk_bytes, file.live.size());
      if (file.durable.size() < to) file.durable.resize(to);
      std::copy(file.live.begin() + static_cast<std::ptrdiff_t>(from),
                file.live.begin() + static_cast<std::ptrdiff_t>(to),
                file.durable.begin() + static_cast<std::ptrdiff_t>(from));
    }
  }
  const std::vector<std::uint8_t> landed = std::move(file.durable);
  file = File{.live = landed, .durable = landed};
}

void PowerCutDisk::power_returns() {
  const std::uint64_t in_order = chance_.below(name_changes_.size() + 1);
  for (std::size_t at = 0; at < name_changes_.size(); ++at) {
    const bool happened = model_ == DiskModel::ext4_like ? at < in_order : tossed();
    if (happened) apply(name_changes_[at], durable_names_);
  }
  name_changes_.clear();
  for (const auto& [name, file] : durable_names_) land(*file);
  names_ = durable_names_;
  cut_ = false;
  cut_at_ = 0;
}

PowerCutDisk::Contents PowerCutDisk::contents() const {
  Contents contents;
  for (const auto& [name, file] : durable_names_) contents[name] = file->durable;
  return contents;
}

void PowerCutDisk::begin_with(const Contents& contents) {
  names_.clear();
  for (const auto& [name, bytes] : contents)
    names_[name] = std::make_shared<File>(File{.live = bytes, .durable = bytes});
  durable_names_ = names_;
  name_changes_.clear();
  cut_ = false;
  cut_at_ = 0;
}

}  // namespace tilia::db
