// Making the first book from the office: a real one from the form, or a practice shop with a month
// behind it.
#pragma once

#include <filesystem>

#include "app/paper_folder.h"
#include "app/resources.h"
#include "core/clock.h"
#include "db/users.h"
#include "pos/ui/office_doors.h"

namespace tilia::app {

class OfficeBookMaker final : public pos::BookMaker {
 public:
  OfficeBookMaker(std::filesystem::path file, const Resources& resources, const Clock& clock,
                  Language language)
      : file_(std::move(file)), resources_(resources), clock_(clock), language_(language) {}
  std::vector<Country> countries() override;
  std::vector<std::string> zones() override;
  Result<std::filesystem::path, Phrase> make(const pos::NewBook& book,
                                             const Secret<std::string>& secret) override;
  std::unique_ptr<ui::LongWork> practice_shop() override;

 private:
  [[nodiscard]] std::filesystem::path first_sheet() const;
  void write_first_sheet(db::Users& users, const db::Giver& who,
                         const pos::Organisation& organisation);

  std::filesystem::path file_;
  const Resources& resources_;
  const Clock& clock_;
  Language language_;
  PaperFolder papers_;  // the first recovery sheet: gone when the room is left
};

}  // namespace tilia::app
