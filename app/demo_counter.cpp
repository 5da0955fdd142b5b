#include "app/demo_counter.h"

#include <algorithm>

#include "core/check.h"
#include "pos/take_back.h"

namespace tilia::app {
namespace {

constexpr int last_customer_minutes_before_closing = 10;

}  // namespace

bool DemoCounter::in(int parts, int of) {
  return chance_.below(static_cast<std::uint64_t>(of)) < static_cast<std::uint64_t>(parts);
}

std::vector<DemoCounter::Happening> DemoCounter::day_of(const Day& day) {
  using What = Happening::What;
  const auto weekday = static_cast<std::size_t>(day.weekday_from_monday());
  constexpr std::size_t friday = 4;
  std::vector<Happening> happenings;
  for (std::size_t at = 0; at < shops_.size(); ++at) {
    const DemoShop& shop = shops_[at];
    const int usual = shop.customers[weekday];
    if (usual == 0) continue;
    happenings.push_back({shop.opens_minute * 60, at, What::opens});
    happenings.push_back({shop.closes_minute * 60, at, What::closes});
    constexpr int quarter_minutes = 15;
    const bool has_trade = trades_.contains(shop.till);
    for (int minute = shop.opens_minute; has_trade && minute < shop.closes_minute;
         minute += quarter_minutes)
      happenings.push_back({minute * 60, at, What::trade});
    if (weekday == friday) happenings.push_back({(shop.closes_minute - 120) * 60, at, What::bank});
    // A fifth more or fewer than usual.
    const int count =
        usual * 4 / 5 +
        static_cast<int>(chance_.below(static_cast<std::uint64_t>(usual) * 2 / 5 + 1));
    const int latest = (shop.closes_minute - last_customer_minutes_before_closing) * 60;
    for (int customer = 0; customer < count; ++customer) {
      const int hour = static_cast<int>(weighted(shop.by_hour, chance_));
      const int second =
          shop.opens_minute * 60 + hour * 3600 + 60 + static_cast<int>(chance_.below(3600));
      // Who would come after the last moment came a little before it.
      const int before = static_cast<int>(chance_.below(1800));
      happenings.push_back({second < latest ? second : latest - before, at, What::customer});
    }
  }
  std::stable_sort(happenings.begin(), happenings.end(),
                   [](const auto& a, const auto& b) { return a.second_of_day < b.second_of_day; });
  return happenings;
}

void DemoCounter::live_day(const Day& day) {
  const Instant midnight = zone_.at(day, 0);
  for (const Happening& happening : day_of(day)) {
    const int minute = happening.second_of_day / 60;
    const Instant at = zone_.at(day, minute).plus_seconds(happening.second_of_day % 60);
    CHECK(at >= midnight);
    // A refund a moment ago may have moved the clock past the next customer's arrival: she waits.
    if (at > clock_.now()) clock_.set(at);
    happen(happening);
  }
}

void DemoCounter::happen(const Happening& happening) {
  const DemoShop& shop = shops_[happening.shop];
  switch (happening.what) {
    case Happening::What::opens: CHECK(drawer_.open(shop.till, shop.float_amount).ok()); return;
    case Happening::What::customer: return serve(shop);
    case Happening::What::trade: return trades_.at(shop.till)->quarter(ring_, drawer_);
    case Happening::What::bank: return bring_to_the_bank(shop);
    case Happening::What::closes: return close(shop);
  }
}

Quantity DemoCounter::quantity_of(const pos::Article& article) {
  if (article.unit == pos::Unit::each) {
    constexpr std::uint64_t buys_one = 70;
    constexpr std::uint64_t buys_at_most_two = 92;
    const std::uint64_t drawn = chance_.below(100);
    return Quantity::pieces(drawn < buys_one ? 1 : drawn < buys_at_most_two ? 2 : 3);
  }
  // What is dear by the kilogram is bought by the handful, washing by the bag; scales show 50 g
  // steps.
  constexpr std::int64_t dear_in_minor = 500'00;
  const bool dear = article.price.minor() > dear_in_minor;
  const auto steps = static_cast<std::int64_t>(chance_.below(dear ? 14 : 90));
  return Quantity::from_thousandths((dear ? 200 : 1500) + steps * 50);
}

pos::SaleRequest DemoCounter::request_of(const DemoShop& shop, Money& to_pay) {
  pos::SaleRequest request{pos::SaleId::mint(chance_), {}, {}, std::nullopt};
  std::vector<int> weights;
  for (const DemoArticle& sold : shop.articles) weights.push_back(sold.weight);
  const std::uint64_t count = 1 + chance_.below(static_cast<std::uint64_t>(shop.most_lines));
  for (std::uint64_t line = 0; line < count; ++line) {
    const std::size_t chosen = weighted(weights, chance_);
    weights[chosen] = 0;  // each article once; a second piece is a quantity
    const pos::Article& article = shop.articles[chosen].article;
    const Quantity quantity = quantity_of(article);
    request.lines.push_back({article.code, quantity});
    to_pay += article.price.times(quantity, Rounding::half_up).value();
  }
  if (in(shop.donation_in_hundred, 100)) {
    const auto tens = static_cast<std::int64_t>(1 + chance_.below(20));
    request.donation = Money::from_minor(tens * 10'00, to_pay.currency());
    to_pay += *request.donation;
  }
  return request;
}

void DemoCounter::serve(const DemoShop& shop) {
  Money to_pay = Money::zero(shop.float_amount.currency());
  pos::SaleRequest request = request_of(shop, to_pay);
  const Money goods = request.donation ? to_pay - *request.donation : to_pay;
  if (auto tender = customers_.next_tender(shop, goods)) {
    to_pay -= tender->amount;
    request.tenders.push_back(std::move(*tender));
  }
  if (to_pay.is_zero()) {
    // nothing is left to pay
  } else if (in(shop.card_in_hundred, 100)) {
    request.tenders.push_back({pos::TenderKind::card, to_pay});
  } else {
    request.tenders.push_back({pos::TenderKind::cash, handed_over(to_pay, chance_)});
  }
  const auto rung = ring_.ring_up(shop.till, request);
  CHECK(rung.ok());
  customers_.delivered(rung.value().sale);
  if (in(shop.refund_in_thousand, 1000)) take_back_a_line(shop, rung.value().sale);
}

void DemoCounter::take_back_a_line(const DemoShop& shop, const pos::Sale& sale) {
  clock_.set(clock_.now().plus_seconds(static_cast<std::int64_t>(60 + chance_.below(300))));
  const std::vector<std::string>& reasons = pos::refund_reasons();
  const pos::RefundRequest request{pos::SaleId::mint(chance_),
                                   sale.receipt,
                                   {{1, sale.priced.lines.front().quantity}},
                                   reasons[chance_.below(reasons.size())]};
  CHECK(pos::take_back(book_, pack_, clock_, shop.till, request).ok());
}

void DemoCounter::bring_to_the_bank(const DemoShop& shop) {
  customers_.pay_by_bank(shop);
  const auto look = drawer_.look(shop.till);
  CHECK(look.ok());
  const Money spare = look.value().expected - shop.float_amount;
  const Money thousands =
      spare.rounded_to(Money::from_minor(1000'00, spare.currency()), Rounding::floor).value();
  if (thousands.is_zero() || thousands.negative()) return;
  CHECK(drawer_.move_cash(shop.till, {pos::CashMove::Direction::out, thousands, "bank"}).ok());
}

void DemoCounter::close(const DemoShop& shop) {
  const auto look = drawer_.look(shop.till);
  CHECK(look.ok());
  Money there = look.value().expected;
  // Now and then a coin too few was given back, or one rolled under the counter.
  constexpr int days_between_slips = 12;
  if (in(1, days_between_slips))
    there -= Money::from_minor(in(1, 2) ? 10'00 : -20'00, there.currency());
  // Pieces lie in the drawer, not cents: what no piece can make is not there.
  const auto pieces = [this](const Money& amount) {
    return pos::fewest_pieces(amount, pack_.pieces);
  };
  auto counted = pieces(there);
  if (!counted)
    counted = pieces(there.rounded_to(pack_.pieces.back().value, Rounding::floor).value());
  CHECK(counted.has_value());
  CHECK(drawer_.close(shop.till, *counted).ok());
}

}  // namespace tilia::app
