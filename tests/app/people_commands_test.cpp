// People, pay and reports on the command line: two persons for a pay run, papers for everybody, no
// wage for the counter.
#include <gtest/gtest.h>

#include <fstream>

#include "program.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

// Three people with contracts and a whole March of hours; the clock stands at 1 April.
class March {
 public:
  March() {
    for (const char* alias : {"amber", "birch", "cedar"}) {
      bakery_.done({"worker", "add", "--alias", alias});
      bakery_.done(
          {"contract", "add", "--worker", alias, "--from", "2026-03-01", "--gross", "100000.00"});
    }
    bakery_.set_now("2026-04-01T09:00:00+02:00");
    for (const char* alias : {"amber", "birch", "cedar"})
      for (int day = 2; day <= 31; ++day)
        if (day % 7 != 0 && day % 7 != 1)  // 7 March was a Saturday
          bakery_.done({"hours", "add", "--worker", alias, "--day",
                        "2026-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day),
                        "--hours", "8"});
  }
  PracticeBakery* operator->() { return &bakery_; }

 private:
  PracticeBakery bakery_;
};

// A word that tells too much, spelt from its end: it stands nowhere in the project.
std::string telling_word() {
  const std::string word = "mitciv";
  return {word.rbegin(), word.rend()};
}

TEST(Names, ThatTellTooMuchAreWarnedAboutAndKept) {
  PracticeBakery bakery;
  const Json worker = bakery.done({"worker", "add", "--alias", telling_word()});
  EXPECT_EQ(worker["warnings"][0]["code"], "name_tells_too_much");
  EXPECT_EQ(worker["warnings"][0]["field"], "--alias");
  EXPECT_FALSE(bakery.done({"worker", "add", "--alias", "amber"}).contains("warnings"));
  bakery.write("pin", "747474");
  const Json user = bakery.done({"user", "add", "--name", telling_word() + " house", "--role",
                                 "counter", "--new-secret-file", bakery.file("pin").string()});
  EXPECT_EQ(user["warnings"].size(), 1U);
  bakery.write("more.csv", "article,name,price,vat,unit\nbag,Bag,10.00,standard,each\nbox,Box of " +
                               telling_word() + "s,10.00,standard,each\n");
  const Json taken = bakery.done({"article", "import", bakery.file("more.csv").string()});
  EXPECT_EQ(taken["imported"], 2);
  ASSERT_EQ(taken["warnings"].size(), 1U);
  EXPECT_EQ(taken["warnings"][0]["line"], 3);
  EXPECT_EQ(taken["warnings"][0]["field"], "name");
}

