// An attacker with the source, the whole file and some secrets: she tries every key that those
// secrets give, and what can be derived from them, on every sealed value in its own place.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "db/book_fault.h"
#include "db/hours_seals.h"
#include "db/month_cost.h"
#include "db/person_records.h"
#include "tests/payroll/practice_book.h"

namespace tilia::db {
namespace {

struct SealedValue {
  std::string table;
  std::string column;
  Bytes row;
  Bytes value;
};

Bytes bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

class Attacker : public payroll::PracticeBook {
 protected:
  void SetUp() override {
    for (const char* alias : {"amber", "birch", "cedar"}) take_on(alias, "90000");
    ASSERT_TRUE(draw_up("2026-03").ok());
    ASSERT_TRUE(approve("2026-03").ok());
    (void)book_.pay_run(month("2026-03"));
    add("Turtle", Role::auditor);
    add("Bee", Role::payroll);
    add("Owl", Role::manager);
    Session owl = session_of("Owl");
    Giver giver{owl.user, owl.keys};
    ASSERT_TRUE(users_
                    .add({"Fox", "🦊", Role::counter}, Secret<std::string>(std::string("481516")),
                         chance_, &giver)
                    .ok());
    write_hours(owl.keys);
    read_values();
  }

  void write_hours(const KeyRing& owl) {
    const auto amber = book_.workers().front().id;
    WriteTransaction change(*file_);
    put_reminder(change.connection(), owl, amber, {});
    ASSERT_TRUE(put_sealed_ask(change.connection(), payroll::HoursAskId::mint(chance_), amber,
                               {day("2026-05-04"), day("2026-05-08")}, clock_.now()));
    change.commit();
  }

  void add(const char* name, Role role) {
    Session dolphin = *users_.log_in("Dolphin", Secret<std::string>(std::string("444444")));
    Giver giver{dolphin.user, dolphin.keys};
    ASSERT_TRUE(users_.add({name, "🦊", role}, secret_of(name), chance_, &giver).ok());
  }
  Session session_of(const std::string& name) {
    auto session = users_.log_in(
        name, name == "Fox" ? Secret<std::string>(std::string("481516")) : secret_of(name));
    CHECK(session.has_value());
    return *std::move(session);
  }

  // What the keys of these people open, as "table.column", once each.
  std::set<std::string> opened_by_secrets_of(const std::vector<std::string>& names) {
    std::vector<Key> keys;
    for (const std::string& name : names) {
      const Session session = session_of(name);
      keys.push_back(session.keys.ring_key->copy());
      for (const KeyName held : all_keys) {
        if (session.keys.holds(held)) keys.push_back(session.keys.held(held).key.copy());
      }
    }
    derive_more(keys);
    return opened_with(keys);
  }
  std::set<std::string> opened_with(const std::vector<Key>& keys) {
    std::set<std::string> opened;
    for (const SealedValue& value : values_) {
      for (const Key& key : keys) {
        if (opens(key, value)) opened.insert(value.table + "." + value.column);
      }
    }
    return opened;
  }

  static Secret<std::string> secret_of(const std::string& name) {
    return Secret<std::string>(name + " sits in a tree");
  }

  static bool opens(const Key& key, const SealedValue& value) {
    std::vector<std::string> ids{"door"};
    for (const KeyName name : all_keys) {
      for (const int generation : {1, 2}) ids.push_back(HeldKey{generation, key.copy()}.id(name));
    }
    for (const std::string& id : ids) {
      if (opened_if(key, {value.table, value.row, value.column, id}, value.value)) return true;
    }
    return opened_by(key, value.value).has_value();
  }

  // As the source does it: each person's own key, and what it gives with each key that is held.
  void derive_more(std::vector<Key>& keys) {
    std::vector<Key> persons;
    for (const SealedValue& value : values_) {
      if (value.column != "person_key") continue;
      for (const Key& key : keys) {
        const auto text =
            opened_if(key, {value.table, value.row, value.column, "payroll.1"}, value.value);
        if (text)
          persons.push_back(Key::of(
              Key::Bytes(reinterpret_cast<const std::uint8_t*>(text->reveal().data()), Key::size)));
      }
    }
    const std::size_t held = keys.size();
    for (std::size_t at = 0; at < held; ++at) {
      for (const Key& person : persons) {
        for (const char* purpose : {"pay", "funding", "slip"})
          keys.push_back(keys[at].derived(purpose, person.reveal()));
      }
    }
    for (Key& person : persons) keys.push_back(std::move(person));
  }

