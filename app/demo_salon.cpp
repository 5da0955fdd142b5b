#include "app/demo_salon.h"

#include <algorithm>

#include "core/check.h"
#include "pos/advance.h"
#include "pos/counter_rules.h"

namespace tilia::app {
namespace {

constexpr int quarter_minutes = 15;
constexpr int days_ahead = 14;
constexpr int visits_a_day = 9;
constexpr std::uint64_t no_show_in_hundred = 4;
constexpr std::uint64_t comes_by_in_hundred_quarters = 6;
constexpr std::uint64_t package_in_hundred_days = 20;
constexpr std::uint64_t uses_package_in_hundred = 60;
constexpr std::uint64_t tip_in_hundred = 12;
const std::vector<std::string> pictures{"🌷", "🌻", "🍀", "⭐", "🍎", "🐟", "🎈", "⛵", "🔑"};

}  // namespace

DemoSalon::DemoSalon(db::BookFile& file, const DemoShop& shop, const pos::CountryPack& pack,
                     const Zone& zone, const Clock& clock, std::uint64_t seed)
    : shop_(shop),
      pack_(pack),
      zone_(zone),
      clock_(clock),
      chance_(seed),
      book_(file),
      salon_book_(file),
      package_book_(file),
      customers_(file),
      consignment_(file),
      salon_(salon_book_, zone, clock),
      visits_(salon_book_, zone, clock),
      packages_({package_book_, customers_, zone, clock}) {}

void DemoSalon::begin() {
  const DemoTradePlan& plan = shop_.trade;
  const Day today = visits_.today();
  const std::vector<pos::Article> articles = book_.articles(today);
  for (const char* rule : {"counter.appointments", "counter.tips"})
    book_.set_counter_rule(pos::rule_of_till(rule, shop_.till), "yes", clock_.now());
  for (const pos::SalonColumn& column : plan.columns)
    CHECK(salon_
              .set_column({.code = column.code,
                           .kind = column.kind,
                           .name = column.name,
                           .picture = column.picture})
              .ok());
  for (const pos::SalonService& service : plan.services)
    CHECK(salon_.set_service(service, articles).ok());
  CHECK(plan.week.size() == 7);
  for (int weekday = 0; weekday < 7; ++weekday)
    CHECK(salon_.set_hours("", {weekday}, plan.week.at(static_cast<std::size_t>(weekday))).ok());
  CHECK(salon_.set_notes(plan.notes).ok());
  for (const pos::PackageOffer& offer : plan.packages) CHECK(packages_.offer(offer, articles).ok());
  leave_pieces_to_be_sold();
  for (int ahead = 0; ahead < days_ahead; ++ahead) book_some(today.plus_days(ahead));
}

void DemoSalon::leave_pieces_to_be_sold() {
  pos::KeepConsignment keep(consignment_, book_, zone_, clock_);
  for (const DemoConsigned& consigned : shop_.trade.consigned) {
    const std::int64_t maker = keep.add_maker().number;
    CHECK(keep.agree({.article = consigned.article,
                      .maker = maker,
                      .our_share = consigned.our_share,
                      .lost_is_paid = true})
              .ok());
    CHECK(keep.enter(pos::ConsignmentMove::Kind::brought, consigned.article,
                     Quantity::pieces(consigned.pieces))
              .ok());
  }
}

void DemoSalon::quarter(pos::RingUpSale& ring, pos::KeepDrawer& /*drawer*/) {
  const Day today = visits_.today();
  const auto minute = static_cast<int>(zone_.local_minute_of_day(clock_.now()));
  if (minute < shop_.opens_minute + quarter_minutes) {
    book_some(today.plus_days(days_ahead));
    if (in_hundred(chance_, package_in_hundred_days)) sell_a_package(ring);
  }
  for (const pos::Visit& visit : visits_.on(today)) step(visit, ring);
  const bool last_hour = minute + 60 >= shop_.closes_minute;
  if (!last_hour && in_hundred(chance_, comes_by_in_hundred_quarters)) somebody_comes_by();
}

void DemoSalon::book_some(const Day& day) {
  if (!is_open_on(shop_, day)) return;
  for (int visit = 0; visit < visits_a_day; ++visit) book_one(day);
}

std::vector<std::string> DemoSalon::codes_of(pos::ColumnKind kind) const {
  std::vector<std::string> codes;
  for (const pos::SalonColumn& column : shop_.trade.columns) {
    if (column.kind == kind) codes.push_back(column.code);
  }
  return codes;
}

// At a time that is offered; where none is free nobody is booked.
void DemoSalon::book_one(const Day& day) {
  const std::string person = one_of(codes_of(pos::ColumnKind::person), chance_);
  const std::string chair = one_of(codes_of(pos::ColumnKind::chair), chance_);
  std::vector<pos::Wanted> wanted{{one_of(shop_.trade.services, chance_).article, person, chair}};
  if (in_hundred(chance_, 20)) {
    const std::string& other = one_of(shop_.trade.services, chance_).article;
    if (other != wanted.front().article) wanted.push_back({other, person, chair});
  }
  std::vector<pos::OfferedTime> times = visits_.offered(day, wanted).value();
  std::erase_if(times, [](const pos::OfferedTime& each) { return !each.free; });
  if (times.empty()) return;
  const bool named = in_hundred(chance_, 60);
  CHECK(visits_
            .book({pos::VisitId::mint(chance_), wanted, one_of(times, chance_).start,
                   one_of(pictures, chance_),
                   named ? one_of(shop_.trade.names, chance_) : std::string()})
            .ok());
}

void DemoSalon::step(const pos::Visit& visit, pos::RingUpSale& ring) {
  using enum pos::VisitState;
  const Instant now = clock_.now();
  const auto becomes = [&](pos::VisitState state) {
    CHECK(visits_.set_state(visit.id, state).ok());
  };
  if (visit.state == booked && visit.start() <= now) {
    if (in_hundred(chance_, no_show_in_hundred)) return becomes(no_show);
    becomes(arrived);
    return becomes(in_progress);
  }
  const auto minute = static_cast<int>(zone_.local_minute_of_day(now));
  const bool closing = minute + quarter_minutes >= shop_.closes_minute;
  const bool over = visit.state == in_progress && (visit.end() <= now || closing);
  if (!over) return;
  becomes(done);
  pay(visit, ring);
}

// She waits until somebody is free.
void DemoSalon::somebody_comes_by() {
  const std::string& service = one_of(shop_.trade.services, chance_).article;
  for (const std::string& person : codes_of(pos::ColumnKind::person)) {
    for (const std::string& chair : codes_of(pos::ColumnKind::chair)) {
      const std::vector<pos::Wanted> wanted{{service, person, chair}};
      const pos::VisitId id = pos::VisitId::mint(chance_);
      const pos::Visit asked{.id = id,
                             .state = pos::VisitState::waiting,
                             .walk_in = true,
                             .came = clock_.now(),
                             .picture = {},
                             .name = {},
                             .services = {}};
      if (visits_.why_not_now(asked, wanted)) continue;
      CHECK(visits_.walk_in({id, {{service, "", ""}}, one_of(pictures, chance_), ""}).ok());
      CHECK(visits_.begin(id, wanted).ok());
      return;
    }
  }
}

Money DemoSalon::price_of(const std::string& article) const {
  for (const DemoArticle& sold : shop_.articles) {
    if (sold.article.code == article) return sold.article.price;
  }
  CHECK(false);
}

bool DemoSalon::use_a_package(pos::SaleRequest& request) {
  for (const pos::Package& package : package_book_.open_packages()) {
    for (pos::SaleRequest::Line& line : request.lines) {
      if (line.article != package.article || !in_hundred(chance_, uses_package_in_hundred))
        continue;
      const Money share = pos::next_times(package, 1).value().front();
      line.own_price = pos::AgreedPrice{share};
      request.delivers = pos::Delivery{pos::package_delivery, package.number};
      request.tenders.push_back(
          {pos::TenderKind::advance, share, pos::advance_of_package(package.number)});
      return true;
    }
  }
  return false;
}

void DemoSalon::pay(const pos::Visit& visit, pos::RingUpSale& ring) {
  pos::SaleRequest request{pos::SaleId::mint(chance_), {}, {}, std::nullopt};
  for (const pos::VisitService& service : visit.services)
    request.lines.push_back({service.article, Quantity::pieces(1)});
  static_cast<void>(use_a_package(request));
  Money to_pay = Money::zero(pack_.currency);
  for (const pos::SaleRequest::Line& line : request.lines) {
    if (!line.own_price) to_pay += price_of(line.article);
  }
  if (!to_pay.is_zero() && in_hundred(chance_, tip_in_hundred)) {
    const Money tip = Money::from_minor(100'00, to_pay.currency());
    request.extras.push_back({pos::ExtraKind::tip, tip});
    to_pay += tip;
  }
  if (!to_pay.is_zero() && in_hundred(chance_, static_cast<std::uint64_t>(shop_.card_in_hundred)))
    request.tenders.push_back({pos::TenderKind::card, to_pay});
  else if (!to_pay.is_zero())
    request.tenders.push_back({pos::TenderKind::cash, in_large_notes(to_pay)});
  CHECK(ring.ring_up(shop_.till, request).ok());
  CHECK(visits_.paid_by(visit.id, request.id).ok());
}

// Sums of a salon are paid with a note of a thousand more often than to the hundred.
Money DemoSalon::in_large_notes(const Money& due) {
  constexpr std::uint64_t with_thousands_in_hundred = 70;
  const bool thousands = in_hundred(chance_, with_thousands_in_hundred);
  const Money step = Money::from_minor(thousands ? 1000'00 : 100'00, due.currency());
  return due.rounded_to(step, Rounding::up).value();
}

void DemoSalon::sell_a_package(pos::RingUpSale& ring) {
  const pos::PackageOffer& offer = one_of(shop_.trade.packages, chance_);
  const auto made = packages_.make({pos::PackageId::mint(chance_), offer.code});
  CHECK(made.ok());
  CHECK(ring.ring_up(shop_.till, {.id = pos::SaleId::mint(chance_),
                                  .lines = {},
                                  .tenders = {{pos::TenderKind::card, offer.price}},
                                  .donation = std::nullopt,
                                  .extras = {{pos::ExtraKind::advance, offer.price,
                                              pos::advance_of_package(made.value().number)}}})
            .ok());
}

}  // namespace tilia::app
