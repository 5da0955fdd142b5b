// `tilia package …`: so many times of one article, paid at once: what is offered, one for somebody,
// how many times are left. It is paid and used with `tilia sale ring`.
#include <fmt/format.h>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/day_answer.h"
#include "app/open_book.h"
#include "db/package_book_sqlite.h"
#include "pos/keep_packages.h"
#include "pos/package_card.h"
#include "reporting/papers.h"

namespace tilia::app {
namespace {

struct PackageOptions {
  std::string code;
  std::string article;
  std::int64_t times = 0;
  std::string price;
  bool not_offered = false;
  std::string id;
  std::string name;
  std::string phone;
  std::string customer;
  std::string text;
  std::int64_t number = 0;
  std::string till;
  std::string pdf;
};

[[noreturn]] void refuse(const pos::PackageRefusal& refusal) {
  throw Stopped(ExitStatus::refused, std::string(pos::package_refusal_code(refusal)),
                pos::sentence_of(refusal));
}

// The book's packages, for as long as one command works on them.
struct PackageDesk {
  explicit PackageDesk(OpenBook& open)
      : book(open.file()), keep({book, open.customer_book(), open.zone(), open.clock()}) {}
  db::PackageBookSqlite book;
  pos::KeepPackages keep;
};

Json offer_json(const pos::PackageOffer& offer) {
  return {{"code", offer.code},
          {"article", offer.article},
          {"times", offer.times},
          {"price", amount_json(offer.price)},
          {"currency", offer.price.currency().code()},
          {"offered", offer.offered}};
}

Json package_json(const pos::Package& package) {
  Json next = Json::array();
  if (const auto shares = pos::next_times(package, pos::times_left(package))) {
    for (const Money& share : *shares) next.push_back(amount_json(share));
  }
  return {{"number", package.number},
          {"id", package.id.text()},
          {"offer", package.offer},
          {"article", package.article},
          {"times", package.times},
          {"price", amount_json(package.price)},
          {"currency", package.price.currency().code()},
          {"since", package.since.text()},
          {"paid", package.owed.has_value()},
          {"owed", package.owed ? amount_json(*package.owed) : Json()},
          {"left", pos::times_left(package)},
          {"next", next},
          {"advance", pos::advance_of_package(package.number)},
          {"barcode", pos::package_barcode(package.number)}};
}

ExitStatus package_offer(Desk& desk, const PackageOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_vouchers);
  const Money price = counter_amount(asked.price, book.currency());
  const Day today = book.zone().local_day(book.clock().now());
  const auto offered = PackageDesk(book).keep.offer(
      {asked.code, asked.article, asked.times, price, !asked.not_offered},
      book.till_book().articles(today));
  if (!offered) refuse(offered.refusal());
  desk.printer.answer(offer_json(offered.value()),
                      Phrase("app.package.offer_kept").with("code", asked.code));
  return ExitStatus::done;
}

ExitStatus package_offers(Desk& desk, const PackageOptions& /*asked*/) {
  OpenBook book(desk);
  book.acting(Act::sell);
  Json list = Json::array();
  Rows rows;
  for (const pos::PackageOffer& offer : PackageDesk(book).book.package_offers()) {
    list.push_back(offer_json(offer));
    rows.push_back({offer.code, std::to_string(offer.times) + " × " + offer.article,
                    desk.words.amount(offer.price)});
  }
  const Json answer{{"offers", list}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.package.no_offers"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

pos::PackageAsked asked_package(OpenBook& book, const PackageOptions& asked) {
  pos::PackageAsked package{pos::PackageId::mint(book.chance()), asked.code};
  if (!asked.id.empty()) {
    const auto id = pos::PackageId::parse(asked.id);
    if (!id)
      throw Stopped(ExitStatus::wrong_usage, "bad_id",
                    Phrase("app.package.bad_id").with("found", asked.id));
    package.id = *id;
  }
  if (!asked.name.empty()) {
    package.customer = pos::CustomerId::mint(book.chance());
    package.noted = pos::Customer{*package.customer, asked.name, asked.phone};
  } else if (!asked.customer.empty()) {
    package.customer = pos::CustomerId::parse(asked.customer);
    if (!package.customer) refuse({pos::PackageRefusal::Why::unknown_customer});
  }
  return package;
}

ExitStatus package_make(Desk& desk, const PackageOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const auto made = PackageDesk(book).keep.make(asked_package(book, asked));
  if (!made) refuse(made.refusal());
  desk.printer.answer(package_json(made.value()),
                      Phrase("app.package.made")
                          .with("number", made.value().number)
                          .with("price", made.value().price)
                          .with("code", pos::advance_of_package(made.value().number)));
  book.sign_heads();
  return ExitStatus::done;
}

ExitStatus package_list(Desk& desk, const PackageOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  Json list = Json::array();
  Rows rows;
  for (const pos::KnownPackage& known : PackageDesk(book).keep.find(asked.text)) {
    Json json = package_json(known.package);
    json["customer"] = known.whose;
    list.push_back(json);
    rows.push_back({std::to_string(known.package.number), known.whose, known.package.article,
                    fmt::format("{} / {}", pos::times_left(known.package), known.package.times),
                    desk.words.amount(known.package.owed.value())});
  }
  const Json answer{{"packages", list}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.package.none"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus package_card(Desk& desk, const PackageOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::sell);
  const auto package = PackageDesk(book).keep.package(asked.number);
  if (!package) refuse(package.refusal());
  const std::string till = asked.till.empty() ? std::string() : book.known_till(asked.till);
  const Day today = book.zone().local_day(book.clock().now());
  const Strip strip = pos::package_card_strip(package.value(), book.till_book().articles(today),
                                              book.paper_head(), till, book.paper_words());
  if (!asked.pdf.empty())
    write_whole(asked.pdf, reporting::strip_pdf(strip, reporting::StripPaper::roll_80_mm,
                                                reporting::Typeface(desk.resources.fonts())));
  desk.printer.answer(package_json(package.value()), strip_rows(strip));
  return ExitStatus::done;
}

void add_offers(CLI::App& package, Desk& desk) {
  auto offering = std::make_shared<PackageOptions>();
  CLI::App* offer =
      add_command(package, desk, "offer", "app.help.package_offer",
                  "tilia package offer ten-cuts --article cut --times 10 --price 90.00");
  add_option(offer, desk, "code", offering->code, "app.option.package_offer").required();
  add_option(offer, desk, "--article", offering->article, "app.option.package_article").required();
  add_option(offer, desk, "--times", offering->times, "app.option.package_times").required();
  add_option(offer, desk, "--price", offering->price, "app.option.package_price").required();
  add_flag(offer, desk, "--not-offered", offering->not_offered, "app.option.package_not_offered");
  does(offer, desk, offering, package_offer);

  does(add_command(package, desk, "offers", "app.help.package_offers", "tilia package offers"),
       desk, std::make_shared<PackageOptions>(), package_offers);
}

}  // namespace

void add_package_commands(CLI::App& root, Desk& desk) {
  CLI::App* package = add_family(root, desk, "package", "app.help.package");
  add_offers(*package, desk);

  auto making = std::make_shared<PackageOptions>();
  CLI::App* make = add_command(*package, desk, "make", "app.help.package_make",
                               "tilia package make ten-cuts --name Mira --phone \"064 123\"");
  add_option(make, desk, "offer", making->code, "app.option.package_offer").required();
  add_option(make, desk, "--name", making->name, "app.option.package_name");
  add_option(make, desk, "--phone", making->phone, "app.option.package_phone");
  add_option(make, desk, "--customer", making->customer, "app.option.customer_id");
  add_option(make, desk, "--id", making->id, "app.option.package_id");
  does(make, desk, making, package_make);

  auto listing = std::make_shared<PackageOptions>();
  CLI::App* list =
      add_command(*package, desk, "list", "app.help.package_list", "tilia package list mira");
  add_option(list, desk, "text", listing->text, "app.option.package_text");
  does(list, desk, listing, package_list);

  auto printing = std::make_shared<PackageOptions>();
  CLI::App* card = add_command(*package, desk, "card", "app.help.package_card",
                               "tilia package card 17 --pdf card.pdf");
  add_option(card, desk, "number", printing->number, "app.option.package_number").required();
  add_option(card, desk, "--till", printing->till, "app.option.till");
  add_option(card, desk, "--pdf", printing->pdf, "app.option.pdf");
  does(card, desk, printing, package_card);
}

}  // namespace tilia::app
