// "Please come", from a till to whoever has the office open on the same book: an empty file beside
// the book, which goes when somebody comes. No reason, no name, nothing in the book or the journal.
//
//   TillCall call("/srv/shop.tilia", "T1", clock);    // the till
//   if (call.office_is_open()) call.ask();            // "shop.tilia.T1.come" stands there
//   OfficeCalls calls("/srv/shop.tilia", clock);      // the office
//   calls.asks("T1")  -> true;  calls.coming("T1");   // now it is "shop.tilia.T1.coming"
//   call.state()      -> coming;  call.end();         // and now nothing stands there
//
// A call that a crash left behind ends by itself after a quarter of an hour, and when its till
// starts.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/phrase.h"
#include "db/lock_file.h"
#include "pos/shop.h"
#include "pos/ui/doors.h"

namespace tilia::app {

inline constexpr std::int64_t call_lasts_seconds = 15 * 60;

class TillCall final : public pos::OfficeCall {
 public:
  // The machine's clock, never a practice book's: another program looks at the file too.
  TillCall(std::filesystem::path book, std::string till, const Clock& clock);

  [[nodiscard]] State state() override;
  [[nodiscard]] bool office_is_open() override;
  [[nodiscard]] bool ask() override;
  void end() override;

 private:
  std::filesystem::path book_;
  std::string till_;
  const Clock& clock_;
};

class OfficeCalls {
 public:
  // As long as this object lives, a till sees that an office is open. Throws BookFault where the
  // book's folder cannot be written.
  OfficeCalls(std::filesystem::path book, const Clock& clock);

  [[nodiscard]] bool asks(const std::string& till) const;
  [[nodiscard]] std::vector<pos::Shop> who_asks(const std::vector<pos::Shop>& shops) const;
  void coming(const std::string& till);

 private:
  std::filesystem::path book_;
  const Clock& clock_;
  db::LockFile here_;
};

// "The counter asks you to come: Corner Bakery (T1)", for one or for several.
[[nodiscard]] Phrase call_sentence(const std::vector<pos::Shop>& asking);

}  // namespace tilia::app
