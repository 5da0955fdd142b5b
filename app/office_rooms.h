// The rooms of the office for one person who is logged in: those that her role may enter, in their
// order.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/office_desks.h"
#include "app/office_makers.h"
#include "app/office_people.h"
#include "app/office_roster.h"
#include "core/ui/office/room.h"
#include "db/consignment_book_sqlite.h"

namespace tilia::app {

struct OfficeRoom {
  std::string key;
  Phrase name;
  std::unique_ptr<ui::Room> room;
  bool open_to_glances = false;  // shows nothing of anybody, and no pay
};

class OfficeRooms {
 public:
  OfficeRooms(OfficeBook& book, const db::User& user, Language language,
              std::function<void(Language)> speak);
  [[nodiscard]] const std::vector<OfficeRoom>& all() const { return rooms_; }
  // The room that is shown first.
  [[nodiscard]] const std::string& opens_with() const {
    return opens_with_.empty() ? rooms_.front().key : opens_with_;
  }

 private:
  void add(const char* key, const char* name, std::unique_ptr<ui::Room> room);
  void add_open(const char* key, const char* name, std::unique_ptr<ui::Room> room);
  void add_shop(OfficeBook& book, const db::User& user);
  void add_customers(OfficeBook& book, const db::User& user);
  void add_makers(OfficeBook& book, const db::User& user);
  void add_trades(OfficeBook& book, const db::User& user);
  void add_people_rooms(OfficeBook& book, const db::User& user);

  OfficePayDesk pay_desk_;
  OfficePersonDesk person_desk_;
  OfficeSampleDesk sample_desk_;
  OfficeRosterDesk roster_desk_;
  OfficeShopDesk shop_desk_;
  OfficeOlderSheets older_sheets_;
  OfficeShopFigures shop_figures_;
  OfficeAccountPaper account_paper_;
  OfficeInvoicePaper invoice_paper_;
  OfficeSettingsDesk settings_desk_;
  OfficeBookWord book_word_;
  db::ConsignmentBookSqlite makers_;
  OfficeConsignmentPaper consignment_paper_;
  std::optional<OfficeMakersMoney> makers_money_;
  std::vector<OfficeRoom> rooms_;
  std::string opens_with_;
};

}  // namespace tilia::app
