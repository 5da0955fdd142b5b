// Three copies of one organisation that differ in nothing but what stands in the second records:
// in nobody's anything, in everybody's, or in one person's.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "app/practice_users.h"
#include "db/book_file.h"
#include "db/person_records.h"
#include "program.h"

namespace tilia::app {

class BooksToldApart : public testing::Test {
 protected:
  static constexpr const char* told = R"({"plans":[{"funder":"A","share":"70"}]})";

  BooksToldApart() {
    EXPECT_EQ(run({"demo", shop_.file("made").string(), "--seed", "3", "--months", "2"}).status, 0);
    copy("nobody", [](const std::string&) { return false; });
    copy("everybody", [](const std::string&) { return true; });
    copy("one", [](const std::string& alias) { return alias == "cedar"; });
  }

  template <class Whose>
  void copy(const std::string& name, Whose whose) {
    std::filesystem::copy_file(shop_.file("made") / "book.tilia", book(name));
    for (const std::string& alias : aliases(name)) save(name, alias, whose(alias) ? told : "{}");
    // Or the rest of this test proves nothing.
    with_keys(name, [&](db::BookFile& file, const db::KeyRing& keys) {
      db::PersonRecords records(file.reader(), keys);
      for (const std::string& alias : aliases(name))
        EXPECT_EQ(records.funding(id_of(file, alias)).reveal() == told, whose(alias)) << alias;
    });
  }
  // What finance does when one person's second record changes.
  void save(const std::string& name, const std::string& alias, const char* text) {
    with_keys(name, [&](db::BookFile& file, const db::KeyRing& keys) {
      db::WriteTransaction change(file);
      db::PersonRecords(change.connection(), keys)
          .put_funding(id_of(file, alias), Secret<std::string>(std::string(text)));
      change.commit();
    });
  }
  template <class Act>
  void with_keys(const std::string& name, Act act) {
    const auto file = db::BookFile::open(book(name), {.station = "office"});
    const SetClock clock(Instant::parse("2026-03-31T18:00Z").value());
    db::Users users(*file, db::SecretPolicy::practice(), clock);
    const db::Session dolphin = practice_session(users, db::Role::finance);
    act(*file, dolphin.keys);
  }
  std::vector<std::string> aliases(const std::string& name) const {
    const auto file = db::BookFile::open(book(name), {.station = "office"});
    std::vector<std::string> all;
    db::Query row = file->reader().query("SELECT alias FROM worker ORDER BY alias");
    while (row.next()) all.push_back(row.text(0));
    return all;
  }
  static payroll::WorkerId id_of(db::BookFile& file, const std::string& alias) {
    db::Query row = file.reader().query("SELECT worker FROM worker WHERE alias = ?", alias);
    CHECK(row.next());
    return row.id<payroll::WorkerId>(0);
  }
  std::vector<db::Bytes> fundings(const std::string& name) const {
    const auto file = db::BookFile::open(book(name), {.station = "office"});
    std::vector<db::Bytes> all;
    db::Query row = file->reader().query("SELECT funding FROM person_record ORDER BY worker");
    while (row.next()) all.push_back(row.bytes(0));
    return all;
  }
  std::filesystem::path book(const std::string& name) const { return shop_.file(name + ".tilia"); }

  static constexpr std::array copies{"nobody", "everybody", "one"};
  PracticeBakery shop_;
};

}  // namespace tilia::app
