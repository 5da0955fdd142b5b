// The folder of the shop's own pictures: it stands beside the book, and the counter shows what lies
// in it by name.
#pragma once

#include <filesystem>
#include <string>

#include "core/phrase.h"
#include "core/result.h"

namespace tilia::app {

[[nodiscard]] std::filesystem::path picture_folder(const std::filesystem::path& book);

// Copies a PNG or JPEG of at most 8 MB there and answers the name under which an article has it:
// small letters, digits and dashes. Another picture of the same name stays; the new one gets a
// number. Throws when the folder cannot be written.
[[nodiscard]] Result<std::string, Phrase> take_picture(const std::filesystem::path& folder,
                                                       const std::filesystem::path& file);

}  // namespace tilia::app
