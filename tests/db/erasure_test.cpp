// Taking a person out of a real file: what goes, what stays without her, and that no byte is left.
#include "db/erasure.h"

#include <fstream>

#include "db/backup.h"
#include "db/book_fault.h"
#include "db/hours_records.h"
#include "db/hours_seals.h"
#include "db/new_book.h"
#include "db/person_book_sqlite.h"
#include "db/roster_book_sqlite.h"
#include "payroll/erase_person.h"
#include "tests/db/all_rows.h"
#include "tests/db/fresh_folder.h"
#include "tests/db/small_bakery.h"
#include "tests/payroll/practice_book.h"

namespace tilia::db {
namespace {

using payroll::PersonPart;

const std::set<PersonPart> everything{PersonPart::alias, PersonPart::account, PersonPart::hours,
                                      PersonPart::funding, PersonPart::pay};

class ErasureTest : public payroll::PracticeBook {
 protected:
  void SetUp() override {
    for (const char* alias : {"amber", "birch", "cedar"}) {
      take_on(alias, "90000");
      ASSERT_TRUE(work(alias, "2026-03-02", 480).ok());
    }
    book_.put_identity(id_of("amber"),
                       {"Invented Name", "0101990710006", "RS35260005601001611379", {}});
    ASSERT_TRUE(
        enter_punch(hours_book_, {"amber", payroll::Punch::Kind::in, clock_.now()}, zone_, clock_)
            .ok());
    ASSERT_TRUE(draw_up("2026-03").ok());
    ASSERT_TRUE(approve("2026-03").ok());
  }
  payroll::Worker worker(const std::string& alias) {
    for (const payroll::Worker& each : book_.workers()) {
      if (each.alias == alias) return each;
    }
    CHECK(false);
  }
  payroll::WorkerId id_of(const std::string& alias) { return worker(alias).id; }
  std::vector<std::string> aliases() {
    std::vector<std::string> all;
    for (const payroll::Worker& each : book_.workers()) all.push_back(each.alias);
    return all;
  }
  std::int64_t count(const char* sql) { return file_->reader().number(sql); }

