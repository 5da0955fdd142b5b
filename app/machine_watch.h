// What the machine tells that closes a screen although nobody pressed anything: its lid is closed,
// it goes to sleep, another session comes to the front, the desktop locks its own screen, or a
// stick is pulled out. It hears of it from the system bus (systemd-logind and UPower) and from the
// desktop's list of drives. A machine without them tells nothing, and that is no error.
//
//   MachineWatch watch(MachineWatch::Sticks::lock, words.say("app.machine.why_wait"),
//                      [this] { lock(); });
//
// Sleep waits for the lock: it is held back until on_locked has come back, for what is in memory
// when the machine sleeps stays in it, or goes to its disk. on_locked is called on the main loop,
// may be called while the screen is closed already, and must not throw.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace tilia::app {

class MachineWatch {
 public:
  // The counter goes on when a stick is pulled out: a sale is not ended by a plug.
  enum class Sticks { lock, pass };
  // `why_sleep_waits` is what the system shows to who asks for what holds its sleep back.
  MachineWatch(Sticks sticks, std::string why_sleep_waits, std::function<void()> on_locked);
  ~MachineWatch();
  MachineWatch(const MachineWatch&) = delete;
  MachineWatch& operator=(const MachineWatch&) = delete;

  // From here on nothing that the system bus tells is missed. Never, on a machine without one.
  [[nodiscard]] bool listens() const;
  // Sleep waits for this program.
  [[nodiscard]] bool holds_sleep_back() const;

 private:
  class Bus;
  class Drives;
  std::unique_ptr<Bus> bus_;
  std::unique_ptr<Drives> drives_;
};

}  // namespace tilia::app
