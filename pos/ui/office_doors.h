// What the office's rooms about the shop need of the outside, each in a few words. app fulfils
// them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "core/result.h"
#include "core/secret.h"
#include "core/ui/office/room.h"
#include "pos/drawer_session.h"
#include "pos/shop.h"

namespace tilia::pos {

// A person who logs in, as the office shows her.
struct OfficeUser {
  std::string name;
  std::string picture;
  std::string role;  // "counter" "manager" "payroll" "finance" "auditor"
  bool disabled = false;
  bool approves = false;  // acts at the counter, with her own number there

  friend bool operator==(const OfficeUser&, const OfficeUser&) = default;
};

class OfficeCrew {
 public:
  virtual ~OfficeCrew() = default;
  [[nodiscard]] virtual std::vector<OfficeUser> users() = 0;
  // Lets her in, or says why not; the same for a name that is not there.
  [[nodiscard]] virtual Result<Done, Phrase> log_in(const std::string& name,
                                                    const Secret<std::string>& secret) = 0;
};

// How old the last backup is, for whoever cares for the book.
struct BackupWord {
  Phrase sentence;
  bool needs_look = false;
};

// The files of the room Catalogue.
class CatalogueFiles {
 public:
  virtual ~CatalogueFiles() = default;
  // Copies a picture into the folder beside the book and answers its name there; a sentence when it
  // is none.
  [[nodiscard]] virtual Result<std::string, Phrase> take_picture(
      const std::filesystem::path& file) = 0;
  virtual void write(const std::string& text, const std::filesystem::path& file) = 0;
};

// A closed day as paper.
class DaySheetPaper {
 public:
  virtual ~DaySheetPaper() = default;
  virtual void write(const DaySheet& sheet, const std::filesystem::path& file) = 0;
  // A file that may be shown at once, in the user's own temporary folder.
  [[nodiscard]] virtual std::filesystem::path paper_to_show(const std::string& name) = 0;
};

// Notes who opened the sheet of a day before today, before it is shown.
class OlderSheets {
 public:
  virtual ~OlderSheets() = default;
  virtual void note(const DaySheet& sheet) = 0;
};

// What this machine says about the book before work goes on in it.
class BookWord {
 public:
  virtual ~BookWord() = default;
  // That an older book was put in its place, or one from a backup: until somebody has read it.
  [[nodiscard]] virtual std::optional<Phrase> word() = 0;
  virtual void noted() = 0;
  // How old the last backup is.
  [[nodiscard]] virtual BackupWord backup() = 0;
};

// What the room Settings reads and changes.
class OfficeSettings {
 public:
  virtual ~OfficeSettings() = default;
  [[nodiscard]] virtual std::vector<OfficeUser> users() = 0;
  // The roles that who is logged in may give to somebody new.
  [[nodiscard]] virtual std::vector<std::string> roles_to_give() = 0;
  [[nodiscard]] virtual Result<Done, Phrase> add_user(const OfficeUser& user,
                                                      const Secret<std::string>& secret) = 0;
  [[nodiscard]] virtual Result<Done, Phrase> disable_user(const std::string& name) = 0;
  [[nodiscard]] virtual Result<Done, Phrase> set_approves(const std::string& name,
                                                          bool approves) = 0;
  // A rule of the counter (pos/counter_rules.h), as it is to be from now on.
  virtual void set_counter_rule(const std::string& name, const std::string& text) = 0;
  // For somebody who forgot hers, or who tried too often.
  [[nodiscard]] virtual Result<Done, Phrase> new_secret(const std::string& name,
                                                        const Secret<std::string>& secret) = 0;
  // Her own ways in beside her passphrase. A sheet of paper with words that open what she opens:
  // made now, the one before it opens nothing any more.
  [[nodiscard]] virtual std::filesystem::path new_recovery_sheet() = 0;
  [[nodiscard]] virtual Result<Done, Phrase> set_second_passphrase(
      const Secret<std::string>& secret) = 0;
  virtual void drop_second_passphrase() = 0;
  // What fewer than three people can open, in the language of the windows; empty: nothing.
  [[nodiscard]] virtual std::string few_holders() = 0;
  // A setting by its name, of the book or of this machine's till ("printer.way", "printer.target");
  // empty where it was never set.
  [[nodiscard]] virtual std::string setting(const std::string& name) = 0;
  virtual void set(const std::string& name, const std::string& value) = 0;
  // The head of every paper: name, address, tax number. Nothing else of it changes here.
  virtual void set_organisation(const Organisation& organisation) = 0;
  // The language of the windows, at once.
  virtual void speak(Language language) = 0;
  // Whether the book still holds every entry under a head that was typed from paper.
  [[nodiscard]] virtual ui::Remark compare_head(const std::string& typed) = 0;
  // The restore drill: opens a backup, whole, with the key of who is logged in, and puts nothing
  // back.
  [[nodiscard]] virtual ui::Remark try_backup(const std::filesystem::path& file) = 0;
  // What others read of the enterprise: its papers, and names on them that tell too much.
  struct Outside {
    std::vector<ui::Paper> papers;
    std::vector<std::string> telling_names;
  };
  [[nodiscard]] virtual Outside outside() = 0;
  virtual void write_outside(const std::filesystem::path& file) = 0;
  // A paper for a data-protection officer: "record", "retention", "assessment".
  virtual void write_privacy_paper(const std::string& paper, const std::filesystem::path& file) = 0;
  // How long records are kept: as the law says it, or as it is entered here.
  struct KeptRecords {
    std::string group;
    std::string kept;
    std::string why;
    bool by_law = false;
  };
  [[nodiscard]] virtual std::vector<KeptRecords> kept_records() = 0;
  // `months`: a number, or "always".
  [[nodiscard]] virtual Result<Done, Phrase> keep_records(const std::string& group,
                                                          const std::string& months,
                                                          const std::string& after,
                                                          const std::string& why) = 0;
  // One whole backup into that file.
  [[nodiscard]] virtual std::unique_ptr<ui::LongWork> backup_into(
      const std::filesystem::path& file) = 0;
};

// What a new book is made of.
struct NewBook {
  Organisation organisation;
  OfficeUser first_user;      // the manager
  std::string backup_folder;  // may be empty: later
};

class BookMaker {
 public:
  virtual ~BookMaker() = default;
  struct Country {
    std::string code;
    std::string currency;
    std::string zone;
    std::string language;
  };
  [[nodiscard]] virtual std::vector<Country> countries() = 0;
  [[nodiscard]] virtual std::vector<std::string> zones() = 0;
  // Makes the book and its first user, and answers her recovery sheet. A sentence when it may not
  // be.
  [[nodiscard]] virtual Result<std::filesystem::path, Phrase> make(
      const NewBook& book, const Secret<std::string>& secret) = 0;
  [[nodiscard]] virtual std::unique_ptr<ui::LongWork> practice_shop() = 0;
};

}  // namespace tilia::pos
