#include "app/machine_watch.h"

#include <gio/gio.h>
#include <gio/gunixfdlist.h>
#include <unistd.h>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace tilia::app {
namespace {

constexpr const char* login = "org.freedesktop.login1";
constexpr const char* login_path = "/org/freedesktop/login1";
constexpr const char* login_manager = "org.freedesktop.login1.Manager";
constexpr const char* login_session = "org.freedesktop.login1.Session";
constexpr const char* power = "org.freedesktop.UPower";
constexpr const char* properties = "org.freedesktop.DBus.Properties";

constexpr int answer_milliseconds = 10'000;

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
  void operator()(GVariant* value) const { g_variant_unref(value); }
  void operator()(GError* error) const { g_error_free(error); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

// A property that now has the value at which a screen is to be closed.
bool says_close(std::string_view interface, GVariant* changed) {
  struct Property {
    std::string_view interface;
    const char* name;
    bool value;
  };
  // logind tells of the lid only from systemd 256 on (Debian 12 has 252), UPower always did.
  // LockedHint is what the desktop sets when it locks the screen itself.
  constexpr std::array<Property, 4> all{{{login_session, "Active", false},
                                         {login_session, "LockedHint", true},
                                         {login_manager, "LidClosed", true},
                                         {power, "LidIsClosed", true}}};
  for (const Property& each : all) {
    gboolean value = FALSE;
    if (each.interface == interface && g_variant_lookup(changed, each.name, "b", &value) != FALSE &&
        (value != FALSE) == each.value)
      return true;
  }
  return false;
}

bool first_is_true(GVariant* values) {
  if (g_variant_is_of_type(values, G_VARIANT_TYPE("(b)")) == FALSE) return false;
  gboolean value = FALSE;
  g_variant_get(values, "(b)", &value);
  return value != FALSE;
}

}  // namespace

// ---- the system bus

// GIO answers later, and this may be gone by then: whatever is asked for can be called off, and
// what was called off never touches this.
class MachineWatch::Bus {
 public:
  Bus(std::string why_sleep_waits, std::function<void()> on_locked)
      : why_(std::move(why_sleep_waits)), on_locked_(std::move(on_locked)) {
    GError* no_address = nullptr;
    gchar* address = g_dbus_address_get_for_bus_sync(G_BUS_TYPE_SYSTEM, nullptr, &no_address);
    if (address == nullptr) {
      const Held<GError> forgotten(no_address);
      return;
    }
    // A connection of our own: with GIO's shared one the program would end when the bus does.
    g_dbus_connection_new_for_address(
        address,
        static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
        nullptr, called_off_.get(), connected, this);
    g_free(address);
  }
  ~Bus() {
    g_cancellable_cancel(called_off_.get());
    for (const guint subscription : subscriptions_)
      g_dbus_connection_signal_unsubscribe(connection_.get(), subscription);
    let_sleep();
  }
  Bus(const Bus&) = delete;
  Bus& operator=(const Bus&) = delete;

  [[nodiscard]] bool listens() const { return listens_; }
  [[nodiscard]] bool holds_sleep_back() const { return sleep_ >= 0; }

 private:
  static void connected(GObject*, GAsyncResult* result, gpointer self) noexcept {
    GError* failed = nullptr;
    GDBusConnection* connection = g_dbus_connection_new_for_address_finish(result, &failed);
    const Held<GError> error(failed);
    if (connection == nullptr) return;  // no bus, or called off
    static_cast<Bus*>(self)->listen(connection);
  }

  void listen(GDBusConnection* connection) {
    connection_.reset(connection);
    subscribe(login, login_session, "Lock", nullptr);
    subscribe(login, login_manager, "PrepareForSleep", nullptr);
    subscribe(login, properties, "PropertiesChanged", login_session);
    subscribe(login, properties, "PropertiesChanged", login_manager);
    subscribe(power, properties, "PropertiesChanged", power);
    hold_sleep();
    // Which session is ours. Until that is known, and where nobody knows, each one's counts.
    ask("GetSession", g_variant_new("(s)", "auto"), G_VARIANT_TYPE("(o)"), session_known);
  }

  void subscribe(const char* sender, const char* interface, const char* signal, const char* first) {
    subscriptions_.push_back(
        g_dbus_connection_signal_subscribe(connection_.get(), sender, interface, signal, nullptr,
                                           first, G_DBUS_SIGNAL_FLAGS_NONE, told, this, nullptr));
  }

  void ask(const char* method, GVariant* arguments, const GVariantType* answer,
           GAsyncReadyCallback answered) {
    g_dbus_connection_call_with_unix_fd_list(connection_.get(), login, login_path, login_manager,
                                             method, arguments, answer,
                                             G_DBUS_CALL_FLAGS_NO_AUTO_START, answer_milliseconds,
                                             nullptr, called_off_.get(), answered, this);
  }

  // The answer, or nothing. `self` is set when it was not called off.
  static Held<GVariant> answer_of(GObject* connection, GAsyncResult* result, gpointer self,
                                  GUnixFDList** files, Bus** bus) {
    GError* failed = nullptr;
    Held<GVariant> answer(g_dbus_connection_call_with_unix_fd_list_finish(
        reinterpret_cast<GDBusConnection*>(connection), files, result, &failed));
    const Held<GError> error(failed);
    const bool called_off =
        error && g_error_matches(error.get(), G_IO_ERROR, G_IO_ERROR_CANCELLED) != FALSE;
    *bus = called_off ? nullptr : static_cast<Bus*>(self);
    return answer;
  }

