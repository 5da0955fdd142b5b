#include "app/till_draft.h"

#include <fstream>
#include <iterator>
#include <system_error>

namespace tilia::app {

TillDraft::TillDraft(const std::filesystem::path& book, const std::string& till,
                     const std::string& what)
    : file_(book.string() + "." + till + "." + what) {}

std::optional<std::string> TillDraft::load() {
  std::ifstream in(file_, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void TillDraft::save(const std::string& text) {
  std::filesystem::path aside = file_;
  aside += ".new";
  {
    std::ofstream out(aside, std::ios::binary | std::ios::trunc);
    out << text;
    out.flush();
    // A draft that cannot be kept never stops a sale: the old one stays.
    if (!out) return;
  }
  std::error_code ignored;
  std::filesystem::rename(aside, file_, ignored);
}

void TillDraft::clear() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

}  // namespace tilia::app
