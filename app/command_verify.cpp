#include "app/command_verify.h"

#include <algorithm>

#include "app/book_word.h"
#include "app/open_book.h"
#include "db/sealed_journal.h"
#include "db/verify_heads.h"

namespace tilia::app {
namespace {

struct VerifyOptions {
  std::vector<std::string> against;
};

std::string_view text_of(db::JournalCheck::Break::Why why) {
  using Why = db::JournalCheck::Break::Why;
  switch (why) {
    case Why::gap: return "gap";
    case Why::link: return "link";
    case Why::content: return "content";
  }
  CHECK(false);
}

std::string_view text_of(db::HeadsCheck::Break::Why why) {
  using Why = db::HeadsCheck::Break::Why;
  switch (why) {
    case Why::gap: return "gap";
    case Why::signature: return "signature";
    case Why::entries: return "entries";
  }
  CHECK(false);
}

std::vector<db::ShortHead> asked_heads(const std::vector<std::string>& typed) {
  std::vector<db::ShortHead> heads;
  for (const std::string& text : typed) {
    auto head = db::parse_short_head(text);
    if (!head)
      throw Stopped(ExitStatus::wrong_usage, "bad_head",
                    Phrase("book.head.no_head").with("found", text));
    heads.push_back(*std::move(head));
  }
  return heads;
}

// What was found, said to a person and to a script.
class Told {
 public:
  Told(const Words& words, Json json) : words_(words), json_(std::move(json)) {}

  void say(const Phrase& sentence) { rows_.push_back({words_.say(sentence)}); }
  void breaks(const Phrase& sentence) {
    holds_ = false;
    say(sentence);
  }
  Json& json() { return json_; }
  ExitStatus end(Printer& printer) {
    json_["holds"] = holds_;
    if (holds_) rows_.insert(rows_.begin(), {words_.say("app.journal.holds")});
    printer.answer(json_, rows_);
    return holds_ ? ExitStatus::done : ExitStatus::refused;
  }

