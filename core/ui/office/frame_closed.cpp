// The office's window when nobody may look: covered while another window has the keyboard, and
// locked.
#include <wx/app.h>
#include <wx/clipbrd.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/textctrl.h>

#include "core/ui/office/frame.h"

namespace tilia::ui {

void OfficeFrame::watch_privacy() {
  Bind(wxEVT_ACTIVATE, [this](wxActivateEvent& event) {
    active_ = event.GetActive();
    cover_or_not();
    event.Skip();
  });
  Bind(wxEVT_TEXT_COPY, &OfficeFrame::copy, this);
  Bind(wxEVT_TEXT_CUT, &OfficeFrame::copy, this);
  closed_->on_press = [this] {
    CallAfter([this] {
      if (locked_ && on_come_back) on_come_back();
    });
  };
}

// A dialog of our own takes the keyboard too: what is behind it is covered until it is closed.
void OfficeFrame::cover_or_not() {
  const bool cover = !active_ && private_ && !locked_;
  if (cover == covered_) return;
  if (cover) {
    wxWindow* focused = FindFocus();
    keyboard_was_ = focused != nullptr && IsDescendant(focused) ? focused : nullptr;
    if (page_->form() != nullptr) page_->form()->drop_selections();
    closed_->set({.name = cover_name_});
  }
  covered_ = cover;
  show_parts();
  if (!cover && keyboard_was_) keyboard_was_->SetFocus();
}

void OfficeFrame::show_parts() {
  const bool sheet = locked_ || covered_;
  closed_->Show(sheet);
  if (side_ != nullptr) side_->Show(!sheet);
  if (work_view_ != nullptr) work_view_->Show(!sheet);
  page_->Show(!sheet && work_view_ == nullptr);
}

// Of a private page nothing is copied. Of another we put it on the clipboard ourselves, so that we
// know what is ours to take away again.
void OfficeFrame::copy(wxClipboardTextEvent& event) {
  auto* text = dynamic_cast<wxTextCtrl*>(event.GetEventObject());
  if (private_ || text == nullptr) return;
  const wxString chosen = text->GetStringSelection();
  if (chosen.empty() || !wxTheClipboard->Open()) return;
  copied_ = wxTheClipboard->SetData(new wxTextDataObject(chosen)) || copied_;
  wxTheClipboard->Close();
  if (event.GetEventType() != wxEVT_TEXT_CUT) return;
  long from = 0;
  long to = 0;
  text->GetSelection(&from, &to);
  text->Remove(from, to);
}

// A window goes when the event that may have come through it is over.
void OfficeFrame::drop(wxWindow* window) {
  window->Hide();
  CallAfter([gone = wxWeakRef<wxWindow>(window)] {
    if (gone) gone->Destroy();
  });
}

void OfficeFrame::lock(const ClosedView::Sheet& sheet) {
  locked_ = true;
  covered_ = false;
  private_ = false;
  closed_->set(sheet);
  show_parts();
  closed_->Update();  // on the screen before anything else is done
  if (dialog_ != nullptr) dialog_->EndModal(wxID_CANCEL);
  work_.reset();
  if (work_view_ != nullptr) drop(work_view_);
  work_view_ = nullptr;
  if (side_ != nullptr) drop(side_);
  side_ = nullptr;
  rooms_.clear();
  room_ = nullptr;
  drop(page_);
  page_ = new_page();
  page_->Hide();
  lay_out();
  // Only what is still ours: a later program's text stays.
  if (copied_ && wxTheClipboard->Open()) {
    wxTheClipboard->Clear();
    wxTheClipboard->Close();
  }
  copied_ = false;
  title_ = words_->say("office.title");
  show_title();
  if (closed_->button() != nullptr) closed_->button()->SetFocus();
}

// A window that is out of sight says so where windows are listed.
void OfficeFrame::show_title() {
  const std::string& asks = call_->sentence();
  SetTitle(wxString::FromUTF8(asks.empty() ? title_ : asks + " · " + title_));
}

void OfficeFrame::set_call(const std::string& sentence, const std::string& button) {
  if (sentence == call_->sentence()) return;
  call_->set(sentence, button);
  call_->Show(!sentence.empty());
  lay_out();
  show_title();
}

std::string OfficeFrame::ask_in_a_dialog(const Next& next) {
  const auto answer = [this](auto& dialog) {
    dialog_ = &dialog;
    const bool chosen = dialog.ShowModal() == wxID_OK;
    dialog_ = nullptr;
    return chosen ? dialog.GetPath().utf8_string() : std::string();
  };
  if (next.step == Next::Step::pick_folder) {
    wxDirDialog dialog(this, wxString());
    return answer(dialog);
  }
  const bool saves = next.step == Next::Step::save_file;
  wxFileDialog dialog(this, wxFileSelectorPromptStr, wxString(),
                      saves ? wxString::FromUTF8(next.file_name) : wxString(),
                      saves ? wxString("*") : wxString::FromUTF8(next.file_name),
                      saves ? wxFD_SAVE | wxFD_OVERWRITE_PROMPT : wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  return answer(dialog);
}

}  // namespace tilia::ui
