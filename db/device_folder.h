// What this machine keeps for itself about one book, apart from the book: whoever copies, steals or
// brings back the book does not have it. Small files that only this account reads, in a folder by
// the book's id below the account's own data.
//
//   const DeviceFolder folder = DeviceFolder::of_book(base, book);
//   folder.write("station-key-T1", bytes);
//   folder.read("station-key-T1")            -> the bytes; nothing where there is no such file
//
// Practice books of one seed share an id: theirs is told apart by where they stand. Throws
// BookFault (read_only, disk_full) where a file cannot be written.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "db/connection.h"

namespace tilia::db {

class BookFile;

class DeviceFolder {
 public:
  [[nodiscard]] static DeviceFolder of_book(const std::filesystem::path& base, BookFile& book);
  // Of a book that will stand at `place`.
  [[nodiscard]] static DeviceFolder of_book(const std::filesystem::path& base, BookFile& book,
                                            const std::filesystem::path& place);
  explicit DeviceFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] const std::filesystem::path& path() const { return folder_; }
  [[nodiscard]] std::optional<Bytes> read(const std::string& name) const;
  // Whole or not at all, and on the disk when it returns.
  void write(const std::string& name, std::span<const std::uint8_t> bytes) const;
  void forget(const std::string& name) const;
  // Of the files whose names begin so, as read() takes them, in order.
  [[nodiscard]] std::vector<std::string> names(const std::string& beginning) const;
  // For a book that has just been made: there can be no memory of it.
  void forget_everything() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace tilia::db