 private:
  const Words& words_;
  Json json_;
  Rows rows_;
  bool holds_ = true;
};

void tell_chains(Told& told, const db::JournalCheck& chains) {
  if (!chains.first_break) return;
  const db::JournalCheck::Break& broken = *chains.first_break;
  told.json()["first_break"] = {{"station", broken.station},
                                {"epoch", broken.epoch},
                                {"seq", broken.seq},
                                {"why", text_of(broken.why)}};
  told.breaks(Phrase("app.journal.breaks")
                  .with("seq", broken.seq)
                  .with("station", broken.station)
                  .with("epoch", broken.epoch));
}

void tell_heads(Told& told, const db::HeadsCheck& check) {
  Json& json = told.json();
  json["signed_heads"] = check.signed_heads;
  json["trees"] = Json::array();
  for (const db::StationTree& each : check.trees) {
    const db::Hash root = each.tree.root();
    json["trees"].push_back({{"station", each.station},
                             {"size", each.tree.size()},
                             {"root", hex_text(root)},
                             {"head", db::short_head_text(each.station, each.tree.size(), root)}});
  }
  const db::BookRoot book = db::book_root(check.trees);
  json["head"] = db::short_head_text(std::string(db::whole_book), book.size, book.root);
  json["keys"] = Json::array();
  for (const db::HeadsCheck::KeyBegun& key : check.keys)
    json["keys"].push_back({{"station", key.station},
                            {"size", key.size},
                            {"at", key.at ? Json(key.at->text()) : Json()},
                            {"public_key", hex_text(key.public_half)}});
  if (!check.first_break) return;
  const db::HeadsCheck::Break& broken = *check.first_break;
  json["first_head_break"] = {{"number", broken.number},
                              {"station", broken.station},
                              {"size", broken.size},
                              {"why", text_of(broken.why)}};
  told.breaks(Phrase("app.journal.head_breaks")
                  .with("number", broken.number)
                  .with("station", broken.station)
                  .with("size", broken.size));
}

// A key that is not its station's first: somebody should know why it changed.
void tell_changed_keys(Told& told, const db::HeadsCheck& check) {
  std::vector<std::string> known;
  for (const db::HeadsCheck::KeyBegun& key : check.keys) {
    if (std::find(known.begin(), known.end(), key.station) != known.end())
      told.say(Phrase("app.journal.key_changed")
                   .with("station", key.station)
                   .with("size", key.size)
                   .with("time", key.at ? key.at->text() : std::string("–")));
    known.push_back(key.station);
  }
}

void tell_answers(Told& told, const db::HeadsCheck& check) {
  if (check.answers.empty()) return;
  told.json()["against"] = Json::array();
  for (const db::HeadAnswer& each : check.answers) {
    told.json()["against"].push_back({{"head", each.asked.text()},
                                      {"answer", db::answer_code(each.answer)},
                                      {"entries", each.entries}});
    if (each.answer == db::HeadAnswer::Answer::holds)
      told.say(db::sentence_of(each));
    else
      told.breaks(db::sentence_of(each));
  }
}

void tell_memory(Told& told, const std::optional<db::BookFinding>& found, const Zone& zone) {
  told.json()["this_machine"] = nullptr;
  if (!found) return;
  told.json()["this_machine"] = {{"found", db::finding_code(found->kind)},
                                 {"station", found->station},
                                 {"remembered", found->remembered},
                                 {"entries", found->entries}};
  if (found->newest) told.json()["this_machine"]["newest_entry"] = found->newest->text();
  // What was put back on purpose is known, and breaks nothing.
  if (found->kind == db::BookFinding::Kind::restored)
    told.say(sentence_of(*found, zone));
  else
    told.breaks(sentence_of(*found, zone));
}

// Needs no user: what it tells, nobody is hurt by.
ExitStatus journal_verify(Desk& desk, const VerifyOptions& options) {
  const std::vector<db::ShortHead> asked = asked_heads(options.against);
  const auto file = db::BookFile::open(asked_book(desk), {.station = "cli"});
  const db::JournalCheck chains = db::verify_journal(file->reader());
  const db::SealedCheck sealed = db::verify_sealed(file->reader());
  const db::HeadsCheck heads = db::verify_heads(file->reader(), asked);
  const Zone zone = Zone::named(db::TillBookSqlite(*file).organisation().zone).value();
  Told told(desk.words, Json{{"holds", true},
                             {"entries", chains.entries},
                             {"heads", heads_json(chains.heads)},
                             {"sealed_entries", sealed.entries}});
  tell_chains(told, chains);
  if (sealed.first_break) {
    told.json()["first_sealed_break"] = *sealed.first_break;
    told.breaks(Phrase("app.journal.sealed_breaks").with("seq", *sealed.first_break));
  }
  tell_heads(told, heads);
  tell_changed_keys(told, heads);
  tell_answers(told, heads);
  tell_memory(told, finding_about(*file), zone);
  return told.end(desk.printer);
}

ExitStatus journal_acknowledge(Desk& desk, const VerifyOptions&) {
  OpenBook book(desk);
  book.acting(Act::care_for_book);
  db::BookWitness witness(db::DeviceFolder::of_book(device_folder(), book.file()));
  const auto found = witness.look(book.file().reader());
  witness.acknowledge(book.file().reader());
  desk.printer.answer(
      Json{{"acknowledged", found ? Json(db::finding_code(found->kind)) : Json()}},
      Phrase(found ? "app.journal.acknowledged" : "app.journal.nothing_to_acknowledge"));
  return ExitStatus::done;
}

}  // namespace

Json heads_json(const std::vector<db::ChainHead>& heads) {
  Json json = Json::array();
  for (const db::ChainHead& head : heads)
    json.push_back({{"station", head.station},
                    {"epoch", head.epoch},
                    {"seq", head.seq},
                    {"hash", hex_text(head.hash)}});
  return json;
}

void add_journal_verify(CLI::App& journal, Desk& desk) {
  auto options = std::make_shared<VerifyOptions>();
  CLI::App* verify = add_command(journal, desk, "verify", "app.help.journal_verify",
                                 "tilia journal verify --against \"T1 1042 7KQ4-M2XD-9PHR-W3TC\"");
  add_option(verify, desk, "--against", options->against, "app.option.against").one_value_each();
  does(verify, desk, options, journal_verify);
  does(add_command(journal, desk, "acknowledge", "app.help.journal_acknowledge",
                   "tilia journal acknowledge"),
       desk, std::make_shared<VerifyOptions>(), journal_acknowledge);
}

}  // namespace tilia::app
