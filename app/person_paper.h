// A person's own copy as paper, in the organisation's language: what the signed file holds
// (app/person_file.h), for whoever reads no such file. It names no program.
#pragma once

#include "app/person_file.h"
#include "core/phrase.h"
#include "core/zone.h"
#include "reporting/document.h"

namespace tilia::app {

[[nodiscard]] reporting::Document person_document(const PersonFile& file, const Words& words,
                                                  const Zone& zone);

// The paper beside a copy, of the same stem, and the copy's own name: "amber.json" whether she was
// called that or "amber.pdf".
[[nodiscard]] std::filesystem::path paper_beside(const std::filesystem::path& file);
[[nodiscard]] std::filesystem::path copy_beside(const std::filesystem::path& file);

}  // namespace tilia::app
