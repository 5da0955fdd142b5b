// The room Laundry: what is here and where it is, what is due on which day, what nobody fetched and
// what the shop's steps say of it, what may be noted of a piece, and the shop's rules.
#pragma once

#include <map>

#include "core/ui/office/room.h"
#include "pos/laundry/keep_tickets.h"

namespace tilia::pos {

class OfficeLaundry final : public ui::Room {
 public:
  OfficeLaundry(const KeepTickets::Doors& doors, Currency currency)
      : doors_(doors), currency_(currency), keep_(doors) {}

  // Something is here, or the counter shows tickets.
  [[nodiscard]] static bool is_kept(TicketBook& book, TillBook& till_book);

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown { tickets, ticket, days, unclaimed, marks, rules };
  void open(Shown shown);
  [[nodiscard]] ui::Page page_of(const char* title) const;
  [[nodiscard]] ui::Page tickets_page();
  [[nodiscard]] ui::Page ticket_page();
  [[nodiscard]] ui::Page days_page();
  [[nodiscard]] ui::Page unclaimed_page();
  [[nodiscard]] ui::Page marks_page();
  [[nodiscard]] ui::Page rules_page();
  void save_rules(const ui::Values& values);

  KeepTickets::Doors doors_;
  Currency currency_;
  KeepTickets keep_;
  Shown shown_ = Shown::tickets;
  Shown back_ = Shown::tickets;  // from where a ticket was opened
  std::int64_t chosen_ = 0;      // a ticket's number
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::pos
