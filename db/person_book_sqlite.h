// Everything about one person, out of the book for her own copy, or out of the book for good. What
// is taken out leaves no value that is sealed under her key, no row of hers, and, since the whole
// file is written anew, no old page; a search of every byte of the book and its log proves it. What
// the business needs stays without her: a month's heads and minutes.
//
//   PersonBookSqlite people(*file, keys, read_log);
//   const auto proof = people.erase(worker, going_now(plan), clock.now());
#pragma once

#include "db/key_ring.h"
#include "db/read_log.h"
#include "payroll/pay_book.h"
#include "payroll/person_copy.h"

namespace tilia::db {

class BookFile;
class WriteTransaction;

class PersonBookSqlite final : public payroll::PersonBook {
 public:
  // Those of `pay_book`: all have to outlive it.
  PersonBookSqlite(BookFile& book, payroll::PayBook& pay_book, const KeyRing& keys,
                   ReadLog& read_log)
      : book_(book), pay_book_(pay_book), keys_(keys), read_log_(read_log) {}

  [[nodiscard]] payroll::PersonCopy copy_of(const payroll::Worker& worker) override;
  payroll::ErasureProof erase(const payroll::Worker& worker,
                              const std::set<payroll::PersonPart>& parts,
                              const Instant& at) override;
  [[nodiscard]] std::set<payroll::PersonPart> gone_of(const payroll::Worker& worker) override;
  void finish_erasures() override;

 private:
  void clear_account(Connection& connection, const payroll::WorkerId& worker);
  void take_out(WriteTransaction& change, const payroll::Worker& worker,
                const std::set<payroll::PersonPart>& parts, const Instant& at);

  BookFile& book_;
  payroll::PayBook& pay_book_;
  const KeyRing& keys_;
  ReadLog& read_log_;
};

}  // namespace tilia::db
