// A disk in memory whose power can be cut between any two operations. Each file has a live image
// (what programs see) and a durable one (what survives for certain). After the cut, of what was
// written and not synced all, nothing, a random part or the first half has landed, in chunks of 512
// bytes; of names that were made or taken away without a sync of the folder, some have happened.
//
//   PowerCutDisk disk(DiskModel::strict_posix, chance);
//   disk.cut_at(17);               // the 17th operation from now is the last that may reach the
//   disk … use it until it fails … disk.power_returns();
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/chance.h"

namespace tilia::db {

enum class DiskModel {
  strict_posix,  // only a sync of the folder makes names last; each name change stands alone
  ext4_like,     // name changes happen in their order, and any sync makes those before it last
};

class PowerCutDisk {
 public:
  struct File {
    std::vector<std::uint8_t> live = {};
    std::vector<std::uint8_t> durable = {};
    std::vector<std::size_t> written_chunks =
        {};                                   // since the last sync, in the order of first writing
    std::set<std::size_t> known_chunks = {};  // the same, to look up
    std::size_t shortest = 0;                 // length that a truncation since the last sync left
    bool shortened = false;
  };
  using FileHandle = std::shared_ptr<File>;

  PowerCutDisk(DiskModel model, Chance& chance) : model_(model), chance_(chance) {}

  // The operation of that number from now (1 is the next) is the last one that may reach the disk.
  void cut_at(std::int64_t operation) { cut_at_ = operations_ + operation; }
  [[nodiscard]] bool is_cut() const { return cut_; }
  [[nodiscard]] std::int64_t operations() const { return operations_; }
  void power_returns();

  // Each answers false when there is no power any more.
  [[nodiscard]] FileHandle open(const std::string& name, bool may_create);
  [[nodiscard]] bool exists(const std::string& name) const { return names_.contains(name); }
  [[nodiscard]] bool write(File& file, std::size_t offset, std::span<const std::uint8_t> bytes);
  [[nodiscard]] bool truncate(File& file, std::size_t size);
  [[nodiscard]] bool sync(File& file);
  [[nodiscard]] bool remove(const std::string& name);
  [[nodiscard]] bool sync_folder();

  // All that is durable now, to begin another story from here. Nobody may have a file open.
  using Contents = std::map<std::string, std::vector<std::uint8_t>>;
  [[nodiscard]] Contents contents() const;
  void begin_with(const Contents& contents);

 private:
  static constexpr std::size_t chunk_bytes = 512;
  struct NameChange {
    std::string name;
    FileHandle file;  // nothing: the name goes away
  };
  using Names = std::map<std::string, FileHandle>;

  [[nodiscard]] bool step();  // false: the power is gone
  void note_written(File& file, std::size_t from, std::size_t to);
  void land(File& file);
  static void apply(const NameChange& change, Names& names);
  [[nodiscard]] bool tossed() { return chance_.below(2) == 0; }

  DiskModel model_;
  Chance& chance_;
  Names names_;
  Names durable_names_;
  std::vector<NameChange> name_changes_;  // since the folder was last synced
  std::int64_t operations_ = 0;
  std::int64_t cut_at_ = 0;
  bool cut_ = false;
};

}  // namespace tilia::db
