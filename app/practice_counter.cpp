#include "app/practice_counter.h"

#include "db/new_book.h"

namespace tilia::app {
namespace {

pos::Organisation for_practice(pos::Organisation organisation) {
  organisation.practice = true;
  return organisation;
}

pos::PrinterSetting without_drawer(pos::PrinterSetting printer) {
  printer.has_drawer = false;
  return printer;
}

}  // namespace

PracticeCounter::PracticeCounter(const pos::CounterDoors& real, Words paper_words,
                                 pos::PrinterSetting printer, std::function<void()> on_end)
    : organisation_(for_practice(real.book.organisation())),
      file_(
          db::book_in_memory({.station = real.till}, organisation_, real.clock.now(), real.chance)),
      book_(*file_),
      tenders_(*file_),
      salon_(*file_),
      orders_(*file_),
      tickets_(*file_),
      packages_(*file_),
      history_(*file_),
      customers_(*file_),
      catalogue_(*file_),
      ring_(book_, real.pack, real.clock),
      drawer_(book_, real.pack, real.zone, real.clock, real.chance),
      paper_({organisation_, real.pack.fiscal_duty, false}, real.zone, std::move(paper_words),
             without_drawer(std::move(printer))),
      counter_({.book = book_,
                .ring = ring_,
                .drawer = drawer_,
                .pack = real.pack,
                .zone = real.zone,
                .clock = real.clock,
                .chance = real.chance,
                .draft = cart_,
                .drawer_pieces = drawer_pieces_,
                .count = count_,
                .tile_counts = tile_counts_,
                .approving = approving_,
                .crew = real.crew,
                .paper = paper_,
                .organisation = organisation_,
                .shop = real.shop,
                .till = real.till,
                .tenders = &tenders_,
                .speaker = real.speaker,
                .scale = real.scale,
                .end_practice = std::move(on_end),
                .salon = &salon_,
                .orders = &orders_,
                .customers = &customers_,
                .stock = &catalogue_,
                .sold_out = &sold_out_,
                .tickets = &tickets_,
                .packages = &packages_,
                .history = &history_}) {
  book_.put_articles(real.book.articles(real.zone.local_day(real.clock.now())), real.clock.now());
  for (const auto& [name, text] : real.book.counter_rules())
    book_.set_counter_rule(name, text, real.clock.now());
  if (real.orders != nullptr) {
    for (const pos::Ingredient& ingredient : real.orders->ingredients())
      orders_.put_ingredient(ingredient, real.clock.now());
    for (const pos::Recipe& recipe : real.orders->recipes())
      orders_.put_recipe(recipe, real.clock.now());
  }
  if (real.packages != nullptr) {
    for (const pos::PackageOffer& offer : real.packages->package_offers())
      packages_.put_package_offer(offer, real.clock.now());
  }
  if (real.salon != nullptr) like(real.salon->salon(), real.clock.now());
  if (real.tenders == nullptr) return;
  for (const pos::CustomerAccount& account : real.tenders->accounts())
    tenders_.set_account(account, real.clock.now());
}

// Set up as the real one, with nobody booked.
void PracticeCounter::like(const pos::Salon& salon, const Instant& now) {
  for (const pos::SalonColumn& column : salon.columns)
    salon_.set_column([&](const pos::Salon&) { return std::optional(column); }, now);
  for (const pos::SalonService& service : salon.services) salon_.set_service(service, now);
  for (const pos::HoursOf& hours : salon.hours)
    salon_.set_hours([&](const pos::Salon&) { return std::optional(hours); }, now);
  for (const pos::DatedHours& dated : salon.dated) salon_.set_day(dated, now);
  if (!salon.notes.empty()) salon_.set_notes(salon.notes, now);
}

}  // namespace tilia::app
