// A small bakery in Serbia with a counter on a book in memory: what the screens' tests press.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/chance.h"
#include "core/clock.h"
#include "db/book_file.h"
#include "db/catalogue_book_sqlite.h"
#include "db/customer_book_sqlite.h"
#include "db/history_book_sqlite.h"
#include "db/laundry_book_sqlite.h"
#include "db/order_book_sqlite.h"
#include "db/package_book_sqlite.h"
#include "db/salon_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "db/till_book_sqlite.h"
#include "pos/devices/receipt_printer.h"
#include "pos/ui/counter.h"
#include "tests/pos/ui/own_time_of_tests.h"

namespace tilia::pos::tests {

// Keeps the draft as a file would, over the end of a counter.
class KeptDraft final : public DraftStore {
 public:
  [[nodiscard]] std::optional<std::string> load() override { return text; }
  void save(const std::string& new_text) override { text = new_text; }
  void clear() override { text.reset(); }
  std::optional<std::string> text;
};

// Fox and Owl have 111111; Bee, who manages, has 222222 and approves.
class FoxOwlAndBee final : public Crew {
 public:
  [[nodiscard]] const std::vector<std::string>& pictures() const override { return all; }
  [[nodiscard]] std::optional<Member> let_in(const std::string& picture,
                                             const Secret<std::string>& secret) override {
    if (picture == "🐝" && secret.reveal() == "222222") return Member{*staff_of(picture), true};
    const bool known = secret.reveal() == "111111" || secret.reveal() == "card 4006381 chal";
    if (!known || (picture != "🦊" && picture != "🦉")) return std::nullopt;
    return Member{*staff_of(picture), false};
  }
  [[nodiscard]] std::optional<StaffId> staff_of(const std::string& picture) override {
    IdBytes bytes{};
    bytes.back() = static_cast<std::uint8_t>(picture.back());
    return StaffId::from_bytes(bytes);
  }
  [[nodiscard]] bool machine_is_new() override { return new_machine; }
  bool new_machine = false;
  std::vector<std::string> all{"🦊", "🦉", "🐝"};
};

// Writes down what was printed; without paper it refuses, as a printer does.
class PaperOfTests final : public CounterPaper {
 public:
  void print_sale(const Sale& sale, bool copy) override {
    if (out_of_paper) throw PrinterFault("no paper");
    printed.push_back(sale.receipt + (copy ? " copy" : ""));
  }
  void print_owed(const Sale& sale, const Money& owed) override {
    if (out_of_paper) throw PrinterFault("no paper");
    printed.push_back(sale.receipt + " owes " + owed.text());
  }
  void print_come_back(const Sale& sale, const Money& amount) override {
    if (out_of_paper) throw PrinterFault("no paper");
    printed.push_back(sale.receipt + " later " + amount.text());
  }
  void print_bagged(const WaitingBag& bag) override {
    if (out_of_paper) throw PrinterFault("no paper");
    printed.push_back("bag " + bag.number);
  }
  void print_counted(const DaySheet& sheet) override {
    if (out_of_paper) throw PrinterFault("no paper");
    printed.push_back("counted " + sheet.counted.text());
  }
  void print_day_sheet(const DaySheet& sheet) override {
    if (out_of_paper) throw PrinterFault("no paper");
    printed.push_back("day " + std::to_string(sheet.number));
  }
  void print_order(const DueOrder& due, const std::vector<Article>& articles) override {
    if (out_of_paper) throw PrinterFault("no paper");
    printed.push_back("order " + std::to_string(due.order.number) + " of " +
                      std::to_string(due.order.lines.size()) + " in " +
                      std::to_string(articles.size()));
  }
  void print_bake_sheet(const BakeSheet& sheet, const std::string& till) override {
    if (out_of_paper) throw PrinterFault("no paper");
    printed.push_back("bake " + sheet.day.text() + " at " + till);
  }
  void print_package(const Package& package, const std::vector<Article>& /*articles*/) override {
    if (out_of_paper) throw PrinterFault("no paper");
    printed.push_back("package " + std::to_string(package.number));
  }
  void print_ticket(TicketPaper paper, const KnownTicket& known,
                    const std::vector<Article>& articles) override {
    if (out_of_paper) throw PrinterFault("no paper");
    const char* const names[] = {"bag", "slip", "tags"};
    printed.push_back(std::string(names[static_cast<int>(paper)]) + " " +
                      std::to_string(known.ticket.number) + " of " +
                      std::to_string(known.ticket.pieces.size()) + " in " +
                      std::to_string(articles.size()));
  }
  bool out_of_paper = false;
  std::vector<std::string> printed;
};

// An office that answers when the test says so.
class OfficeOfTests final : public OfficeCall {
 public:
  [[nodiscard]] State state() override { return now; }
  [[nodiscard]] bool office_is_open() override { return open; }
  [[nodiscard]] bool ask() override {
    if (reaches) now = State::asked;
    return reaches;
  }
  void end() override { now = State::quiet; }
  State now = State::quiet;
  bool open = true;
  bool reaches = true;
};

// Writes down what was said.
class SpeakerOfTests final : public Speaker {
 public:
  [[nodiscard]] bool can_speak() const override { return can; }
  void say(const std::string& sentence, Language /*language*/) override {
    said.push_back(sentence);
  }
  bool can = true;
  std::vector<std::string> said;
};

// Where a counter of tests stands and what it sells. By itself: bread and cakes in Serbia.
struct ShopOfCounter {
  std::string country = "RS";
  std::string name = "Zrno";
  bool practice = true;
  std::vector<Article> articles;
};
[[nodiscard]] ShopOfCounter bread_and_cakes();

class CounterOfTests {
 public:
  CounterOfTests() : CounterOfTests(bread_and_cakes()) {}
  explicit CounterOfTests(const ShopOfCounter& shop);