TEST(Names, AreWarnedAboutOnStandardErrorAndNeverRepeatedThere) {
  PracticeBakery bakery;
  const std::string book = bakery.file("other.tilia").string();
  const Ran ran = run({"--book", book, "init", "--country", "RS", "--kind", "bakery", "--kind",
                       "laundry", "--name", "Fine " + telling_word(), "--shop-name", "Crumb",
                       "--shop-name", "Foam", "--practice"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_NE(ran.err.find("--name"), std::string::npos) << ran.err;
  EXPECT_EQ(ran.err.find("--shop-name"), std::string::npos) << ran.err;
  EXPECT_EQ(ran.err.find(telling_word()), std::string::npos) << ran.err;
  const Ran odd = run({"--book", book + "2", "init", "--country", "RS", "--kind", "bakery",
                       "--kind", "laundry", "--kind", "salon", "--name", "Fine", "--shop-name",
                       "Crumb", "--shop-name", "Foam", "--practice"});
  EXPECT_EQ(odd.status, 2);
}

TEST(PaySlip, WorksOutSerbianPayWithoutABook) {
  const Ran ran =
      run({"--json", "pay", "slip", "--country", "RS", "--on", "2026-03-31", "--gross", "100000"});
  ASSERT_EQ(ran.status, 0) << ran.err;
  const Json slip = ran.json();
  EXPECT_EQ(slip["gross"], "100000.00");
  EXPECT_EQ(slip["lines"][0]["code"], "SRB_PIO_EE");
  EXPECT_EQ(slip["lines"][0]["rate"], "14");
  EXPECT_EQ(slip["lines"][0]["amount"], "14000.00");
  EXPECT_EQ(slip["tax"], "6577.90");
  EXPECT_EQ(slip["net"], "73522.10");
  EXPECT_EQ(slip["employer_cost"], "115150.00");
}

TEST(PayRun, IsDrawnUpByOneAndApprovedByAnother) {
  March march;
  const Json draft = march->done({"pay", "run", "--month", "2026-03"});
  EXPECT_EQ(draft["state"], "draft");
  EXPECT_EQ(draft["slips"].size(), 3U);
  EXPECT_EQ(draft["slips"][0]["net"], "73522.10");
  EXPECT_EQ(draft["totals"]["gross"], "300000.00");
  // Bee drew it up: she does not approve it.
  const Setting bee{.input = {}, .environment = {{"TILIA_SECRET", "333333"}}};
  const Ran same = march->tilia({"pay", "approve", "--month", "2026-03", "--as", "Bee"}, bee);
  EXPECT_EQ(same.status, 3);
  EXPECT_EQ(same.error_code(), "same_person");
  EXPECT_EQ(march->done({"pay", "approve", "--month", "2026-03"})["state"], "approved");
  EXPECT_EQ(march->tilia({"pay", "run", "--month", "2026-03"}).status, 3);
  EXPECT_EQ(
      march->tilia({"hours", "add", "--worker", "amber", "--day", "2026-03-02", "--hours", "4"})
          .status,
      3);
  const Json slips =
      march->done({"pay", "slips", "--month", "2026-03", "--pdf", march->file("payslips")});
  ASSERT_EQ(slips["files"].size(), 3U);
  for (const Json& file : slips["files"]) EXPECT_GT(fs::file_size(file.get<std::string>()), 1000U);
}

TEST(PayRun, IsNothingForTheCounter) {
  const PracticeBakery bakery;
  const Setting fox{.input = {}, .environment = {{"TILIA_SECRET", "111111"}}};
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"pay", "run", "--month", "2026-03"},
           {"pay", "slips", "--month", "2026-03", "--pdf", bakery.file("p")},
           {"worker", "add", "--alias", "amber"},
           {"hours", "list", "--month", "2026-03"}}) {
    std::vector<std::string> all = words;
    all.insert(all.end(), {"--as", "Fox"});
    EXPECT_EQ(bakery.tilia(all, fox).status, 5) << words[1];
  }
  EXPECT_FALSE(fs::exists(bakery.file("p")));
}

TEST(Worker, HasAnAliasOnceAndEnds) {
  const PracticeBakery bakery;
  bakery.done({"worker", "add", "--alias", "amber", "--picture", "🍁"});
  EXPECT_EQ(bakery.tilia({"worker", "add", "--alias", "amber"}).error_code(), "alias_taken");
  EXPECT_EQ(bakery.tilia({"worker", "add", "--alias", "Not An Alias"}).status, 3);
  bakery.done({"worker", "end", "--alias", "amber", "--on", "2026-03-31"});
  EXPECT_EQ(bakery.done({"worker", "list"})["workers"][0]["last_day"], "2026-03-31");
}

TEST(Punch, FollowsTheOneBefore) {
  PracticeBakery bakery;
  bakery.done({"worker", "add", "--alias", "amber"});
  EXPECT_EQ(bakery.tilia({"punch", "--worker", "amber", "--out"}).status, 3);
  bakery.done({"punch", "--worker", "amber", "--in", "--at", "2026-03-02T06:00:00+01:00"});
  bakery.done({"punch", "--worker", "amber", "--out", "--at", "2026-03-02T08:30:00+01:00"});
  const Json hours = bakery.done({"hours", "list", "--month", "2026-03"});
  ASSERT_EQ(hours["hours"].size(), 1U);
  EXPECT_EQ(hours["hours"][0]["worked_minutes"], 150);
  EXPECT_EQ(bakery.tilia({"punch", "--worker", "amber"}).status, 2);
  EXPECT_EQ(bakery.tilia({"punch", "--worker", "amber", "--in", "--out"}).status, 2);
}

