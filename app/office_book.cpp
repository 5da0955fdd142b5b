#include "app/office_book.h"

#include "db/book_fault.h"

namespace tilia::app {
namespace {

Zone zone_of(const pos::Organisation& organisation) {
  const std::optional<Zone> zone = Zone::named(organisation.zone);
  CHECK(zone.has_value());
  return *zone;
}

pos::CountryPack pack_of(const Resources& resources, const std::string& country, const Day& on) {
  auto pack = pos::load_country_pack(resources.counter_rules(), country, on);
  if (!pack) throw std::runtime_error("no country pack of " + country);
  return *pack;
}

}  // namespace

OfficeBook::OfficeBook(const std::filesystem::path& file, const Resources& resources,
                       const Clock& clock)
    : resources_(resources),
      clock_(clock),
      file_(db::BookFile::open(file, {.station = "office"})),
      heads_(*file_, clock, db::DeviceFolder::of_book(device_folder(), *file_)),
      till_book_(*file_),
      catalogue_book_(*file_),
      tender_book_(*file_),
      invoice_book_(*file_),
      customer_book_(*file_),
      salon_book_(*file_),
      package_book_(*file_),
      order_book_(*file_),
      ticket_book_(*file_),
      read_log_(*file_, keys_, clock),
      pay_book_(*file_, keys_, read_log_),
      roster_book_(*file_, keys_),
      person_book_(*file_, pay_book_, keys_, read_log_),
      figures_book_(*file_, keys_),
      users_(*file_, db::SecretPolicy::of_book(till_book_.organisation().practice), clock,
             db::DeviceFolder::of_book(device_folder(), *file_)),
      zone_(zone_of(till_book_.organisation())),
      shop_book_(*file_, zone_),
      pack_(pack_of(resources, till_book_.organisation().country, zone_.local_day(clock.now()))),
      rules_(resources.pay_rules()),
      working_time_(resources.working_time_rules()) {}

OfficeBook::~OfficeBook() {
  try {
    heads_.finish();
  } catch (const std::exception&) {  // the next start signs what is new
  }
}

void OfficeBook::tend() noexcept {
  try {
    file_->tend_log();
    heads_.tend();
  } catch (const db::BookFault&) {
  }
}

Words OfficeBook::paper_words() {
  const auto language = parse_language(organisation().language);
  return {language.value_or(Language::english), resources_.catalogues()};
}

const reporting::Typeface& OfficeBook::typeface() {
  if (!typeface_) typeface_ = std::make_unique<reporting::Typeface>(resources_.fonts());
  return *typeface_;
}

}  // namespace tilia::app