  // A new counter on the same book, draft and clock: the program was started again.
  void start_again();
  void log_in(const std::string& picture = "🦊");
  // 5,000.00 in pieces of many kinds.
  void count_a_float();
  // Logged in, with that in the drawer, at an empty tray.
  void begin_selling();
  // One loaf for 60.00 paid with 100.00; the change screen is shown.
  void sell_a_loaf();

  [[nodiscard]] Money dinars(std::int64_t whole) const;
  // Where the piece of that value stands in the count.
  [[nodiscard]] std::size_t piece(std::int64_t whole) const;
  [[nodiscard]] Counter& operator*() { return *counter; }
  [[nodiscard]] Counter* operator->() { return counter.get(); }

  std::string shop_name;
  SeededChance chance;
  SetClock clock;
  CountryPack pack;
  Zone zone;
  std::unique_ptr<db::BookFile> file;
  db::TillBookSqlite book;
  db::TenderBookSqlite tenders;
  db::SalonBookSqlite salon;
  db::OrderBookSqlite orders;
  db::LaundryBookSqlite tickets;
  db::PackageBookSqlite packages;
  db::HistoryBookSqlite history;
  db::CustomerBookSqlite customers;
  db::CatalogueBookSqlite catalogue;
  RingUpSale ring;
  KeepDrawer drawer;
  KeptDraft draft;
  KeptDraft drawer_pieces;
  KeptDraft kept_count;
  KeptDraft tile_counts;
  KeptDraft approving;
  KeptDraft sold_out;
  FoxOwlAndBee crew;
  PaperOfTests paper;
  OfficeOfTests call;
  SpeakerOfTests speaker;
  OwnTimeOfTests own_time;
  bool fiscal_number_wanted = false;
  int lock_minutes = 0;
  std::optional<Phrase> word_about_book;
  std::unique_ptr<Counter> counter;
};

}  // namespace tilia::pos::tests
