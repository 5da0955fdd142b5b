// One's own time of a counter of tests, kept in memory: what was pressed is written down.
#pragma once

#include <string>
#include <vector>

#include "pos/ui/own_time.h"

namespace tilia::pos::tests {

class OwnTimeOfTests final : public OwnTime {
 public:
  [[nodiscard]] bool is_used() override { return used; }
  [[nodiscard]] OwnTimeNow now(const StaffId& who) override {
    asked_about.push_back(who);
    return mine;
  }
  [[nodiscard]] std::optional<Phrase> tap(const StaffId&, TimeTap tap) override {
    if (refuses) return refuses;
    static constexpr const char* names[] = {"come", "pause", "back", "leave"};
    done.emplace_back(names[static_cast<int>(tap)]);
    mine.can_undo = true;
    if (tap == TimeTap::come) {
      mine.where = OwnTimeNow::Where::at_work;
      mine.taps = {TimeTap::pause, TimeTap::leave};
    }
    return std::nullopt;
  }
  [[nodiscard]] std::optional<Phrase> undo_tap(const StaffId&) override {
    mine.can_undo = false;
    return note("undo");
  }
  [[nodiscard]] std::optional<Phrase> ask_forgotten(const StaffId&, const OwnAskId& id, TimeTap tap,
                                                    const Day& day, int minute) override {
    ids.push_back(id);
    return note("forgotten " + std::to_string(static_cast<int>(tap)) + " " + day.text() + " " +
                std::to_string(minute));
  }
  [[nodiscard]] std::vector<OwnTap> taps(const StaffId& who) override {
    asked_about.push_back(who);
    return tapped;
  }
  [[nodiscard]] std::optional<Phrase> ask_tap_away(const StaffId&, const OwnAskId& id, TimeTap tap,
                                                   const Instant& at) override {
    ids.push_back(id);
    return note("wrong " + std::to_string(static_cast<int>(tap)) + " " + at.text());
  }
  [[nodiscard]] std::optional<Phrase> ask_shift_away(const StaffId&, const OwnAskId& id,
                                                     const OwnShiftId& shift) override {
    ids.push_back(id);
    return note("away " + shift.text());
  }
  [[nodiscard]] std::optional<Phrase> ask_days_off(const StaffId&, const OwnAskId& id,
                                                   const Day& from, const Day& to) override {
    ids.push_back(id);
    return note("days " + from.text() + " " + to.text());
  }
  [[nodiscard]] std::optional<Phrase> withdraw(const StaffId&, const OwnAskId&) override {
    return note("withdraw");
  }
  [[nodiscard]] bool offers_break(const StaffId&) override { return break_due; }
  void put_break_off(const StaffId&) override {
    break_due = false;
    done.emplace_back("later");
  }

  bool used = false;
  bool break_due = false;
  std::optional<Phrase> refuses;
  OwnTimeNow mine;
  std::vector<OwnTap> tapped;
  std::vector<std::string> done;
  std::vector<StaffId> asked_about;
  std::vector<OwnAskId> ids;

 private:
  std::optional<Phrase> note(std::string what) {
    if (refuses) return refuses;
    done.push_back(std::move(what));
    return std::nullopt;
  }
};

}  // namespace tilia::pos::tests