  static void session_known(GObject* connection, GAsyncResult* result, gpointer self) noexcept {
    Bus* bus = nullptr;
    GUnixFDList* files = nullptr;
    const Held<GVariant> answer = answer_of(connection, result, self, &files, &bus);
    const Held<GUnixFDList> none(files);
    if (bus == nullptr) return;
    if (answer) {
      const gchar* path = nullptr;
      g_variant_get(answer.get(), "(&o)", &path);
      bus->session_ = path;
    }
    bus->listens_ = true;  // the bus answers in order: it has read what is subscribed to
  }

  void hold_sleep() {
    if (sleep_ >= 0) return;
    ask("Inhibit", g_variant_new("(ssss)", "sleep", "Tilia", why_.c_str(), "delay"),
        G_VARIANT_TYPE("(h)"), sleep_held);
  }
  static void sleep_held(GObject* connection, GAsyncResult* result, gpointer self) noexcept {
    Bus* bus = nullptr;
    GUnixFDList* list = nullptr;
    const Held<GVariant> answer = answer_of(connection, result, self, &list, &bus);
    const Held<GUnixFDList> files(list);
    if (bus == nullptr || !answer || !files) return;
    gint32 handle = 0;
    g_variant_get(answer.get(), "(h)", &handle);
    bus->let_sleep();
    bus->sleep_ = g_unix_fd_list_get(files.get(), handle, nullptr);
  }
  void let_sleep() {
    if (sleep_ >= 0) ::close(sleep_);
    sleep_ = -1;
  }

  static void told(GDBusConnection*, const gchar*, const gchar* path, const gchar* interface,
                   const gchar* signal, GVariant* values, gpointer self) noexcept {
    auto& bus = *static_cast<Bus*>(self);
    const std::string_view name(signal);
    if (name == "PrepareForSleep") {
      bus.sleep_told(first_is_true(values));
      return;
    }
    std::string_view about(interface);
    bool close = name == "Lock";
    Held<GVariant> changed;
    if (name == "PropertiesChanged" &&
        g_variant_is_of_type(values, G_VARIANT_TYPE("(sa{sv}as)")) != FALSE) {
      const gchar* of = nullptr;
      GVariant* which = nullptr;
      g_variant_get(values, "(&s@a{sv}as)", &of, &which, nullptr);
      changed.reset(which);
      about = of;
      close = says_close(about, which);
    }
    const bool others =
        about == login_session && !bus.session_.empty() && bus.session_ != std::string_view(path);
    if (close && !others) bus.on_locked_();
  }

  void sleep_told(bool begins) {
    if (!begins) {
      hold_sleep();
      return;
    }
    on_locked_();
    let_sleep();
  }

  std::string why_;
  std::function<void()> on_locked_;
  Held<GCancellable> called_off_{g_cancellable_new()};
  Held<GDBusConnection> connection_;
  std::vector<guint> subscriptions_;
  std::string session_;
  int sleep_ = -1;  // as long as it is open, sleep waits
  bool listens_ = false;
};

// ---- sticks

class MachineWatch::Drives {
 public:
  explicit Drives(std::function<void()> on_locked) : on_locked_(std::move(on_locked)) {
    handlers_ = {
        g_signal_connect(monitor_.get(), "drive-disconnected", G_CALLBACK(drive_gone), this),
        g_signal_connect(monitor_.get(), "mount-removed", G_CALLBACK(mount_gone), this)};
  }
  ~Drives() {
    for (const gulong handler : handlers_) g_signal_handler_disconnect(monitor_.get(), handler);
  }
  Drives(const Drives&) = delete;
  Drives& operator=(const Drives&) = delete;

 private:
  static void drive_gone(GVolumeMonitor*, GDrive* drive, gpointer self) noexcept {
    if (g_drive_is_removable(drive) != FALSE) static_cast<Drives*>(self)->on_locked_();
  }
  // Some desktops know no drives but only what is mounted, and then only where it was mounted tells
  // a stick from a disk.
  static void mount_gone(GVolumeMonitor*, GMount* mount, gpointer self) noexcept {
    const Held<GDrive> drive(g_mount_get_drive(mount));
    const bool stick = drive ? g_drive_is_removable(drive.get()) != FALSE : is_for_sticks(mount);
    if (stick) static_cast<Drives*>(self)->on_locked_();
  }
  static bool is_for_sticks(GMount* mount) {
    const Held<GFile> root(g_mount_get_root(mount));
    gchar* path = g_file_get_path(root.get());
    const std::string_view where = path != nullptr ? path : "";
    const bool stick = where.starts_with("/media/") || where.starts_with("/run/media/");
    g_free(path);
    return stick;
  }

  std::function<void()> on_locked_;
  Held<GVolumeMonitor> monitor_{g_volume_monitor_get()};
  std::array<gulong, 2> handlers_{};
};

MachineWatch::MachineWatch(Sticks sticks, std::string why_sleep_waits,
                           std::function<void()> on_locked)
    : bus_(std::make_unique<Bus>(std::move(why_sleep_waits), on_locked)) {
  if (sticks == Sticks::lock) drives_ = std::make_unique<Drives>(std::move(on_locked));
}

MachineWatch::~MachineWatch() = default;

bool MachineWatch::listens() const { return bus_->listens(); }

bool MachineWatch::holds_sleep_back() const { return bus_->holds_sleep_back(); }

}  // namespace tilia::app
