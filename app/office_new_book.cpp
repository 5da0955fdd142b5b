#include "app/office_new_book.h"

#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "app/demo_life.h"
#include "app/recovery_paper.h"
#include "core/zone.h"
#include "db/copy_book.h"
#include "db/device_folder.h"
#include "db/new_book.h"
#include "db/settings.h"
#include "db/users.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* practice_country = "RS";
constexpr std::uint64_t practice_seed = 7;

struct StopAsked {};

// Lives the practice shop's days in a thread of its own, one a step. The book comes into its place
// when it is whole.
class PracticeShop final : public ui::LongWork {
 public:
  PracticeShop(DemoPlan plan, pos::CountryPack pack, const Resources& resources, fs::path target)
      : plan_(std::move(plan)),
        pack_(std::move(pack)),
        resources_(resources),
        target_(std::move(target)),
        days_(Month::of(plan_.from).first_day().days_until(plan_.until) + 1) {}
  ~PracticeShop() override {
    stop_ = true;
    if (life_.joinable()) life_.join();
    std::error_code ignored;
    fs::remove_all(plan_.book.parent_path(), ignored);
  }

  Phrase title() const override { return Phrase("office.new.making_practice"); }
  int steps() const override { return days_; }
  bool enters() const override { return true; }
  void step(int number) override {
    if (number == 0) begin();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return lived_ > number || ended_; });
    if (failure_) std::rethrow_exception(failure_);
    if (number + 1 < days_) return;
    changed_.wait(lock, [&] { return ended_; });
    if (failure_) std::rethrow_exception(failure_);
    lock.unlock();
    life_.join();
    db::rename_for_good(plan_.book, target_);
  }
  ui::Remark told(int done) const override {
    return {Phrase(done < days_ ? "office.stopped" : "office.new.practice_made")};
  }

 private:
  void begin() {
    fs::remove_all(plan_.book.parent_path());
    fs::create_directories(plan_.book.parent_path());
    life_ = std::thread([this] { run(); });
  }
  void run() {
    std::exception_ptr failure;
    try {
      const auto book = live(plan_, pack_, resources_, [this] {
        if (stop_) throw StopAsked();
        const std::lock_guard lock(mutex_);
        ++lived_;
        changed_.notify_one();
      });
      // Another life of this seed may have stood there.
      db::DeviceFolder::of_book(device_folder(), *book, target_).forget_everything();
    } catch (const StopAsked&) {  // nobody waits for the book any more
    } catch (...) {
      failure = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    failure_ = failure;
    ended_ = true;
    changed_.notify_one();
  }

  DemoPlan plan_;
  pos::CountryPack pack_;
  const Resources& resources_;
  fs::path target_;
  int days_;
  std::thread life_;
  std::atomic<bool> stop_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  int lived_ = 0;
  bool ended_ = false;
  std::exception_ptr failure_;
};

}  // namespace

std::vector<pos::BookMaker::Country> OfficeBookMaker::countries() {
  std::vector<Country> countries;
  const Day today(clock_.now().utc().date());
  for (const std::string& code : pos::countries_with_a_pack(resources_.counter_rules())) {
    const auto pack = pos::load_country_pack(resources_.counter_rules(), code, today);
    if (pack)
      countries.push_back({code, std::string(pack->currency.code()), pack->zone, pack->language});
  }
  return countries;
}

std::vector<std::string> OfficeBookMaker::zones() { return Zone::names(); }

Result<std::filesystem::path, Phrase> OfficeBookMaker::make(const pos::NewBook& book,
                                                            const Secret<std::string>& secret) {
  fs::create_directories(file_.parent_path());
  const fs::path making = file_.parent_path() / ".making" / "book.tilia";
  fs::remove_all(making.parent_path());
  fs::create_directories(making.parent_path());
  SystemChance chance;
  std::optional<Phrase> refusal;
  {
    const auto file =
        db::create_book(making, {.station = "office"}, book.organisation, clock_.now(), chance);
    db::Users users(*file, db::SecretPolicy::shipped(), clock_);
    const auto added = users.add({book.first_user.name, book.first_user.picture, db::Role::manager},
                                 secret, chance, nullptr);
    if (added) {
      auto session = users.log_in(book.first_user.name, secret);
      CHECK(session.has_value());
      write_first_sheet(users, {session->user, session->keys}, book.organisation);
    } else {
      refusal = db::sentence_of(added.refusal());
    }
    if (!book.backup_folder.empty()) db::write_setting(*file, "backup.folder", book.backup_folder);
    file->checkpoint();
  }
  // A book without anybody who may log in is none: it comes into its place with its first user.
  if (!refusal) db::rename_for_good(making, file_);
  fs::remove_all(making.parent_path());
  if (refusal) return *refusal;
  return first_sheet();
}

std::filesystem::path OfficeBookMaker::first_sheet() const { return papers_.file("recovery.pdf"); }

void OfficeBookMaker::write_first_sheet(db::Users& users, const db::Giver& who,
                                        const pos::Organisation& organisation) {
  const Words words(parse_language(organisation.language).value_or(language_),
                    resources_.catalogues());
  const reporting::Typeface typeface(resources_.fonts());
  const auto zone = Zone::named(organisation.zone);
  CHECK(zone.has_value());
  const auto made = write_recovery_sheet(
      users, who, {organisation.name, zone->local_day(clock_.now()), words, typeface},
      first_sheet());
  CHECK(made.ok());
}

std::unique_ptr<ui::LongWork> OfficeBookMaker::practice_shop() {
  const Instant now = clock_.now();
  const Day utc_day(now.utc().date());
  auto pack = pos::load_country_pack(resources_.counter_rules(), practice_country, utc_day);
  CHECK(pack.has_value());
  const auto zone = Zone::named(pack->zone);
  CHECK(zone.has_value());
  const Day until = zone->local_day(now).plus_days(-1);
  const DemoShop shop =
      load_demo_shop(resources_.demo_shops() / "bakery.toml", language_, pack->currency);
  const Words words(language_, resources_.catalogues());
  DemoPlan plan{.book = file_.parent_path() / ".making" / "book.tilia",
                .organisation = {.name = shop.name,
                                 .address = words.say("app.demo.address"),
                                 .tax_number = {},
                                 .country = pack->country,
                                 .zone = pack->zone,
                                 .language = std::string(language_tag(language_)),
                                 .currency = pack->currency,
                                 .charges_vat = true,
                                 .practice = true,
                                 .shops = {{shop.name, shop.kind, shop.till}}},
                .shops = {shop},
                .from = Month::of(until).previous().first_day(),
                .until = until,
                .seed = practice_seed};
  fs::create_directories(file_.parent_path());
  return std::make_unique<PracticeShop>(std::move(plan), std::move(*pack), resources_, file_);
}

}  // namespace tilia::app
