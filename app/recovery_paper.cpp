#include "app/recovery_paper.h"

#include "app/arguments.h"
#include "db/recovery_words.h"
#include "reporting/recovery_sheet.h"

namespace tilia::app {

Result<Done, db::UserRefusal> write_recovery_sheet(db::Users& users, const db::Giver& who,
                                                   const PaperOfWords& paper,
                                                   const std::filesystem::path& file) {
  const reporting::RecoverySheet sheet{.organisation = paper.organisation,
                                       .login = who.user.name,
                                       .words = db::new_recovery_words(),
                                       .made_on = paper.today};
  write_whole(file, reporting::recovery_sheet_pdf(sheet, paper.typeface, paper.words));
  std::error_code ignored;
  try {
    auto set = users.set_second_door(who, db::Door::paper, sheet.words);
    if (!set) std::filesystem::remove(file, ignored);
    return set;
  } catch (...) {
    std::filesystem::remove(file, ignored);
    throw;
  }
}

}  // namespace tilia::app
