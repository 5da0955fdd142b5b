// What is on the tray. Its sale id is minted when it opens and stays with its draft, so that the
// sale enters once whatever happens. Every step can be undone, back to the empty tray.
//
//   Cart cart(SaleId::mint(chance));
//   cart.add("white-loaf", Quantity::pieces(1));
//   store.save(cart.draft_text());
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pos/sale.h"
#include "pos/salon/visit.h"
#include "pos/ui/shelf.h"

namespace tilia::pos {

class Cart {
 public:
  // `for_others`: paid for whoever comes, it does not leave the shop now. `from_others`: somebody
  // paid for it before. `from_package`: times of the package that this tray delivers, at shares
  // that are told when it is paid.
  enum class Use { sold, for_others, from_others, from_package };
  struct Line {
    std::string article;
    Quantity quantity;
    std::optional<OwnPrice> own_price = std::nullopt;
    std::string note = {};
    Use use = Use::sold;
    friend bool operator==(const Line&, const Line&) = default;
  };
  static constexpr std::int64_t most_pieces = 999;  // of one article; a tap beyond does nothing
  static constexpr std::size_t most_lines = 500;

  explicit Cart(const SaleId& id) : id_(id) {}
  // The text that draft_text() wrote. Nothing for any other text. Articles that are gone from the
  // shelf are left out.
  [[nodiscard]] static std::optional<Cart> from_draft(std::string_view text, const Shelf& shelf,
                                                      Currency currency);
  [[nodiscard]] std::string draft_text() const;

  [[nodiscard]] const SaleId& id() const { return id_; }
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  [[nodiscard]] bool empty() const { return lines_.empty(); }
  // That leaves the shop with this tray.
  [[nodiscard]] Quantity quantity_of(std::string_view article) const;
  [[nodiscard]] Quantity quantity_of(std::string_view article, Use use) const;
  [[nodiscard]] Money total(const Shelf& shelf, Currency currency) const;
  // Of what is sold alone.
  [[nodiscard]] Money goods(const Shelf& shelf, Currency currency) const;
  // What the sale of this tray asks for, but for the times of a package.
  [[nodiscard]] std::vector<SaleRequest::Line> asked() const;

  // At the catalogue's price, or so many percent below, what is there already grows; at another
  // price, or beside what something was noted of, it is a line of its own.
  void add(const std::string& article, Quantity quantity,
           const std::optional<OwnPrice>& own_price = std::nullopt);
  // One for whoever comes, or one that somebody paid for; at the catalogue's price.
  void add_for_others(const std::string& article);
  void add_from_others(const std::string& article);
  // One time of that package. One that lies here to be paid is paid by it; else it is one more.
  // Nothing where the tray delivers something else.
  void add_of_package(std::int64_t number, const std::string& article);
  // The services of a visit, in one step: what is undone, waits or is found again after a crash has
  // the visit with it. One that is there already is not added again.
  void add_visit(const VisitId& visit, const std::vector<std::string>& articles);
  // None once nothing lies on the tray.
  [[nodiscard]] const std::vector<VisitId>& visits() const { return visits_; }
  // What was ordered, or is ready of a ticket, at the prices that were agreed, in one step. Lines
  // beside it stay. Pieces of a ticket go from the tray as they came: all or none.
  void add_delivery(const Delivery& delivery, const std::vector<Line>& lines);
  // What the sale of this tray hands over; nothing once none of it lies there any more.
  [[nodiscard]] const std::optional<Delivery>& delivers() const { return delivers_; }
  // Nothing: the catalogue's.
  void set_price(std::size_t line, const std::optional<OwnPrice>& own_price);
  // Of pieces, typed: 0 takes the line away.
  void set_pieces(std::size_t line, std::int64_t pieces);
  void take_away(std::size_t line);
  void set_note(std::size_t line, const std::string& note);
  void one_more(std::size_t line);
  // The last piece takes its line away; of something weighed, all of it.
  void one_less(std::size_t line);
  [[nodiscard]] bool can_undo() const { return !before_.empty(); }
  void undo();

 private:
  struct Contents {
    std::vector<Line> lines;
    std::vector<VisitId> visits;
    std::optional<Delivery> delivers;
  };
  void remember();
  void add_line(const Line& line);
  void put(const Line& line);
  void take_line(std::size_t line);
  [[nodiscard]] bool is_of_ticket(std::size_t line) const;
  void let_go();

  SaleId id_;
  std::vector<Line> lines_;
  std::vector<VisitId> visits_;
  std::optional<Delivery> delivers_;
  std::vector<Contents> before_;
};

// There is one label only, no more than was ordered, and no more than others paid for: what is put
// beside it is a line of its own.
[[nodiscard]] bool is_settled(const Cart::Line& line);
// Open hands where it stays here for whoever comes.
[[nodiscard]] std::string picture_on_tray(const Article& article, const Cart::Line& line);
// "White loaf · sliced".
[[nodiscard]] std::string name_on_tray(const Article& article, const Cart::Line& line);
// What one line costs, half-up to the minor unit; nothing where others or a package paid for it.
[[nodiscard]] Money line_amount(const Article& article, const Cart::Line& line);

}  // namespace tilia::pos
