#include "app/edge.h"

#include "core/check.h"
#include "db/book_fault.h"

namespace tilia::app {
namespace {

// A fault of the world leaves 4; where a rule of ours about books said no, it is 3.
ExitStatus status_of(db::BookFault::Why why) {
  using Why = db::BookFault::Why;
  switch (why) {
    case Why::already_exists:
    case Why::till_busy:
    case Why::other_programs_open:
    case Why::drawer_open:
    case Why::unlike_book: return ExitStatus::refused;
    case Why::keys_replaced:
    case Why::no_key: return ExitStatus::not_allowed;
    default: return ExitStatus::unreadable;
  }
}

}  // namespace

ExitStatus at_the_edge(Desk& desk, const std::function<ExitStatus()>& act) {
  const auto refuse = [&desk](ExitStatus status, const std::string& code, const Phrase& sentence) {
    desk.printer.refuse(code, desk.words.say(sentence));
    return status;
  };
  try {
    return act();
  } catch (const Stopped& stopped) {
    return refuse(stopped.status(), stopped.code(), stopped.sentence());
  } catch (const db::BookFault& fault) {
    return refuse(status_of(fault.why()), std::string(db::book_fault_code(fault.why())),
                  fault.sentence());
  } catch (const OurMistake& mistake) {
    return refuse(ExitStatus::unreadable, "our_mistake",
                  Phrase("app.edge.our_mistake").with("what", std::string(mistake.what())));
  } catch (const std::exception& fault) {
    return refuse(ExitStatus::unreadable, "failed",
                  Phrase("app.edge.failed").with("what", std::string(fault.what())));
  }
}

}  // namespace tilia::app
