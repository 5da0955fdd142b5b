// `tilia funding …`: who pays which part of a wage. `funding split` needs no book.
#include <fmt/format.h>

#include "app/arguments.h"
#include "app/command_tree.h"
#include "payroll/funding/split_file.h"

namespace tilia::app {
namespace {

using payroll::FundingFile;
using payroll::FundingRefusal;

struct FundingOptions {
  std::string file;
};

[[noreturn]] void refuse(const FundingRefusal& why) {
  const bool no_json =
      why.why == FundingRefusal::Why::file && why.file.why == FileRefusal::Why::not_json;
  throw Stopped(no_json ? ExitStatus::unreadable : ExitStatus::refused,
                payroll::funding_refusal_code(why), payroll::sentence_of(why));
}

Rows split_rows(const payroll::WageSplit& split, const FundingFile& file, const Words& words) {
  Rows rows;
  for (std::size_t at = 0; at < split.months.size(); ++at) {
    const payroll::CostMonth& month = file.months[at];
    const payroll::MonthSplit& parts = split.months[at];
    const auto row = [&](const std::string& who, const Money& amount, const std::string& how) {
      rows.push_back(
          {words.month(month.month), month.worker, who, words.amount_with_currency(amount), how});
    };
    for (const payroll::FundingShare& share : parts.shares)
      row(file.agreements.funders[share.funder].code, share.amount, "");
    row(words.say("app.funding.own"), parts.own, "");
    for (const payroll::FundingShare& share : parts.paid_to_worker)
      row(file.agreements.funders[share.funder].code, share.amount,
          words.say("app.funding.to_worker"));
  }
  for (const payroll::FundingFinding& finding : split.findings)
    rows.push_back({words.say(payroll::sentence_of(finding, file))});
  if (rows.empty()) rows.push_back({words.say("app.funding.no_months")});
  return rows;
}

ExitStatus funding_split(Desk& desk, const FundingOptions& asked) {
  const auto file = payroll::read_funding_file(whole_file(asked.file));
  if (!file) refuse(file.refusal());
  const auto split = payroll::split_wages(file.value().agreements, file.value().months);
  if (!split) refuse({.why = FundingRefusal::Why::split, .split = split.refusal()});
  const auto say = [&desk](const Phrase& phrase) { return desk.words.say(phrase); };
  desk.printer.answer(Json::parse(payroll::wage_split_json(split.value(), file.value(), say)),
                      split_rows(split.value(), file.value(), desk.words));
  return ExitStatus::done;
}

}  // namespace

void add_funding_commands(CLI::App& root, Desk& desk) {
  CLI::App* funding = add_family(root, desk, "funding", "app.help.funding");
  auto options = std::make_shared<FundingOptions>();
  CLI::App* split = add_command(*funding, desk, "split", "app.help.funding_split",
                                "tilia funding split plans-and-months.json");
  add_option(split, desk, "file", options->file, "app.option.funding_file").required();
  does(split, desk, options, funding_split);
}

}  // namespace tilia::app
