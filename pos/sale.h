// A sale as it was asked for, as it was worked out, and as it was posted. All money is in the
// shop's currency.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/business_day.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/money.h"
#include "core/quantity.h"
#include "pos/article.h"
#include "pos/cash_piece.h"
#include "pos/own_price.h"
#include "pos/vat.h"

namespace tilia::pos {

struct SaleTag;
using SaleId = Id<SaleTag>;
struct SessionTag;
using SessionId = Id<SessionTag>;

// `advance`: what was paid early for this is delivered now.
enum class TenderKind { cash, card, voucher, account, advance };
// "cash", "card", "voucher", "account", "advance"
[[nodiscard]] std::string_view tender_kind_text(TenderKind kind);
[[nodiscard]] std::optional<TenderKind> parse_tender_kind(std::string_view text);

struct Tender {
  TenderKind kind = TenderKind::cash;
  Money amount;                // cash: what was handed over, change not yet taken off
  std::string reference = {};  // a voucher's number, an account's or advance's code; else empty

  friend bool operator==(const Tender&, const Tender&) = default;
};

// Money that comes with a sale and is none: no VAT, not in its total, like a donation. It is not
// the shop's own (a tip, a voucher that will be used, what is paid early for something that is
// owed: pos/advance.h), or was a sale on another day (an account).
enum class ExtraKind { tip, voucher_sold, account_paid, advance };
[[nodiscard]] std::string_view extra_kind_text(ExtraKind kind);  // "tip", "voucher_sold", …
[[nodiscard]] std::optional<ExtraKind> parse_extra_kind(std::string_view text);

struct Extra {
  ExtraKind kind = ExtraKind::tip;
  Money amount;
  // A voucher's number, which the book gives where none is asked for; an account's or advance's
  // code.
  std::string reference = {};
  std::optional<Day> valid_until = std::nullopt;  // of a voucher: this day included

  friend bool operator==(const Extra&, const Extra&) = default;
};
[[nodiscard]] Money sum_of(const std::vector<Extra>& extras, Currency currency);

// What a sale hands over of what was promised before: an order whole, some pieces of a ticket,
// sessions of a package. It ends, or goes on, in the transaction of the sale.
inline constexpr const char* order_delivery = "order";
inline constexpr const char* ticket_delivery = "ticket";
inline constexpr const char* package_delivery = "package";
struct Delivery {
  std::string what;  // one of these
  std::int64_t number = 0;
  std::vector<std::int64_t> pieces = {};  // of a ticket, by their tags; else none

  friend bool operator==(const Delivery&, const Delivery&) = default;
};

// What was asked. The id is minted when the cart opens and kept with the draft: the same id enters
// once.
struct SaleRequest {
  struct Line {
    std::string article;
    Quantity quantity;
    std::optional<OwnPrice> own_price = std::nullopt;
    std::string note = {};  // "sliced": what the shop offers to note; may be empty
    friend bool operator==(const Line&, const Line&) = default;
  };
  SaleId id;
  std::vector<Line> lines;
  std::vector<Tender> tenders;
  std::optional<Money> donation;  // given at the counter: no sale, no VAT
  std::vector<Extra> extras = {};
  std::optional<Delivery> delivers = std::nullopt;

  friend bool operator==(const SaleRequest&, const SaleRequest&) = default;
};

// A line as sold: it keeps the name, price, VAT class and rate of that moment.
struct SaleLine {
  std::string article;
  std::string name;
  Unit unit = Unit::each;
  Quantity quantity;  // negative on a refund
  Money unit_price;
  Money amount;  // quantity × unit price, half-up, unless of an own price; negative on a refund
  VatClass vat_class = VatClass::standard;
  Rate vat_rate;
  std::string page;
  // Where the price was changed by right: the amount at the catalogue's price.
  std::optional<Money> usual_amount = std::nullopt;
  std::string note = {};

  friend bool operator==(const SaleLine&, const SaleLine&) = default;
};

// VAT of these lines: one sum for each rate, in the order of the classes. Two classes with one rate
// (Romania since August 2025) are one sum, named by the first of them; zero and exempt stay apart.
[[nodiscard]] std::vector<VatSum> vat_of(const std::vector<SaleLine>& lines);

struct RefundOf {
  std::string receipt;                           // of the sale that is taken back
  std::string reason;                            // a code of the fixed list
  std::vector<std::int64_t> line_numbers;        // from 1, beside each line of the refund
  std::vector<std::int64_t> extra_numbers = {};  // from 1, beside each of its extras

  friend bool operator==(const RefundOf&, const RefundOf&) = default;
};

// total = Σ lines. to pay = total + donation + Σ extras + cash_rounding = Σ tenders − change.
struct PricedSale {
  std::vector<SaleLine> lines;
  std::vector<VatSum> vat;
  std::vector<Tender> tenders;  // on a refund: what went back, negative
  Money total;
  Money donation;
  Money cash_rounding;
  Money change;
  std::vector<Extra> extras = {};  // on a refund: what was taken back, negative
  std::optional<Delivery> delivers = std::nullopt;

  friend bool operator==(const PricedSale&, const PricedSale&) = default;
};

// As posted.
struct Sale {
  SaleId id;
  std::string till;
  SessionId session;
  std::string receipt;  // "T1-1-1042": till, epoch, a gap-free counter of its own
  Instant at;
  BusinessDay business_day;
  PricedSale priced;
  std::optional<RefundOf> refund_of;

  friend bool operator==(const Sale&, const Sale&) = default;
};

// Cash that goes back to the customer: the change of a sale, the cash part of a refund.
[[nodiscard]] Money cash_back(const Sale& sale);

}  // namespace tilia::pos
