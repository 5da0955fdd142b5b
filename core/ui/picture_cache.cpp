#include "core/ui/picture_cache.h"

#include <wx/font.h>
#include <wx/graphics.h>
#include <wx/image.h>
#include <wx/log.h>

#include <algorithm>
#include <memory>

namespace tilia::ui {
namespace {

wxImage clear_square(int pixels) {
  wxImage image(pixels, pixels);
  image.InitAlpha();
  std::fill_n(image.GetAlpha(), static_cast<std::size_t>(pixels) * static_cast<std::size_t>(pixels),
              static_cast<unsigned char>(0));
  return image;
}

wxImage emoji_square(const std::string& emoji, int pixels) {
  wxImage image = clear_square(pixels);
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(image));
  wxFontInfo wanted(pixels * 0.78 * 72.0 / 96.0);
  wanted.FaceName("Noto Color Emoji");
  context->SetFont(wxFont(wanted), *wxBLACK);
  const wxString text = wxString::FromUTF8(emoji);
  double width = 0;
  double height = 0;
  context->GetTextExtent(text, &width, &height);
  context->DrawText(text, (pixels - width) / 2, (pixels - height) / 2);
  context->Flush();
  return image;
}

wxImage file_square(const std::filesystem::path& file, int pixels) {
  if (wxImage::FindHandler(wxBITMAP_TYPE_PNG) == nullptr) wxInitAllImageHandlers();
  const wxLogNull quiet;  // a damaged picture is an empty square, never a message box
  wxImage image;
  if (!image.LoadFile(wxString::FromUTF8(file.string()))) return clear_square(pixels);
  const int longest = std::max(image.GetWidth(), image.GetHeight());
  image.Rescale(std::max(1, image.GetWidth() * pixels / longest),
                std::max(1, image.GetHeight() * pixels / longest), wxIMAGE_QUALITY_HIGH);
  if (!image.HasAlpha()) image.InitAlpha();
  const wxSize square(pixels, pixels);
  wxImage whole = clear_square(pixels);
  whole.Paste(image, (pixels - image.GetWidth()) / 2, (pixels - image.GetHeight()) / 2,
              wxIMAGE_ALPHA_BLEND_COMPOSE);
  return whole;
}

}  // namespace

bool PictureCache::is_file(const std::string& picture) {
  return picture.find('.') != std::string::npos;
}

const wxBitmap& PictureCache::square(const std::string& picture, int pixels) {
  const int size = std::max(pixels, 8);
  const auto key = std::make_pair(picture, size);
  const auto known = made_.find(key);
  if (known != made_.end()) return known->second;
  wxImage image = clear_square(size);
  if (is_file(picture)) {
    // Only the name counts: a catalogue never reaches outside the picture folder.
    const auto name = std::filesystem::path(picture).filename();
    if (!folder_.empty()) image = file_square(folder_ / name, size);
  } else if (!picture.empty()) {
    image = emoji_square(picture, size);
  }
  return made_.emplace(key, wxBitmap(image)).first->second;
}

}  // namespace tilia::ui