TEST(Expense, IsListedAsItWasEntered) {
  const PracticeBakery bakery;
  bakery.done({"expense", "add", "--day", "2026-03-01", "--kind", "rent", "--amount", "42000.00"});
  const Json list = bakery.done({"expense", "list", "--from", "2026-03-01", "--to", "2026-03-31"});
  EXPECT_EQ(list["expenses"].dump(), R"([{"day":"2026-03-01","kind":"rent","amount":"42000.00"}])");
  for (const char* amount : {"-1.00", "0", "86000001", "much"})
    EXPECT_EQ(
        bakery
            .tilia({"expense", "add", "--day", "2026-03-01", "--kind", "rent", "--amount", amount})
            .status,
        3)
        << amount;
  EXPECT_EQ(
      bakery.tilia({"expense", "add", "--day", "2026-03-05", "--kind", "rent", "--amount", "1.00"})
          .error_code(),
      "day_in_future");
}

TEST(Report, IsHeldBackWhileFewerThanThreePeopleWork) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  bakery.done({"sale", "ring", "--till", "T1"},
              {.input = loaves(sale_id(1), "2", "200.00"), .environment = {}});
  const Ran ran = bakery.tilia({"report", "revenue-to-services", "--from", "2026-03-01", "--to",
                                "2026-03-02", "--pdf", bakery.file("r.pdf")});
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.error_code(), "fewer_than_three_people");
  EXPECT_FALSE(fs::exists(bakery.file("r.pdf")));
}

TEST(Report, NamesItsDaysInOrder) {
  const PracticeBakery bakery;
  EXPECT_EQ(
      bakery.tilia({"report", "revenue-to-services", "--from", "2026-03-02", "--to", "2026-03-01"})
          .error_code(),
      "from_after_to");
  EXPECT_EQ(
      bakery.tilia({"report", "revenue-to-services", "--from", "2026-03-01", "--to", "2026-03-31"})
          .error_code(),
      "period_in_future");
  EXPECT_EQ(
      bakery.tilia({"report", "revenue-to-services", "--from", "2026-02-01", "--to", "2026-02-28"})
          .error_code(),
      "nothing_in_period");
}

TEST(User, IsLetInByWhoMay) {
  const PracticeBakery bakery;
  bakery.write("pin", "123456\n");
  const auto add = [&](const char* name, const char* role) {
    return bakery.tilia(
        {"user", "add", "--name", name, "--role", role, "--new-secret-file", bakery.file("pin")});
  };
  EXPECT_EQ(add("Ana", "counter").status, 0);
  EXPECT_EQ(add("Ana", "counter").error_code(), "name_taken");
  // The manager acts, and holds no key to pay: only a holder lets another in.
  EXPECT_EQ(add("Mira", "payroll").status, 5);
  bakery.done({"user", "disable", "--name", "Ana"});
  const Setting ana{.input = {}, .environment = {{"TILIA_SECRET", "123456"}}};
  EXPECT_EQ(
      bakery.tilia({"day", "open", "--till", "T1", "--float", "1.00", "--as", "Ana"}, ana).status,
      5);
}