  void read_values() {
    Connection& book = file_->reader();
    for (const char* column : {"person_key", "pay", "funding"}) {
      Query row = book.query(std::string("SELECT worker, ") + column + " FROM person_record");
      while (row.next()) values_.push_back({"person_record", column, row.bytes(0), row.bytes(1)});
    }
    Query run = book.query("SELECT run, remarks FROM pay_run");
    while (run.next()) {
      const std::string id = run.id<payroll::PayRunId>(0).text();
      values_.push_back({"pay_run", "remarks", bytes_of(id), run.bytes(1)});
    }
    Query slip = book.query("SELECT run, number, slip FROM pay_slip");
    while (slip.next()) {
      const std::string id = slip.id<payroll::PayRunId>(0).text();
      values_.push_back(
          {"pay_slip", "slip", bytes_of(id + "/" + std::to_string(slip.whole(1))), slip.bytes(2)});
    }
    Query cost = book.query("SELECT month, employer_cost FROM pay_month_cost");
    while (cost.next())
      values_.push_back({"pay_month_cost", "employer_cost", bytes_of(cost.text(0)), cost.bytes(1)});
    read_hours(book);
    Query read = book.query("SELECT entry FROM sealed_journal");
    while (read.next()) values_.push_back({"sealed_journal", "entry", {}, read.bytes(0)});
    Query gift = book.query("SELECT user, gift FROM key_gift");
    while (gift.next()) values_.push_back({"key_gift", "gift", gift.bytes(0), gift.bytes(1)});
    Query former = book.query("SELECT name || '.' || generation, former FROM former_key");
    while (former.next())
      values_.push_back({"former_key", "former", bytes_of(former.text(0)), former.bytes(1)});
    Query ring =
        book.query("SELECT id, ring, name FROM user WHERE role NOT IN ('counter', 'manager')");
    while (ring.next()) values_.push_back({"user", "ring", ring.bytes(0), ring.bytes(1)});
  }

  void read_hours(Connection& book) {
    Query reminder = book.query("SELECT worker, reminder FROM hours_reminder");
    while (reminder.next())
      values_.push_back({"hours_reminder", "reminder",
                         bytes_of(reminder.id<payroll::WorkerId>(0).text()), reminder.bytes(1)});
    Query ask = book.query("SELECT ask, what FROM sealed_ask");
    while (ask.next()) values_.push_back({"sealed_ask", "what", ask.bytes(0), ask.bytes(1)});
  }

  Users users_{*file_, SecretPolicy::practice(), clock_};
  std::vector<SealedValue> values_;
};

using Opened = std::set<std::string>;

TEST_F(Attacker, OpensNoPayWithTheSecretsOfTheCounterAndTheManager) {
  EXPECT_EQ(opened_by_secrets_of({"Fox"}), Opened{"hours_reminder.reminder"});
  EXPECT_EQ(opened_by_secrets_of({"Fox", "Owl"}),
            (Opened{"hours_reminder.reminder", "sealed_ask.what"}));
}

TEST_F(Attacker, OpensWithPayrollsSecretWhatPayrollMayKnowAndNotWhoPays) {
  EXPECT_EQ(opened_by_secrets_of({"Bee", "Owl", "Fox"}),
            (Opened{"hours_reminder.reminder", "pay_month_cost.employer_cost", "pay_run.remarks",
                    "pay_slip.slip", "person_record.pay", "person_record.person_key",
                    "sealed_ask.what", "user.ring"}))
      << "the ring is her own";
}

TEST_F(Attacker, OpensWithTheAuditorsSecretTheNotesAlone) {
  EXPECT_EQ(
      opened_by_secrets_of({"Turtle", "Owl", "Fox"}),
      (Opened{"hours_reminder.reminder", "sealed_ask.what", "sealed_journal.entry", "user.ring"}));
}

// Whoever left kept copies of her keys; what she finds in the book from then on stays closed.
TEST_F(Attacker, OpensNothingAnyMoreWithTheKeysOfSomebodyWhoLeft) {
  add("Whale", Role::finance);
  Session whale = session_of("Whale");
  std::vector<Key> kept;
  for (const KeyName held : all_keys) {
    if (const HeldKey* key = whale.keys.find(held)) kept.push_back(key->key.copy());
  }
  kept.push_back(whale.keys.own->copy());
  kept.push_back(whale.keys.ring_key->copy());
  derive_more(kept);  // out of the book as it was
  Session dolphin = *users_.log_in("Dolphin", Secret<std::string>(std::string("444444")));
  Giver giver{dolphin.user, dolphin.keys};
  ASSERT_TRUE(users_.disable("Whale", giver).ok());
  values_.clear();
  read_values();
  EXPECT_EQ(opened_with(kept), Opened());

  ReadLog log(*file_, dolphin.keys, clock_);
  PayBookSqlite book(*file_, dolphin.keys, log);
  for (const payroll::Worker& worker : book.workers()) {
    EXPECT_EQ(book.contracts(worker.id).size(), 1U) << "and for who stays all opens as before";
    EXPECT_EQ(PersonRecords(file_->reader(), dolphin.keys).funding(worker.id).reveal(), "{}");
  }
  EXPECT_EQ(book.pay_run(month("2026-03"))->slips.size(), 3U);
  EXPECT_TRUE(find_month_cost(file_->reader(), dolphin.keys, month("2026-03")));
  // Who came in before is told to come in again, and not that something is damaged.
  const auto told = [](const auto& act) {
    try {
      act();
    } catch (const BookFault& fault) {
      return std::string(book_fault_code(fault.why()));
    }
    return std::string("nothing");
  };
  EXPECT_EQ(told([&] { (void)book_.contracts(book_.workers().front().id); }), "keys_replaced");
  EXPECT_EQ(told([&] { (void)book_.pay_run(month("2026-03")); }), "keys_replaced");
  EXPECT_EQ(told([&] { (void)find_month_cost(file_->reader(), keys_, month("2026-03")); }),
            "keys_replaced");
  Session turtle = session_of("Turtle");
  EXPECT_FALSE(ReadLog(*file_, turtle.keys, clock_).reads().empty());
}

}  // namespace
}  // namespace tilia::db
