#include "tests/reporting/written_pdf.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tilia::reporting {
namespace {

std::string answer_of(const std::string& command) {
  std::string answer;
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return "cannot run " + command;
  std::array<char, 4096> part{};
  while (const std::size_t got = std::fread(part.data(), 1, part.size(), pipe))
    answer.append(part.data(), got);
  const int status = pclose(pipe);
  return status == 0 ? answer : answer + "\nfailed: " + command;
}

void write_file(const std::filesystem::path& file, const char* bytes, std::size_t size) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes, static_cast<std::streamsize>(size));
}

void write_pdf(const std::filesystem::path& file, const PdfBytes& bytes) {
  write_file(file, reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

}  // namespace

WrittenPdf::WrittenPdf(const PdfBytes& bytes) {
  std::string folder = (std::filesystem::temp_directory_path() / "paper-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder for a paper");
  folder_ = folder;
  write_pdf(folder_ + "/paper.pdf", bytes);
}

WrittenPdf::~WrittenPdf() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string WrittenPdf::text() const {
  return answer_of("pdftotext -layout '" + folder_ + "/paper.pdf' - 2>&1");
}
std::string WrittenPdf::about() const {
  return answer_of("pdfinfo '" + folder_ + "/paper.pdf' 2>&1");
}
std::string WrittenPdf::fonts() const {
  return answer_of("pdffonts '" + folder_ + "/paper.pdf' 2>&1");
}

void expect_golden(const PdfBytes& paper, const std::string& name) {
  if (const char* kept = std::getenv("KEEP_PAPERS"))
    write_pdf(std::filesystem::path(kept) / (name + ".pdf"), paper);
  const std::filesystem::path golden =
      std::filesystem::path(TILIA_SOURCE) / "tests/goldens/papers" / (name + ".txt");
  const std::string text = WrittenPdf(paper).text();
  if (std::getenv("UPDATE_GOLDENS") != nullptr) {
    std::filesystem::create_directories(golden.parent_path());
    write_file(golden, text.data(), text.size());
    return;
  }
  std::ifstream in(golden, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(text, expected) << "If the change is meant: UPDATE_GOLDENS=1, and look at the paper.";
}

}  // namespace tilia::reporting
