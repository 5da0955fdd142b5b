#include "reporting/pdf_face.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace tilia::reporting {
namespace {

// Big-endian reading out of a font file, never beyond its end.
class FontTables {
 public:
  FontTables(const std::vector<std::uint8_t>& bytes, const std::filesystem::path& file)
      : bytes_(bytes), file_(file) {}

  [[nodiscard]] std::size_t u16(std::size_t at) const {
    if (at + 2 > bytes_.size()) throw broken();
    return static_cast<std::size_t>(bytes_[at] << 8 | bytes_[at + 1]);
  }
  [[nodiscard]] std::size_t u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }
  [[nodiscard]] std::size_t table(std::string_view name) const {
    for (std::size_t entry = 0; entry < u16(4); ++entry) {
      const std::size_t at = 12 + 16 * entry;
      if (at + 16 > bytes_.size()) throw broken();
      if (std::equal(name.begin(), name.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(at)))
        return u32(at + 8);
    }
    throw broken();
  }
  [[nodiscard]] std::runtime_error broken() const {
    return std::runtime_error("no TrueType font: " + file_.string());
  }

 private:
  const std::vector<std::uint8_t>& bytes_;
  const std::filesystem::path& file_;
};

// The subtable for Unicode, format 4: the only one that fonts of Latin and Cyrillic need.
std::size_t unicode_subtable(const FontTables& font) {
  const std::size_t cmap = font.table("cmap");
  for (std::size_t entry = 0; entry < font.u16(cmap + 2); ++entry) {
    const std::size_t at = cmap + font.u32(cmap + 4 + 8 * entry + 4);
    if (font.u16(at) == 4) return at;
  }
  throw font.broken();
}

std::size_t glyph_of(const FontTables& font, std::size_t subtable, std::size_t segment,
                     std::size_t letter) {
  const std::size_t twice_segments = font.u16(subtable + 6);
  const std::size_t starts = subtable + 16 + twice_segments + 2 * segment;
  const std::size_t deltas = starts + twice_segments;
  const std::size_t offsets = deltas + twice_segments;
  const std::size_t offset = font.u16(offsets);
  if (offset == 0) return (letter + font.u16(deltas)) & 0xFFFF;
  const std::size_t glyph = font.u16(offsets + offset + 2 * (letter - font.u16(starts)));
  return glyph == 0 ? 0 : (glyph + font.u16(deltas)) & 0xFFFF;
}

}  // namespace

std::vector<char32_t> code_points(std::string_view utf8) {
  std::vector<char32_t> letters;
  letters.reserve(utf8.size());
  const auto byte = [utf8](std::size_t at) -> char32_t {
    return static_cast<unsigned char>(utf8[at]);
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t first = byte(at++);
    const int more = first < 0x80 ? 0 : first < 0xC0 ? -1 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    if (more < 0) {
      letters.push_back(U'\uFFFD');
      continue;
    }
    char32_t letter = more == 0 ? first : first & (char32_t{0x3F} >> more);
    int read = 0;
    for (; read < more && at < utf8.size() && (byte(at) & 0xC0) == 0x80; ++read)
      letter = letter << 6 | (byte(at++) & 0x3F);
    letters.push_back(read == more ? letter : U'\uFFFD');
  }
  return letters;
}

void append_utf8(std::string& text, char32_t letter) {
  const auto add = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (letter < 0x80) return add(letter);
  if (letter < 0x800) {
    add(0xC0 | letter >> 6);
  } else if (letter < 0x10000) {
    add(0xE0 | letter >> 12);
    add(0x80 | (letter >> 6 & 0x3F));
  } else {
    add(0xF0 | letter >> 18);
    add(0x80 | (letter >> 12 & 0x3F));
    add(0x80 | (letter >> 6 & 0x3F));
  }
  add(0x80 | (letter & 0x3F));
}

PdfFace::PdfFace(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  bytes_.assign(std::istreambuf_iterator<char>(in), {});
  if (!in || bytes_.empty()) throw std::runtime_error("cannot read the font " + file.string());

  const FontTables font(bytes_, file);
  const std::size_t units_per_em = font.u16(font.table("head") + 18);
  const std::size_t widths = font.u16(font.table("hhea") + 34);
  const std::size_t hmtx = font.table("hmtx");
  const std::size_t subtable = unicode_subtable(font);
  const std::size_t twice_segments = font.u16(subtable + 6);
  if (units_per_em == 0 || widths == 0) throw font.broken();
  for (std::size_t segment = 0; segment < twice_segments / 2; ++segment) {
    const std::size_t last = font.u16(subtable + 14 + 2 * segment);
    const std::size_t first = font.u16(subtable + 16 + twice_segments + 2 * segment);
    for (std::size_t letter = first; letter <= last && letter != 0xFFFF; ++letter) {
      const std::size_t glyph = glyph_of(font, subtable, segment, letter);
      if (glyph == 0) continue;
      if (letter >= thousandths_.size()) thousandths_.resize(letter + 1, -1);
      const std::size_t width = font.u16(hmtx + 4 * std::min(glyph, widths - 1));
      thousandths_[letter] = static_cast<std::int32_t>(width * 1000 / units_per_em);
    }
  }
  if (!has(U'?')) throw font.broken();
}

std::int64_t PdfFace::width(std::string_view utf8) const {
  std::int64_t sum = 0;
  for (const char32_t letter : code_points(utf8)) sum += thousandths_[has(letter) ? letter : U'?'];
  return sum;
}

std::string PdfFace::settable(std::string_view utf8) const {
  std::string text;
  for (const char32_t letter : code_points(utf8)) {
    const bool joiner = letter == U'\u200D' || (letter >= U'\uFE00' && letter <= U'\uFE0F');
    if (!joiner) append_utf8(text, has(letter) ? letter : U'?');
  }
  return text;
}

Typeface::Typeface(const std::filesystem::path& fonts)
    : faces_(std::make_unique<const Faces>(
          Faces{PdfFace(fonts / "regular.ttf"), PdfFace(fonts / "bold.ttf")})) {}
Typeface::~Typeface() = default;
Typeface::Typeface(Typeface&&) noexcept = default;

}  // namespace tilia::reporting
