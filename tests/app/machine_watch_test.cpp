// A system bus of our own, on which this test is logind and UPower, and drives that are invented:
// what closes a screen, what does not, and that sleep waits until it is closed.
#include "app/machine_watch.h"

#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>

namespace tilia::app {
namespace {

constexpr const char* own_session = "/org/freedesktop/login1/session/_32";
constexpr const char* other_session = "/org/freedesktop/login1/session/_37";
constexpr const char* manager_path = "/org/freedesktop/login1";
constexpr const char* session_interface = "org.freedesktop.login1.Session";
constexpr const char* manager_interface = "org.freedesktop.login1.Manager";

// The main loop goes round until it is so; a machine may be slow, so the deadline is generous.
template <class Is>
bool comes_true(Is is) {
  bool late = false;
  const guint deadline = g_timeout_add_seconds(
      20, [](gpointer passed) -> gboolean { return *static_cast<bool*>(passed) = true; }, &late);
  while (!is() && !late) g_main_context_iteration(nullptr, TRUE);
  g_source_remove(deadline);
  return is();
}

// What the machine's own services do, as far as the watch hears of it.
class Machine {
 public:
  Machine() : bus_(g_test_dbus_new(G_TEST_DBUS_NONE)) {
    g_test_dbus_up(bus_);
    ::setenv("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address(bus_), 1);
    connection_ = g_dbus_connection_new_for_address_sync(
        g_test_dbus_get_bus_address(bus_),
        static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
        nullptr, nullptr, nullptr);
    g_dbus_connection_add_filter(connection_, answer, this, nullptr);
    own("org.freedesktop.login1", connection_);
    own("org.freedesktop.UPower", connection_);
  }
  ~Machine() {
    g_dbus_connection_close_sync(connection_, nullptr, nullptr);
    g_object_unref(connection_);
    g_test_dbus_down(bus_);
    g_object_unref(bus_);
    ::unsetenv("DBUS_SYSTEM_BUS_ADDRESS");
  }
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  void say(const char* path, const char* interface, const char* signal, GVariant* values) const {
    g_dbus_connection_emit_signal(connection_, nullptr, path, interface, signal, values, nullptr);
  }
  void lock(const char* session) const { say(session, session_interface, "Lock", nullptr); }
  void sleep(bool begins) const {
    say(manager_path, manager_interface, "PrepareForSleep",
        g_variant_new("(b)", static_cast<gboolean>(begins)));
  }
  void change(const char* path, const char* interface, const char* property, bool value) const {
    GVariantBuilder changed;
    g_variant_builder_init(&changed, G_VARIANT_TYPE("a{sv}"));
    g_variant_builder_add(&changed, "{sv}", property,
                          g_variant_new_boolean(static_cast<gboolean>(value)));
    say(path, "org.freedesktop.DBus.Properties", "PropertiesChanged",
        g_variant_new("(sa{sv}as)", interface, &changed, nullptr));
  }
  // Another program than logind says the same.
  void lock_by_somebody_else() const {
    GDBusConnection* somebody = g_dbus_connection_new_for_address_sync(
        g_test_dbus_get_bus_address(bus_),
        static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
        nullptr, nullptr, nullptr);
    g_dbus_connection_emit_signal(somebody, nullptr, own_session, session_interface, "Lock",
                                  nullptr, nullptr);
    own("org.test.Somebody", somebody);  // once that is answered, what was sent has been read
    g_dbus_connection_close_sync(somebody, nullptr, nullptr);
    g_object_unref(somebody);
  }
  // Nobody holds sleep back: every copy of what was handed out is closed. The bus's own thread may
  // hold one for a moment more.
  [[nodiscard]] bool may_sleep(int within_milliseconds = 0) const {
    ::pollfd end{.fd = held_, .events = 0, .revents = 0};
    return ::poll(&end, 1, within_milliseconds) == 1 && (end.revents & POLLHUP) != 0;
  }
  void forget_sessions() { knows_sessions_ = false; }

 private:
  static void own(const char* name, GDBusConnection* connection) {
    GVariant* answer = g_dbus_connection_call_sync(
        connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
        "RequestName", g_variant_new("(su)", name, 0U), nullptr, G_DBUS_CALL_FLAGS_NONE, -1,
        nullptr, nullptr);
    g_variant_unref(answer);
  }
  // On the bus's own thread, between two rounds of the main loop or during one.
  static GDBusMessage* answer(GDBusConnection* connection, GDBusMessage* message, gboolean incoming,
                              gpointer self) {
    const gchar* method = g_dbus_message_get_member(message);
    if (incoming == FALSE ||
        g_dbus_message_get_message_type(message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
      return message;
    auto& machine = *static_cast<Machine*>(self);
    GDBusMessage* reply = nullptr;
    if (g_str_equal(method, "GetSession") != FALSE && machine.knows_sessions_) {
      reply = g_dbus_message_new_method_reply(message);
      g_dbus_message_set_body(reply, g_variant_new("(o)", own_session));
    } else if (g_str_equal(method, "Inhibit") != FALSE) {
      reply = machine.held_back(message);
    } else {
      reply = g_dbus_message_new_method_error_literal(message, "org.test.None", "");
    }
    g_dbus_connection_send_message(connection, reply, G_DBUS_SEND_MESSAGE_FLAGS_NONE, nullptr,
                                   nullptr);
    g_object_unref(reply);
    g_object_unref(message);
    return nullptr;
  }
  GDBusMessage* held_back(GDBusMessage* message) {
    std::array<int, 2> pipe{};
    EXPECT_EQ(::pipe(pipe.data()), 0);
    if (held_ >= 0) ::close(held_);
    held_ = pipe[0];
    GUnixFDList* files = g_unix_fd_list_new_from_array(&pipe[1], 1);
    GDBusMessage* reply = g_dbus_message_new_method_reply(message);
    g_dbus_message_set_body(reply, g_variant_new("(h)", 0));
    g_dbus_message_set_unix_fd_list(reply, files);
    g_object_unref(files);
    return reply;
  }

  GTestDBus* bus_;
  GDBusConnection* connection_ = nullptr;
  std::atomic<bool> knows_sessions_ = true;
  std::atomic<int> held_ = -1;
};

class MachineWatched : public testing::Test {
 protected:
  void listen() {
    watch_ = std::make_unique<MachineWatch>(MachineWatch::Sticks::lock, "Because.", [this] {
      ++locked_;
      could_sleep_while_locking_ = machine_.may_sleep();
    });
    ASSERT_TRUE(comes_true([this] { return watch_->listens() && watch_->holds_sleep_back(); }));
  }
  // Signals come in the order in which they were sent: when the last one has let sleep go, no other
  // is on its way.
  void expect_lock_by_nothing_but_sleep() {
    machine_.sleep(true);
    EXPECT_TRUE(comes_true([this] { return !watch_->holds_sleep_back(); }));
    EXPECT_EQ(locked_, 1);
  }
  void expect_lock() {
    EXPECT_TRUE(comes_true([this] { return locked_ == 1; }));
  }

  Machine machine_;
  std::unique_ptr<MachineWatch> watch_;
  int locked_ = 0;
  bool could_sleep_while_locking_ = false;
};

TEST_F(MachineWatched, LocksWhenTheSessionIsLocked) {
  listen();
  machine_.lock(own_session);
  expect_lock();
}

TEST_F(MachineWatched, LocksWhenAnotherSessionComesToTheFront) {
  listen();
  machine_.change(own_session, session_interface, "Active", false);
  expect_lock();
}

TEST_F(MachineWatched, LocksWhenTheDesktopLocksItsScreen) {
  listen();
  machine_.change(own_session, session_interface, "LockedHint", true);
  expect_lock();
}

TEST_F(MachineWatched, LocksWhenTheLidIsClosedWhoeverTellsIt) {
  listen();
  machine_.change(manager_path, manager_interface, "LidClosed", true);
  expect_lock();
  locked_ = 0;
  machine_.change("/org/freedesktop/UPower", "org.freedesktop.UPower", "LidIsClosed", true);
  expect_lock();
}

TEST_F(MachineWatched, GoesOnWhenTheMachineIsOpenedAgain) {
  listen();
  machine_.change(own_session, session_interface, "Active", true);
  machine_.change(own_session, session_interface, "LockedHint", false);
  machine_.change(own_session, session_interface, "IdleHint", true);
  machine_.change(manager_path, manager_interface, "LidClosed", false);
  machine_.change(manager_path, manager_interface, "Docked", true);
  machine_.change("/org/freedesktop/UPower", "org.freedesktop.UPower", "LidIsClosed", false);
  machine_.change("/org/freedesktop/UPower", "org.freedesktop.UPower", "OnBattery", true);
  machine_.sleep(false);
  expect_lock_by_nothing_but_sleep();
}

TEST_F(MachineWatched, GoesOnWhileAnotherSessionEndsOrLocks) {
  listen();
  machine_.change(other_session, session_interface, "Active", false);
  machine_.lock(other_session);
  expect_lock_by_nothing_but_sleep();
}

TEST_F(MachineWatched, LocksWithEverySessionWhereNobodyKnowsWhichIsItsOwn) {
  machine_.forget_sessions();
  listen();
  machine_.lock(other_session);
  expect_lock();
}

TEST_F(MachineWatched, ListensToTheMachineAloneAndToNoOtherProgram) {
  listen();
  machine_.lock_by_somebody_else();
  expect_lock_by_nothing_but_sleep();
}

TEST_F(MachineWatched, SleepWaitsUntilItIsLockedAndNoLonger) {
  listen();
  EXPECT_FALSE(machine_.may_sleep());
  machine_.sleep(true);
  expect_lock();
  EXPECT_FALSE(could_sleep_while_locking_);
  EXPECT_FALSE(watch_->holds_sleep_back());
  EXPECT_TRUE(machine_.may_sleep(20'000));
  machine_.sleep(false);
  EXPECT_TRUE(comes_true([this] { return watch_->holds_sleep_back(); })) << "the next time too";
  watch_.reset();
  EXPECT_TRUE(machine_.may_sleep(20'000));
}

TEST_F(MachineWatched, IsToldNothingAnyMoreOnceItIsGone) {
  listen();
  machine_.lock(own_session);
  watch_.reset();
  // One is gone before the bus has answered it.
  std::make_unique<MachineWatch>(MachineWatch::Sticks::pass, "Because.", [this] { ++locked_; });
  bool there = false;
  const MachineWatch next(MachineWatch::Sticks::pass, "Because.", [&there] { there = true; });
  ASSERT_TRUE(comes_true([&next] { return next.listens(); }));
  machine_.lock(own_session);
  EXPECT_TRUE(comes_true([&there] { return there; }));
  EXPECT_EQ(locked_, 0);
}

TEST(MachineWithoutABus, IsNoErrorAndTellsNothing) {
  ::setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all", 1);
  bool locked = false;
  const MachineWatch watch(MachineWatch::Sticks::lock, "Because.", [&locked] { locked = true; });
  while (g_main_context_iteration(nullptr, FALSE) != FALSE) {
  }
  EXPECT_FALSE(watch.listens());
  EXPECT_FALSE(watch.holds_sleep_back());
  EXPECT_FALSE(locked);
  ::unsetenv("DBUS_SYSTEM_BUS_ADDRESS");
}

// ---- sticks: drives and mounts as a desktop tells of them

struct Thing {
  GObject object;
  gboolean removable;
  GDrive* drive;
  const char* root;
};
using ThingClass = GObjectClass;

void drive_of_tests(GDriveIface* iface) {
  iface->is_removable = [](GDrive* drive) -> gboolean {
    return reinterpret_cast<Thing*>(drive)->removable;
  };
}
void mount_of_tests(GMountIface* iface) {
  iface->get_drive = [](GMount* mount) -> GDrive* {
    GDrive* drive = reinterpret_cast<Thing*>(mount)->drive;
    return drive == nullptr ? nullptr : static_cast<GDrive*>(g_object_ref(drive));
  };
  iface->get_root = [](GMount* mount) -> GFile* {
    return g_file_new_for_path(reinterpret_cast<Thing*>(mount)->root);
  };
}

Thing* thing(GType interface, GInterfaceInitFunc fill, const char* name) {
  GType type = g_type_from_name(name);
  if (type == 0) {
    type = g_type_register_static_simple(G_TYPE_OBJECT, name, sizeof(ThingClass), nullptr,
                                         sizeof(Thing), nullptr, static_cast<GTypeFlags>(0));
    const GInterfaceInfo info{fill, nullptr, nullptr};
    g_type_add_interface_static(type, interface, &info);
  }
  return static_cast<Thing*>(g_object_new(type, nullptr));
}

class SticksWatched : public testing::Test {
 protected:
  SticksWatched() {
    ::setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all", 1);
    stick_ = a_drive(TRUE);
    disk_ = a_drive(FALSE);
  }
  ~SticksWatched() override {
    g_object_unref(stick_);
    g_object_unref(disk_);
    g_object_unref(desktop_);
    ::unsetenv("DBUS_SYSTEM_BUS_ADDRESS");
  }
  static Thing* a_drive(gboolean removable) {
    Thing* drive = thing(
        G_TYPE_DRIVE,
        [](gpointer iface, gpointer) { drive_of_tests(static_cast<GDriveIface*>(iface)); },
        "TiliaDriveOfTests");
    drive->removable = removable;
    return drive;
  }
  void pull(Thing* drive) const {
    g_signal_emit_by_name(desktop_, "drive-disconnected", reinterpret_cast<GDrive*>(drive));
  }
  void unmount(Thing* drive, const char* root) const {
    Thing* mount = thing(
        G_TYPE_MOUNT,
        [](gpointer iface, gpointer) { mount_of_tests(static_cast<GMountIface*>(iface)); },
        "TiliaMountOfTests");
    mount->drive = reinterpret_cast<GDrive*>(drive);
    mount->root = root;
    g_signal_emit_by_name(desktop_, "mount-removed", reinterpret_cast<GMount*>(mount));
    g_object_unref(mount);
  }
  int locks_at(MachineWatch::Sticks sticks, const std::function<void()>& happens) {
    int locked = 0;
    const MachineWatch watch(sticks, "Because.", [&locked] { ++locked; });
    happens();
    return locked;
  }

  GVolumeMonitor* desktop_ = g_volume_monitor_get();
  Thing* stick_ = nullptr;
  Thing* disk_ = nullptr;
};

TEST_F(SticksWatched, LockTheOfficeWhenOneIsPulledOutOrUnmounted) {
  using Sticks = MachineWatch::Sticks;
  EXPECT_EQ(locks_at(Sticks::lock, [this] { pull(stick_); }), 1);
  EXPECT_EQ(locks_at(Sticks::lock, [this] { unmount(stick_, "/mnt/here"); }), 1);
  EXPECT_EQ(locks_at(Sticks::lock, [this] { unmount(nullptr, "/media/ana/STICK"); }), 1);
  EXPECT_EQ(locks_at(Sticks::lock, [this] { unmount(nullptr, "/run/media/ana/STICK"); }), 1);
}

TEST_F(SticksWatched, AreNotWhatStaysInTheMachineOrIsOnTheNetwork) {
  using Sticks = MachineWatch::Sticks;
  EXPECT_EQ(locks_at(Sticks::lock, [this] { pull(disk_); }), 0);
  EXPECT_EQ(locks_at(Sticks::lock, [this] { unmount(disk_, "/media/ana/DISK"); }), 0);
  EXPECT_EQ(locks_at(Sticks::lock, [this] { unmount(nullptr, "/srv/shared"); }), 0);
}

TEST_F(SticksWatched, StopNoSaleAtTheCounter) {
  const auto both = [this] {
    pull(stick_);
    unmount(stick_, "/media/ana/STICK");
  };
  EXPECT_EQ(locks_at(MachineWatch::Sticks::pass, both), 0);
}

TEST_F(SticksWatched, AreNotWatchedAnyMoreOnceTheOfficeIsGone) {
  EXPECT_EQ(locks_at(MachineWatch::Sticks::lock, [] {}), 0);
  pull(stick_);  // nobody is there to be called
}

}  // namespace
}  // namespace tilia::app