  PersonBookSqlite people_{*file_, book_, keys_, read_log_};
};

TEST_F(ErasureTest, LeavesHeadsAndMinutesOfHerMonthsAndNothingElse) {
  const payroll::WorkerId id = id_of("amber");
  people_.erase(worker("amber"), everything, clock_.now());
  EXPECT_EQ(aliases(), (std::vector<std::string>{"birch", "cedar"}));
  for (const char* table : {"worker", "person_record", "contract", "worker_day", "punch"}) {
    const auto left = file_->reader().number(
        std::string("SELECT count(*) FROM ") + table + " WHERE worker = ?", id);
    EXPECT_EQ(left, 0) << table;
  }
  EXPECT_EQ(all_rows(file_->reader(), "erased_month").size(), 1U);
  EXPECT_EQ(count("SELECT minutes FROM erased_month WHERE month = '2026-03'"), 480);
  EXPECT_EQ(count("SELECT people FROM erased_membership WHERE months = '2026-03'"), 1);
  const auto run = book_.pay_run(month("2026-03"));
  ASSERT_TRUE(run);
  EXPECT_EQ(run->slips.size(), 2U) << "hers opens for nobody";
  EXPECT_EQ(count("SELECT count(*) FROM pay_slip"), 3) << "an approved run is frozen";
  people_.erase(worker("birch"), everything, clock_.now());
  EXPECT_EQ(count("SELECT people FROM erased_membership WHERE months = '2026-03'"), 2);
}

TEST_F(ErasureTest, LeavesNothingOfHerOwnTime) {
  const payroll::WorkerId amber = id_of("amber");
  const payroll::WorkerId birch = id_of("birch");
  const payroll::LoginId owl = payroll::LoginId::mint(chance_);
  const std::vector<const char*> tables{
      "worker_login",    "hours_record", "hours_reminder", "sealed_ask",    "not_here",     "punch",
      "published_shift", "hours_ask",    "approved_week",  "planned_shift", "approved_time"};
  hold_too(*file_, keys_, KeyName::till);
  {
    WriteTransaction change(*file_);
    Connection& book = change.connection();
    for (const payroll::WorkerId& worker : {amber, birch}) {
      enter_punch_row(change, worker, {{}, payroll::Punch::Kind::out, clock_.now()}, {},
                      clock_.now());
      set_punch_aside(change, worker, {{}, payroll::Punch::Kind::out, clock_.now()}, {},
                      clock_.now());
      make_ask(change,
               {payroll::HoursAskId::mint(chance_), worker,
                payroll::PunchAsk{payroll::Punch::Kind::in, clock_.now(), false}, std::nullopt,
                payroll::AskState::open, clock_.now()},
               clock_.now());
      link_login(book, worker, payroll::LoginId::mint(chance_));
      put_reminder(book, keys_, worker, {});
      ASSERT_TRUE(put_sealed_ask(book, payroll::HoursAskId::mint(chance_), worker,
                                 {day("2026-05-01"), day("2026-05-02")}, clock_.now()));
      book.run("INSERT INTO hours_record (worker, record) VALUES (?, x'00')", worker);
      book.run("INSERT INTO not_here (worker, day) VALUES (?, '2026-05-01')", worker);
      book.run(
          "INSERT INTO approved_week (worker, monday, approved_by, at)"
          " VALUES (?, '2026-03-30', ?, 1)",
          worker, owl);
      book.run(
          "INSERT INTO approved_time (worker, day, correction, kind, minutes, night_minutes,"
          " sunday_minutes, holiday_minutes, entered_by, at)"
          " VALUES (?, '2026-03-30', 0, 'work', 480, 0, 0, 0, ?, 1)",
          worker, owl);
      for (const char* table :
           {"planned_shift (shift, worker, entry,", "published_shift (shift, worker,"})
        book.run(std::string("INSERT INTO ") + table +
                     " day, from_minute, to_minute, breaks, shop, station, kind) VALUES (?, ?," +
                     (std::string_view(table).ends_with("entry,") ? "1," : "") +
                     " '2026-05-01', 480, 960, '', '', '', 'work')",
                 payroll::PlannedShiftId::mint(chance_), worker);
    }
    change.commit();
  }
  people_.erase(worker("amber"), everything, clock_.now());
  for (const char* table : tables) {
    const auto rows_of = [&](const payroll::WorkerId& whose) {
      return file_->reader().number(
          std::string("SELECT count(*) FROM ") + table + " WHERE worker = ?", whose);
    };
    EXPECT_EQ(rows_of(amber), 0) << table;
    EXPECT_GT(rows_of(birch), 0) << table;
  }
  EXPECT_EQ(count("SELECT count(*) FROM set_aside_punch"), 1);
  rebuild_projections(*file_, {punch_projection()});
  EXPECT_EQ(count("SELECT count(*) FROM punch"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM hours_ask"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM set_aside_punch"), 1);
}

TEST_F(ErasureTest, KeepsPayPapersWithoutAliasOrAccountWhereALawWantsThem) {
  people_.erase(worker("amber"), {PersonPart::alias, PersonPart::account}, clock_.now());
  ASSERT_EQ(aliases().size(), 3U);
  const payroll::Worker* left = nullptr;
  const auto workers = book_.workers();
  for (const payroll::Worker& each : workers) {
    if (each.alias.starts_with("left-")) left = &each;
  }
  ASSERT_NE(left, nullptr);
  EXPECT_EQ(book_.identity(left->id).legal_name, "Invented Name");
  EXPECT_EQ(book_.identity(left->id).iban, "");
  EXPECT_EQ(book_.pay_run(month("2026-03"))->slips.size(), 3U);
  EXPECT_EQ(people_.gone_of(*left), (std::set{PersonPart::alias, PersonPart::account}));
}

TEST_F(ErasureTest, RebuildsNoPunchOfHersOutOfTheJournal) {
  people_.erase(worker("amber"), everything, clock_.now());
  rebuild_projections(*file_, {punch_projection()});
  EXPECT_EQ(count("SELECT count(*) FROM punch"), 0);
}

TEST_F(ErasureTest, HoldsShiftsAsksAndDaysOffInHerCopyAndNobodyElses) {
  RosterBookSqlite roster(*file_, keys_);
  HoursBookSqlite hours(*file_, keys_);
  const auto shift = [&](const char* alias, const char* on) {
    return payroll::PlannedShift{.id = payroll::PlannedShiftId::mint(chance_),
                                 .worker = id_of(alias),
                                 .day = day(on),
                                 .time = {480, 960},
                                 .breaks = {},
                                 .shop = "",
                                 .station = ""};
  };
  const auto hers = shift("amber", "2026-03-05");
  roster.put_shifts({hers, shift("birch", "2026-03-05")}, {}, clock_.now());
  for (const char* alias : {"amber", "birch"}) {
    hours.put_ask({payroll::HoursAskId::mint(chance_), id_of(alias), std::nullopt,
                   payroll::SwapAsk{hers.id}, payroll::AskState::open, clock_.now()},
                  clock_.now());
    ASSERT_TRUE(hours.put_leave_ask(payroll::HoursAskId::mint(chance_), id_of(alias),
                                    {day("2026-07-01"), day("2026-07-02")}, clock_.now()));
  }
  payroll::HoursRecord record;
  record.absences = {{day("2026-05-01"), day("2026-05-02"), payroll::AbsenceKind::paid}};
  {
    WriteTransaction change(*file_);
    HoursRecords(change.connection(), keys_).put(id_of("amber"), record);
    change.commit();
  }
  const payroll::PersonCopy copy = people_.copy_of(worker("amber"));
  EXPECT_EQ(copy.shifts, std::vector{hers});
  ASSERT_EQ(copy.asks.size(), 1U);
  EXPECT_EQ(copy.asks.front().worker, id_of("amber"));
  ASSERT_EQ(copy.leave_asks.size(), 1U);
  EXPECT_EQ(copy.leave_asks.front().leave.from, day("2026-07-01"));
  EXPECT_EQ(copy.hours_record, record);
}

TEST_F(ErasureTest, HoldsAllOfHerInHerCopyAndNotesThatItWasMade) {
  const payroll::PersonCopy copy = people_.copy_of(worker("amber"));
  EXPECT_EQ(copy.identity.legal_name, "Invented Name");
  EXPECT_EQ(copy.contracts.size(), 1U);
  EXPECT_EQ(copy.hours, (std::vector<payroll::DayMinutes>{{day("2026-03-02"), 480}}));
  EXPECT_EQ(copy.punches.size(), 1U);
  ASSERT_EQ(copy.slips.size(), 1U);
  EXPECT_EQ(copy.slips.front().slip.worker.alias, "amber");
  EXPECT_EQ(copy.funding, "{}");
  const auto reads = read_log_.reads();
  EXPECT_TRUE(std::ranges::any_of(reads, [&](const payroll::RecordRead& read) {
    return read.of == id_of("amber") && read.record == payroll::ReadRecord::copy;
  }));
}

// The same on the disk.
class ErasureOnDisk : public testing::Test {
 protected:
  void SetUp() override {
    SeededChance chance(7);
    create_book(path_, {.station = "office"}, small_bakery(), clock_.now(), chance).reset();
    open();
    for (const char* alias : {"amber-glow", "birch"})
      ASSERT_TRUE(add_worker(*book_, alias, "🦊", chance, clock_).ok());
    book_->put_identity(worker("amber-glow").id,
                        {"Invented Name", "0101990710006", "RS35260005601001611379", {}});
    ASSERT_TRUE(end_worker(*book_, "amber-glow", *Day::from(2026, 3, 31), clock_).ok());
  }
  void open() {
    file_ = BookFile::open(path_, {.station = "office"});
    if (!keys_.owner) keys_ = finance_keys(*file_);
    log_.emplace(*file_, keys_, clock_);
    book_.emplace(*file_, keys_, *log_);
    people_.emplace(*file_, *book_, keys_, *log_);
  }
  payroll::Worker worker(const std::string& alias) {
    for (const payroll::Worker& each : book_->workers()) {
      if (each.alias == alias) return each;
    }
    CHECK(false);
  }
  std::string every_byte() {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
      std::ifstream in(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  }

  FreshFolder folder_;
  std::filesystem::path path_ = folder_.file("book.tilia");
  SetClock clock_{Instant::parse("2026-04-02T09:00Z").value()};
  KeyRing keys_;
  std::unique_ptr<BookFile> file_;
  std::optional<ReadLog> log_;
  std::optional<PayBookSqlite> book_;
  std::optional<PersonBookSqlite> people_;
};

TEST_F(ErasureOnDisk, LeavesNoByteOfHerAliasOrOfHerSealedRecordsInAnyFile) {
  ASSERT_NE(every_byte().find("amber-glow"), std::string::npos) << "or the search finds nothing";
  Bytes key;
  {
    Query row = file_->reader().query("SELECT person_key FROM person_record WHERE worker = ?",
                                      worker("amber-glow").id);
    ASSERT_TRUE(row.next());
    key = row.bytes(0);
  }
  const std::string key_text(key.begin(), key.end());
  ASSERT_NE(every_byte().find(key_text), std::string::npos);
  const auto proof = people_->erase(worker("amber-glow"), everything, clock_.now());
  EXPECT_EQ(every_byte().find("amber-glow"), std::string::npos);
  EXPECT_EQ(every_byte().find(key_text), std::string::npos);
  EXPECT_TRUE(proof.log_moved);
  EXPECT_EQ(proof.sought, 4);
  EXPECT_EQ(proof.found, 0);
  EXPECT_GT(proof.bytes, 100'000U);
  EXPECT_FALSE(verify_journal(file_->reader()).first_break);
}

TEST_F(ErasureOnDisk, SaysThatSomethingIsLeftAsLongAsAnotherProgramReadsTheLog) {
  const auto other = BookFile::open(path_, {.station = "T1"});
  Query reading = other->reader().query("SELECT alias FROM worker");
  ASSERT_TRUE(reading.next());
  const auto proof = people_->erase(worker("amber-glow"), everything, clock_.now());
  EXPECT_FALSE(proof.log_moved);
  EXPECT_GT(proof.found, 0) << "the proof looks, and does not believe";
}

TEST_F(ErasureOnDisk, IsDoneAgainWhenABackupFromBeforeIsPutBack) {
  WriteTransaction change(*file_);
  const Key key = Key::random();
  const PublicKey half = public_half(key);
  change.connection().run("INSERT INTO key (name, generation, public_half) VALUES ('backup', 1, ?)",
                          half);
  change.commit();
  const auto backup = folder_.file("before.backup");
  make_backup(*file_, backup);
  people_->erase(worker("amber-glow"), everything, clock_.now());
  people_.reset();
  book_.reset();
  log_.reset();
  file_.reset();
  restore_backup(backup, key, path_, false, "office", clock_.now());
  open();
  ASSERT_EQ(book_->workers().size(), 1U);
  EXPECT_EQ(book_->workers().front().alias, "birch");
  std::filesystem::remove(backup);
  for (const char* ending : {"-replaced", "-replaced-wal", "-replaced-shm"})
    std::filesystem::remove(path_.string() + ending);
  EXPECT_EQ(every_byte().find("amber-glow"), std::string::npos);
}

TEST_F(ErasureOnDisk, ClearsTheAccountOfARestoredRecordWhenPayrollComesNext) {
  WriteTransaction change(*file_);
  erase_rows(change.connection(), {worker("amber-glow").id.bytes(), {"account"}, 1});
  change.commit();
  EXPECT_FALSE(book_->identity(worker("amber-glow").id).iban.empty()) << "needs a key";
  people_->finish_erasures();
  EXPECT_TRUE(book_->identity(worker("amber-glow").id).iban.empty());
}

}  // namespace
}  // namespace tilia::db
