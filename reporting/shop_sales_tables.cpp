// A shop's sales as CSV and as a workbook with a sheet for days, hours, groups and differences.
#include <fmt/format.h>

#include "core/csv_field.h"
#include "reporting/shop_sales.h"
#include "reporting/workbook.h"

namespace tilia::reporting {
namespace {

std::string hour_text(int hour) { return fmt::format("{:02}:00", hour); }

std::string text_of(const std::optional<Money>& amount) { return amount ? amount->text() : ""; }

std::string name_of(const ShopSales::OfGroup& group, const Words& words) {
  return group.name.empty() ? words.say("pos.shop.no_group") : group.name;
}

class Sheets {
 public:
  Sheets(Workbook& book, const ShopSales& sales, const Words& words)
      : book_(book), sales_(sales), words_(words) {}

  void sums() {
    book_.start_sheet(words_.say("reporting.shop.sums"));
    headings({"reporting.shop.title"});
    row({sales_.organisation});
    row({sales_.shop.empty() ? words_.say("reporting.shop.all_shops") : sales_.shop});
    row({words_.say(Phrase("reporting.shop.period")
                        .with("from", sales_.from)
                        .with("to", sales_.to)
                        .with("currency", std::string(sales_.sales.currency().code())))});
    if (sales_.practice) row({words_.say("reporting.shop.practice")});
    if (sales_.open) row({words_.say("reporting.shop.open")});
    book_.start_row();
    amount("reporting.shop.sales", sales_.sales);
    amount("reporting.shop.vouchers_given", sales_.vouchers_given);
    amount("reporting.shop.makers_share", sales_.makers_share);
    amount("reporting.shop.vat", sales_.vat);
    row({words_.say("reporting.shop.customers")});
    book_.whole(sales_.sales_count);
    amount("reporting.shop.mean_day", sales_.mean_day);
    amount("reporting.shop.needed", sales_.needed);
  }

  void days() {
    book_.start_sheet(words_.say("reporting.shop.by_day"));
    headings({"reporting.shop.day", "reporting.shop.customers", "reporting.shop.sales",
              "reporting.shop.needed"});
    for (const ShopSales::OfDay& day : sales_.days) {
      row({day.day.text()});
      book_.whole(day.sales_count);
      book_.money(day.sales);
      optional(day.needed);
    }
  }

  void hours() {
    book_.start_sheet(words_.say("reporting.shop.by_hour"));
    headings({"reporting.shop.hour", "reporting.shop.customers", "reporting.shop.sales"});
    for (const ShopSales::OfHour& hour : sales_.hours) {
      row({hour_text(hour.hour)});
      book_.whole(hour.sales_count);
      book_.money(hour.sales);
    }
    if (sales_.too_few_days) row({words_.say("reporting.shop.too_few_days")});
  }

  void groups() {
    book_.start_sheet(words_.say("reporting.shop.by_group"));
    headings({"reporting.shop.group", "reporting.shop.sales"});
    for (const ShopSales::OfGroup& group : sales_.groups) {
      row({name_of(group, words_)});
      book_.money(group.sales);
    }
  }

  void differences() {
    book_.start_sheet(words_.say("reporting.shop.differences"));
    headings({"reporting.shop.month", "reporting.shop.shop", "reporting.shop.difference",
              "reporting.shop.budget"});
    for (const ShopSales::Difference& each : sales_.differences) {
      row({each.month.text()});
      book_.text(each.shop);
      book_.money(each.difference);
      optional(each.budget);
    }
  }

 private:
  void headings(const std::vector<const char*>& keys) {
    book_.start_row(true);
    for (const char* key : keys) book_.text(words_.say(key));
  }
  void row(const std::vector<std::string>& texts) {
    book_.start_row();
    for (const std::string& text : texts) book_.text(text);
  }
  void optional(const std::optional<Money>& amount) {
    if (amount)
      book_.money(*amount);
    else
      book_.nothing();
  }
  void amount(const char* key, const std::optional<Money>& amount) {
    if (!amount) return;
    row({words_.say(key)});
    book_.money(*amount);
  }

  Workbook& book_;
  const ShopSales& sales_;
  const Words& words_;
};

}  // namespace

std::string shop_sales_csv(const ShopSales& sales, const Words& words) {
  std::string text = "part,item,shop,sales_count,amount,needed_or_budget,currency\r\n";
  const std::string currency(sales.sales.currency().code());
  const auto add = [&](std::string_view part, const std::string& item, const std::string& shop,
                       const std::string& count, const Money& amount, const std::string& beside) {
    text += fmt::format("{},{},{},{},{},{},{}\r\n", part, csv_field(item), csv_field(shop), count,
                        amount.text(), beside, currency);
  };
  const auto counted = [](std::int64_t count) { return fmt::format("{}", count); };
  add("sum", "sales", sales.shop, counted(sales.sales_count), sales.sales, text_of(sales.needed));
  if (sales.vouchers_given) add("sum", "vouchers_given", sales.shop, "", *sales.vouchers_given, "");
  if (sales.makers_share) add("sum", "makers_share", sales.shop, "", *sales.makers_share, "");
  add("sum", "vat", sales.shop, "", sales.vat, "");
  for (const ShopSales::OfDay& day : sales.days)
    add("day", day.day.text(), sales.shop, counted(day.sales_count), day.sales,
        text_of(day.needed));
  for (const ShopSales::OfHour& hour : sales.hours)
    add("hour", hour_text(hour.hour), sales.shop, counted(hour.sales_count), hour.sales, "");
  for (const ShopSales::OfGroup& group : sales.groups)
    add("group", name_of(group, words), sales.shop, "", group.sales, "");
  for (const ShopSales::Difference& each : sales.differences)
    add("difference", each.month.text(), each.shop, "", each.difference, text_of(each.budget));
  return text;
}

void write_shop_sales_xlsx(const ShopSales& sales, const std::filesystem::path& file,
                           const Words& words) {
  Workbook book(file, sales.to);
  Sheets sheets(book, sales, words);
  sheets.sums();
  sheets.days();
  sheets.hours();
  sheets.groups();
  sheets.differences();
  book.save();
}

}  // namespace tilia::reporting
