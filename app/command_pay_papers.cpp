// `tilia pay year`, `tilia pay certificate`: papers that a worker takes with her.
#include <utility>

#include "app/arguments.h"
#include "app/command_pay.h"
#include "app/command_tree.h"
#include "app/open_book.h"
#include "app/work_papers.h"
#include "payroll/paid_before.h"

namespace tilia::app {
namespace {

struct YearOptions {
  std::string worker;
  int year = 0;
  std::string file;
  std::string language;
};

struct CertificateOptions {
  std::string worker;
  std::string job;
  std::vector<std::string> skills;
  std::string file;
  std::string language;
};

// --paper-language, else that of the organisation, as payslips have it.
Words words_asked(Desk& desk, OpenBook& book, const std::string& tag) {
  if (tag.empty()) return book.paper_words();
  const auto language = parse_language(tag);
  if (!language)
    throw Stopped(ExitStatus::wrong_usage, "bad_language",
                  Phrase("app.wrong.language").with("found", tag));
  return {*language, desk.resources.catalogues()};
}

// Those of the year that are approved, as they stand now: a month without one is left out.
std::vector<payroll::PayRun> approved_runs(OpenBook& book, int year) {
  std::vector<payroll::PayRun> runs;
  payroll::PaidBefore before(book.pay_book());
  Month month = Month::from(year, 1).value();
  for (; month.year() == year; month = month.next())
    if (auto run = payroll::as_it_stands(before, month)) runs.push_back(*std::move(run));
  return runs;
}

ExitStatus pay_year(Desk& desk, const YearOptions& asked) {
  if (!Month::from(asked.year, 1))
    throw Stopped(ExitStatus::wrong_usage, "bad_year",
                  Phrase("app.pay.bad_year").with("found", std::int64_t{asked.year}));
  OpenBook book(desk);
  book.acting(Act::read_pay);
  const payroll::Worker worker = known_worker(book, asked.worker);
  const Words words = words_asked(desk, book, asked.language);
  const auto paper = year_paper_of(book.pay_book().employer(), worker.alias, asked.year,
                                   approved_runs(book, asked.year));
  if (!paper)
    throw Stopped(ExitStatus::refused, "nothing_paid",
                  Phrase("app.pay.nothing_paid")
                      .with("alias", worker.alias)
                      .with("year", std::to_string(asked.year)));
  const reporting::Typeface typeface(desk.resources.fonts());
  write_whole(asked.file, reporting::year_pdf(*paper, typeface, words));
  Json months = Json::array();
  for (const auto& month : paper->months) months.push_back(month.month.text());
  desk.printer.answer(
      Json{
          {"worker", worker.alias}, {"year", asked.year}, {"months", months}, {"file", asked.file}},
      Phrase("app.pay.file_written").with("file", asked.file));
  return ExitStatus::done;
}

// The words of a code; nothing else is taken, so that no text about anybody comes in.
std::string chosen(const std::vector<WorkWord>& list, const std::string& code,
                   const Words& on_paper) {
  if (const WorkWord* word = find_word(list, code)) return on_paper.say(word->key);
  std::string codes;
  for (const WorkWord& word : list) codes += (codes.empty() ? "" : ", ") + std::string(word.code);
  throw Stopped(ExitStatus::wrong_usage, "not_in_list",
                Phrase("app.pay.not_in_list").with("found", code).with("codes", codes));
}

ExitStatus pay_certificate(Desk& desk, const CertificateOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::read_pay);
  const payroll::Worker worker = known_worker(book, asked.worker);
  const Words words = words_asked(desk, book, asked.language);
  const payroll::Employer employer = book.pay_book().employer();
  const std::string name = book.pay_book().identity(worker.id).legal_name;
  const Day today = book.zone().local_day(book.clock().now());
  reporting::CertificatePaper paper{
      .employer = {employer.trade_name.empty() ? employer.name : employer.trade_name,
                   employer.address, employer.tax_number},
      .worker = name.empty() ? worker.alias : name,
      .job = asked.job.empty() ? std::string() : chosen(shipped_jobs(), asked.job, words),
      .terms = certificate_terms(worker, book.pay_book().terms(worker.id), today),
      .skills = {},
      .on = today,
      .practice = employer.practice};
  for (const std::string& skill : asked.skills)
    paper.skills.push_back(chosen(shipped_skills(), skill, words));
  if (paper.terms.empty())
    throw Stopped(ExitStatus::refused, "no_contract_yet",
                  Phrase("app.pay.no_contract_yet").with("alias", worker.alias));
  const reporting::Typeface typeface(desk.resources.fonts());
  write_whole(asked.file, reporting::certificate_pdf(paper, typeface, words));
  desk.printer.answer(Json{{"worker", worker.alias}, {"file", asked.file}},
                      Phrase("app.pay.file_written").with("file", asked.file));
  return ExitStatus::done;
}

}  // namespace

void add_pay_paper_commands(CLI::App& pay, Desk& desk) {
  auto of_year = std::make_shared<YearOptions>();
  CLI::App* year = add_command(pay, desk, "year", "app.help.pay_year",
                               "tilia pay year --worker amber --year 2026 --out 2026.pdf");
  add_option(year, desk, "--worker", of_year->worker, "app.option.worker").required();
  add_option(year, desk, "--year", of_year->year, "app.option.pay_year").required();
  add_option(year, desk, "--out", of_year->file, "app.option.paper_out").required();
  add_option(year, desk, "--paper-language", of_year->language, "app.option.paper_language");
  does(year, desk, of_year, pay_year);
  auto chosen = std::make_shared<CertificateOptions>();
  CLI::App* certificate =
      add_command(pay, desk, "certificate", "app.help.pay_certificate",
                  "tilia pay certificate --worker amber --job baker --skill till --out work.pdf");
  add_option(certificate, desk, "--worker", chosen->worker, "app.option.worker").required();
  add_option(certificate, desk, "--job", chosen->job, "app.option.work_job");
  add_option(certificate, desk, "--skill", chosen->skills, "app.option.work_skill")
      .one_value_each();
  add_option(certificate, desk, "--out", chosen->file, "app.option.paper_out").required();
  add_option(certificate, desk, "--paper-language", chosen->language, "app.option.paper_language");
  does(certificate, desk, chosen, pay_certificate);
}

}  // namespace tilia::app
