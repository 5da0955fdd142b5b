// Runs tests/cases/*.funding: pages that somebody who knows the agreements writes and reads.
//
//   currency EUR
//   funder F1 budget=12000.00 public_aid=yes
//   ceiling percent=75 basis=employer_cost
//   plan A1
//   phase F1 from=2026-01-01 to=2026-04-30 basis=employer_cost percent=100
//   phase F2 months=2026-11,2027-02 basis=fixed amount=147.00 steps=2027-01-01:120.00
//
//   month A1 2026-05 gross=500.00 employer_cost=525.00
//   F2 350.00 of 500.00                   a share and its basis, in order of payment
//   F1 175.00 of 525.00 cut cost          and what cut it
//   worker F3 50.00 of 50.00              a premium to the worker
//   own 0.00
//
//   used F1 175.00                        at the end; or: used F1 175.00 runs out 2026-05
//   refused funding.over_hundred          instead of all of these
//
// Words of a phase and of a month are those of the file of `tilia funding split`.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "payroll/funding/split_file.h"

namespace tilia::payroll {
namespace {

using Json = nlohmann::json;

Json listed(const std::string& text) {
  Json all = Json::array();
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) all.push_back(part);
  return all;
}

Json value_of(const std::string& key, const std::string& text) {
  if (text == "yes" || text == "no") return text == "yes";
  if (key == "priority" || key == "keep_months") return std::stoi(text);
  if (key == "months") return listed(text);
  if (key != "steps") return text;
  Json steps = Json::array();
  for (const Json& each : listed(text)) {
    const std::string step = each.get<std::string>();
    const std::size_t colon = step.find(':');
    steps.push_back({{"from", step.substr(0, colon)}, {"amount", step.substr(colon + 1)}});
  }
  return steps;
}

void add_words(std::istringstream& words, Json& to) {
  for (std::string word; words >> word;) {
    const std::size_t equals = word.find('=');
    to[word.substr(0, equals)] = value_of(word.substr(0, equals), word.substr(equals + 1));
  }
}

struct Page {
  Json file{{"funders", Json::array()}, {"plans", Json::array()}, {"months", Json::array()}};
  std::vector<std::string> expected;
};

Page read_page(const std::filesystem::path& path) {
  Page page;
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream words(line);
    std::string key, name;
    words >> key >> name;
    if (key == "currency") {
      page.file["currency"] = name;
    } else if (key == "funder") {
      page.file["funders"].push_back({{"code", name}});
      add_words(words, page.file["funders"].back());
    } else if (key == "ceiling") {
      std::istringstream again(line.substr(key.size()));
      add_words(again, page.file["aid_ceiling"]);
    } else if (key == "plan") {
      page.file["plans"].push_back({{"worker", name}, {"phases", Json::array()}});
    } else if (key == "phase") {
      Json phase{{"funder", name}};
      add_words(words, phase);
      page.file["plans"].back()["phases"].push_back(phase);
    } else if (key == "month") {
      std::string month;
      words >> month;
      Json one{{"worker", name}, {"month", month}};
      add_words(words, one);
      page.file["months"].push_back(one);
      page.expected.push_back("month " + name + " " + month);
    } else {
      page.expected.push_back(line);
    }
  }
  return page;
}

std::string share_line(const Json& share, const char* before) {
  std::string line =
      fmt::format("{}{} {} of {}", before, share["funder"].get<std::string>(),
                  share["amount"].get<std::string>(), share["basis_amount"].get<std::string>());
  for (const Json& cut : share["cuts"]) line += " cut " + cut.get<std::string>();
  return line;
}

std::vector<std::string> answered(const Json& file) {
  const auto read = read_funding_file(file.dump());
  if (!read) return {"refused " + funding_refusal_code(read.refusal())};
  const auto split = split_wages(read.value().agreements, read.value().months);
  if (!split)
    return {"refused " +
            funding_refusal_code({.why = FundingRefusal::Why::split, .split = split.refusal()})};
  const auto nothing_said = [](const Phrase&) { return std::string(); };
  const Json answer = Json::parse(wage_split_json(split.value(), read.value(), nothing_said));
  std::vector<std::string> lines;
  for (const Json& month : answer["months"]) {
    lines.push_back("month " + month["worker"].get<std::string>() + " " +
                    month["month"].get<std::string>());
    for (const Json& share : month["shares"]) lines.push_back(share_line(share, ""));
    for (const Json& share : month["paid_to_worker"]) lines.push_back(share_line(share, "worker "));
    lines.push_back("own " + month["own"].get<std::string>());
  }
  for (const Json& funder : answer["funders"]) {
    std::string line =
        "used " + funder["code"].get<std::string>() + " " + funder["used"].get<std::string>();
    if (!funder["runs_out"].is_null()) line += " runs out " + funder["runs_out"].get<std::string>();
    lines.push_back(line);
  }
  return lines;
}

class FundingCase : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(FundingCase, SaysWhatThePageSays) {
  const Page page = read_page(GetParam());
  std::vector<std::string> found = answered(page.file);
  // What a page does not say of the end is not asked.
  if (std::none_of(page.expected.begin(), page.expected.end(),
                   [](const std::string& line) { return line.starts_with("used "); }))
    std::erase_if(found, [](const std::string& line) { return line.starts_with("used "); });
  ASSERT_FALSE(page.expected.empty());
  const bool refused = found.front().starts_with("refused");
  if (refused)
    EXPECT_EQ(found.front(), page.expected.back());
  else
    EXPECT_EQ(fmt::format("{}", fmt::join(found, "\n")),
              fmt::format("{}", fmt::join(page.expected, "\n")));
}

std::vector<std::filesystem::path> pages() {
  std::set<std::filesystem::path> all;
  for (const auto& file : std::filesystem::directory_iterator(TILIA_SOURCE "/tests/cases"))
    if (file.path().extension() == ".funding") all.insert(file.path());
  return {all.begin(), all.end()};
}

INSTANTIATE_TEST_SUITE_P(Pages, FundingCase, testing::ValuesIn(pages()),
                         [](const auto& page) { return page.param.stem().string(); });

}  // namespace
}  // namespace tilia::payroll
