#include "reporting/pdf.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_utils.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "core/check.h"
#include "reporting/pdf_face.h"

// libharu copies and clears byte by byte, a quarter of the time that a paper takes. The two
// functions are part of its interface, and the program's own definitions come before the library's.
extern "C" HPDF_BYTE* HPDF_MemCpy(HPDF_BYTE* out, const HPDF_BYTE* in, HPDF_UINT n) {
  if (n > 0) std::memcpy(out, in, n);
  return out + n;
}
extern "C" void* HPDF_MemSet(void* s, HPDF_BYTE c, HPDF_UINT n) { return std::memset(s, c, n); }

// Looking for the end of a stream in memory fails in libharu when the end is that of its last
// piece, too: a paper whose letters happen to make a font of whole pieces (one in a thousand) could
// not be made. The end is a place like others, where there is nothing to read.
extern "C" HPDF_STATUS HPDF_MemStream_SeekFunc(HPDF_Stream stream, HPDF_INT pos,
                                               HPDF_WhenceMode mode) {
  auto* attributes = static_cast<HPDF_MemStreamAttr>(stream->attr);
  std::int64_t at = pos;
  if (mode == HPDF_SEEK_CUR)
    at += std::int64_t{attributes->r_ptr_idx} * attributes->buf_siz + attributes->r_pos;
  if (mode == HPDF_SEEK_END) at = std::int64_t{stream->size} - pos;
  if (at < 0 || at > std::int64_t{stream->size})
    return HPDF_SetError(stream->error, HPDF_STREAM_EOF, 0);
  attributes->r_ptr_idx = static_cast<HPDF_UINT>(at / attributes->buf_siz);
  attributes->r_pos = static_cast<HPDF_UINT>(at % attributes->buf_siz);
  auto* piece = static_cast<HPDF_BYTE*>(HPDF_List_ItemAt(attributes->buf, attributes->r_ptr_idx));
  attributes->r_ptr = piece == nullptr ? nullptr : piece + attributes->r_pos;
  return HPDF_OK;
}

namespace tilia::reporting {
namespace {

constexpr const char* encoding = "UTF-8";

HPDF_REAL real(double points) { return static_cast<HPDF_REAL>(points); }

// libharu reads fonts from files only; papers are many and the font is one, so it is handed over
// from memory, in the way that its own loader does it. The tag before the font's name would
// otherwise be the library's.
const char* load_face(HPDF_Doc doc, const PdfFace& face, char letter) {
  HPDF_Stream stream = HPDF_MemStream_New(doc->mmgr, static_cast<HPDF_UINT>(face.bytes().size()));
  if (stream == nullptr) return nullptr;
  HPDF_Stream_Write(stream, face.bytes().data(), static_cast<HPDF_UINT>(face.bytes().size()));
  HPDF_FontDef definition = HPDF_TTFontDef_Load(doc->mmgr, stream, HPDF_TRUE);  // owns the stream
  if (definition == nullptr || HPDF_List_Add(doc->fontdef_list, definition) != HPDF_OK)
    return nullptr;
  std::array<char, 7> tag{'P', 'A', 'P', 'E', 'R', letter, 0};
  HPDF_TTFontDef_SetTagName(definition, tag.data());
  return definition->base_font;
}

// For its UTF-8 encoding libharu gives a font all 65,536 code points, looked up one by one: 4 ms
// and a map of 128 KB a face. A font of an encoder with a plain map takes the letters from the map
// alone, and ours are a few hundred; so the encoder poses as one while its font is made. One entry
// more than the last letter is filled, since libharu leaves the last of the map out.
HPDF_Font font_of_letters(HPDF_Doc doc, const char* name, const PdfFace& face) {
  HPDF_Encoder encoder = HPDF_GetEncoder(doc, encoding);
  if (encoder == nullptr) return nullptr;
  auto* attributes = static_cast<HPDF_CMapEncoderAttr>(encoder->attr);
  for (char32_t letter = 0x20; letter <= face.end_of_letters(); ++letter) {
    if (!face.has(letter) && letter != face.end_of_letters()) continue;
    const auto code = static_cast<HPDF_UINT16>(letter);
    attributes->cid_map[letter >> 8][letter & 0xFF] = code;
    attributes->unicode_map[letter >> 8][letter & 0xFF] = code;
  }
  const HPDF_Encoder_ToUnicode_Func own = encoder->to_unicode_fn;
  encoder->to_unicode_fn = HPDF_CMapEncoder_ToUnicode;
  HPDF_Font font = HPDF_GetFont(doc, name, encoding);
  encoder->to_unicode_fn = own;
  return font;
}

// The map from what stands in the page to Unicode, for searching and copying. libharu writes one of
// a kind that readers do not take there (cid ranges) and rely on luck for; codes are UCS-2 already,
// so ours says "the same".
void write_unicode_map(HPDF_Font font, const PdfFace& face) {
  std::string ranges;
  int count = 0;
  for (char32_t row = 0; row <= (face.end_of_letters() - 1) >> 8; ++row) {
    char32_t low = row << 8;
    char32_t high = low | 0xFF;
    while (low <= high && !face.has(low)) ++low;
    while (high > low && !face.has(high)) --high;
    if (low > high) continue;
    const auto first = static_cast<unsigned>(low);
    ranges +=
        fmt::format("<{:04X}> <{:04X}> <{:04X}>\n", first, static_cast<unsigned>(high), first);
    ++count;
  }
  const std::string map = fmt::format(
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
      "{} beginbfrange\n{}endbfrange\n"
      "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n",
      count, ranges);
  HPDF_Stream stream = static_cast<HPDF_FontAttr>(font->attr)->cmap_stream->stream;
  HPDF_MemStream_FreeData(stream);
  HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(map.data()),
                    static_cast<HPDF_UINT>(map.size()));
}

}  // namespace