TEST(Person, GetsHerCopyFromFinanceAndTheAuditorTogetherAndFromNeitherAlone) {
  March march;
  march->write("amber.json", R"({"legal_name":"Invented Name","id_number":"0101990710006"})");
  march->done({"person", "identity", "amber", "--set", march->file("amber.json").string()});
  march->done({"pay", "run", "--month", "2026-03"});
  march->done({"pay", "approve", "--month", "2026-03"});
  const Json copy = march->done({"person", "export", "amber"});
  EXPECT_EQ(copy["held"]["identity"]["legal_name"], "Invented Name");
  EXPECT_EQ(copy["held"]["payslips"][0]["slip"]["gross"], "100000.00");
  EXPECT_EQ(copy["held"]["hours"].size(), 22U);
  EXPECT_EQ(copy["made_by"], (Json::array({"Dolphin", "Turtle"})));
  bool copy_noted = false;
  for (const Json& read : copy["read_by"]) copy_noted = copy_noted || read["record"] == "copy";
  EXPECT_TRUE(copy_noted) << "her copy says that it was made";
  const auto alone = [&](const char* who, const char* secret) {
    return march->tilia({"--as", who, "person", "export", "amber"},
                        {{}, {{"TILIA_SECRET", secret}}});
  };
  EXPECT_EQ(alone("Dolphin", "444444").status, 5);
  EXPECT_EQ(alone("Turtle", "555555").status, 5);
  EXPECT_EQ(alone("Owl", "222222").status, 5);
  const Ran twice =
      march->tilia({"--as", "Dolphin", "--with", "Dolphin", "person", "erase", "amber"},
                   {{}, {{"TILIA_SECRET", "444444"}, {"TILIA_SECRET_2", "444444"}}});
  EXPECT_EQ(twice.error_code(), "two_people");
  const auto file = march->file("copy.json");
  march->done({"person", "export", "amber", file.string()});
  EXPECT_EQ(fs::status(file).permissions() & fs::perms::group_read, fs::perms::none);
  EXPECT_EQ(march->done({"person", "check", file.string()})["holds"], true);
  std::ifstream in(file);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  text.replace(text.find("100000.00"), 1, "9");
  march->write("changed.json", text);
  const Ran changed = march->tilia({"person", "check", march->file("changed.json").string()});
  EXPECT_EQ(changed.status, 3);
  EXPECT_EQ(changed.error_code(), "copy_differs");
}

TEST(Person, IsErasedOnceHerWorkHasEndedAndHerPayIsApproved) {
  March march;
  EXPECT_EQ(march->tilia({"person", "erase", "amber"}).error_code(), "still_works");
  march->done({"worker", "end", "--alias", "amber", "--on", "2026-03-31"});
  EXPECT_EQ(march->tilia({"person", "erase", "amber"}).error_code(), "unpaid_month");
  march->done({"pay", "run", "--month", "2026-03"});
  march->done({"pay", "approve", "--month", "2026-03"});
  const Json kept = march->done({"person", "erase", "amber"});
  EXPECT_EQ(kept["parts"][0]["when"], "now");
  EXPECT_EQ(kept["parts"][4]["when"], "nobody_said") << "no period is guessed";
  EXPECT_EQ(kept["proof"]["found"], 0);
  EXPECT_EQ(march->tilia({"person", "erase", "amber"}).error_code(), "unknown_worker");
  march->done({"worker", "end", "--alias", "birch", "--on", "2026-03-31"});
  const Json gone = march->done({"person", "erase", "birch", "--nothing-to-keep"});
  for (const Json& part : gone["parts"]) EXPECT_EQ(part["when"], "now");
  EXPECT_EQ(march->done({"pay", "run", "--month", "2026-04"})["slips"].size(), 1U);
  static_cast<void>(march->entries());
}

TEST(WorkerLogin, IsOneWorkersAndIsTakenAwayAgain) {
  const PracticeBakery bakery;
  bakery.done({"worker", "add", "--alias", "amber"});
  bakery.done({"worker", "add", "--alias", "birch"});
  EXPECT_EQ(bakery.done({"worker", "login", "amber", "Fox"})["user"], "Fox");
  EXPECT_EQ(bakery.done({"worker", "login", "birch", "Fox"})["worker"], "birch");
  EXPECT_EQ(bakery.tilia({"worker", "login", "amber", "Nobody"}).error_code(), "unknown_user");
  EXPECT_EQ(bakery.tilia({"worker", "login", "heron", "Fox"}).error_code(), "unknown_worker");
  EXPECT_EQ(bakery.tilia({"worker", "login", "amber"}).error_code(), "one_login");
  EXPECT_EQ(bakery.tilia({"worker", "login", "amber", "Fox", "--nobody"}).error_code(),
            "one_login");
  EXPECT_EQ(bakery.done({"worker", "login", "birch", "--nobody"})["user"], "");
}

}  // namespace
}  // namespace tilia::app
