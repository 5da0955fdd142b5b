// The least that a wx program can show: one window, closed once it has been painted. The till's
// start is measured against it.
#include <wx/wx.h>

namespace {

class EmptyWindow final : public wxApp {
 public:
  bool OnInit() override {
    auto* frame = new wxFrame(nullptr, wxID_ANY, wxString(), wxDefaultPosition, wxSize(860, 360));
    frame->Bind(wxEVT_PAINT, [frame](wxPaintEvent&) {
      const wxPaintDC painted(frame);
      frame->CallAfter([frame] { frame->Close(); });
    });
    frame->Show();
    return true;
  }
};

}  // namespace

wxIMPLEMENT_APP(EmptyWindow);