struct PdfDrawing::Document {
  const Typeface::Faces& faces;
  HPDF_Doc doc;
  HPDF_Font regular = nullptr;
  HPDF_Font bold = nullptr;
  std::vector<HPDF_Page> pages;
  std::vector<double> heights;
  HPDF_Page page = nullptr;
  double height = 0;

  explicit Document(const Typeface::Faces& of) : faces(of), doc(HPDF_New(nullptr, nullptr)) {
    if (doc == nullptr) throw std::runtime_error("no memory for a PDF");
    HPDF_SetCompressionMode(doc, HPDF_COMP_ALL);
    HPDF_UseUTFEncodings(doc);
    HPDF_Dict_RemoveElement(doc->info, "Producer");
  }
  ~Document() { HPDF_Free(doc); }
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  [[nodiscard]] const PdfFace& face(Weight weight) const {
    return weight == Weight::bold ? faces.bold : faces.regular;
  }
  // A face is embedded only in papers that use it.
  [[nodiscard]] HPDF_Font font(Weight weight) {
    HPDF_Font& wanted = weight == Weight::bold ? bold : regular;
    if (wanted == nullptr) {
      const char* name = load_face(doc, face(weight), weight == Weight::bold ? 'B' : 'A');
      wanted = name == nullptr ? nullptr : font_of_letters(doc, name, face(weight));
      require();
      write_unicode_map(wanted, face(weight));
    }
    return wanted;
  }
  void require() const {
    if (const HPDF_STATUS status = HPDF_GetError(doc); status != HPDF_OK)
      throw std::runtime_error(fmt::format("PDF error {:#x}", status));
  }
  void fill_with(Ink ink) const {
    HPDF_Page_SetRGBFill(page, real(ink.red / 255.0), real(ink.green / 255.0),
                         real(ink.blue / 255.0));
  }
  void stroke(double x1, double y1, double x2, double y2, Ink ink, double thickness) const {
    HPDF_Page_SetRGBStroke(page, real(ink.red / 255.0), real(ink.green / 255.0),
                           real(ink.blue / 255.0));
    HPDF_Page_SetLineWidth(page, real(thickness));
    HPDF_Page_MoveTo(page, real(x1), real(height - y1));
    HPDF_Page_LineTo(page, real(x2), real(height - y2));
    HPDF_Page_Stroke(page);
  }
};

PdfDrawing::PdfDrawing(const Typeface& typeface)
    : typeface_(typeface), document_(std::make_unique<Document>(typeface.faces())) {}
PdfDrawing::~PdfDrawing() = default;

void PdfDrawing::start_page(double width, double height) {
  Document& d = *document_;
  d.page = HPDF_AddPage(d.doc);
  d.require();
  HPDF_Page_SetWidth(d.page, real(width));
  HPDF_Page_SetHeight(d.page, real(height));
  d.height = height;
  d.pages.push_back(d.page);
  d.heights.push_back(height);
}

double PdfDrawing::width(std::string_view text, const TextStyle& style) const {
  return static_cast<double>(document_->face(style.weight).width(text)) * style.size / 1000;
}

std::vector<std::string> PdfDrawing::lines(const std::string& text, const TextStyle& style,
                                           double width_points) const {
  std::vector<std::string> lines;
  std::string line;
  const auto fits = [&](const std::string& more) { return width(more, style) <= width_points; };
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t space = std::min(text.find(' ', at), text.size());
    std::string word = text.substr(at, space - at);
    at = space + 1;
    const std::string longer = line.empty() ? word : line + ' ' + word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (!line.empty()) lines.push_back(std::exchange(line, {}));
    if (fits(word)) {
      line = std::move(word);
      continue;
    }
    for (const char32_t letter : code_points(word)) {
      std::string more = line;
      append_utf8(more, letter);
      if (!fits(more) && !line.empty()) {
        lines.push_back(std::exchange(line, {}));
        append_utf8(line, letter);
      } else {
        line = std::move(more);
      }
    }
  }
  lines.push_back(std::move(line));
  return lines;
}

TextStyle PdfDrawing::fitted(std::string_view text, TextStyle style, double width_points) const {
  const double natural = width(text, style);
  if (natural > width_points) style.size *= width_points / natural;
  return style;
}

void PdfDrawing::text(double x, double y, std::string_view text, const TextStyle& style) {
  Document& d = *document_;
  const std::string settable = d.face(style.weight).settable(text);
  if (settable.empty()) return;
  const double before = style.align == Align::left     ? 0
                        : style.align == Align::centre ? width(settable, style) / 2
                                                       : width(settable, style);
  HPDF_Page_SetFontAndSize(d.page, d.font(style.weight), real(style.size));
  d.fill_with(style.ink);
  HPDF_Page_BeginText(d.page);
  HPDF_Page_TextOut(d.page, real(x - before), real(d.height - y), settable.c_str());
  HPDF_Page_EndText(d.page);
}

double PdfDrawing::paragraph(double x, double y, double width_points, const std::string& words,
                             const TextStyle& style) {
  for (const std::string& line : lines(words, style, width_points)) {
    text(x, y, line, style);
    y += line_height(style.size);
  }
  return y;
}

void PdfDrawing::rule(double left, double right, double y, Ink ink, double thickness) {
  document_->stroke(left, y, right, y, ink, thickness);
}

void PdfDrawing::upright(double x, double top, double bottom, Ink ink, double thickness) {
  document_->stroke(x, top, x, bottom, ink, thickness);
}

void PdfDrawing::filled(double left, double top, double width_points, double height, Ink ink,
                        double radius) {
  Document& d = *document_;
  if (width_points <= 0 || height <= 0) return;
  d.fill_with(ink);
  const double r = std::min({radius, width_points / 2, height / 2});
  const double right = left + width_points;
  const double up = d.height - top;
  const double low = up - height;
  if (r <= 0) {
    HPDF_Page_Rectangle(d.page, real(left), real(low), real(width_points), real(height));
    HPDF_Page_Fill(d.page);
    return;
  }
  const double pull = r * 0.4477;  // how far a curve's handle stays from the corner for a round one
  HPDF_Page_MoveTo(d.page, real(left + r), real(low));
  HPDF_Page_LineTo(d.page, real(right - r), real(low));
  HPDF_Page_CurveTo(d.page, real(right - pull), real(low), real(right), real(low + pull),
                    real(right), real(low + r));
  HPDF_Page_LineTo(d.page, real(right), real(up - r));
  HPDF_Page_CurveTo(d.page, real(right), real(up - pull), real(right - pull), real(up),
                    real(right - r), real(up));
  HPDF_Page_LineTo(d.page, real(left + r), real(up));
  HPDF_Page_CurveTo(d.page, real(left + pull), real(up), real(left), real(up - pull), real(left),
                    real(up - r));
  HPDF_Page_LineTo(d.page, real(left), real(low + r));
  HPDF_Page_CurveTo(d.page, real(left), real(low + pull), real(left + pull), real(low),
                    real(left + r), real(low));
  HPDF_Page_Fill(d.page);
}

void PdfDrawing::on_each_page(const std::function<void(int, int)>& footer) {
  Document& d = *document_;
  for (std::size_t at = 0; at < d.pages.size(); ++at) {
    d.page = d.pages[at];
    d.height = d.heights[at];
    footer(static_cast<int>(at) + 1, static_cast<int>(d.pages.size()));
  }
}

PdfBytes PdfDrawing::finish() {
  Document& d = *document_;
  CHECK(!d.pages.empty());
  d.require();
  HPDF_SaveToStream(d.doc);
  d.require();
  PdfBytes bytes(HPDF_GetStreamSize(d.doc));
  auto size = static_cast<HPDF_UINT32>(bytes.size());
  HPDF_ReadFromStream(d.doc, bytes.data(), &size);
  d.require();
  CHECK(size == bytes.size());
  return bytes;
}

}  // namespace tilia::reporting
