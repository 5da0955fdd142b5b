// Giving change: the sale is in the book, and there is all the time in the world. The pieces to
// give back, the fewest that the drawer can really pay, largest first; each is ticked off when it
// has left the hand and stays so. "None left" of one finds other pieces, until there are some after
// all; so do pieces that the customer adds later. Where the drawer cannot give the amount, a way
// out is offered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pos/drawer_pieces.h"
#include "pos/drawer_session.h"
#include "pos/sale.h"

namespace tilia::pos {

class Giving {
 public:
  struct Pile {
    CountedPiece pieces;
    bool given = false;
    friend bool operator==(const Pile&, const Pile&) = default;
  };
  static constexpr std::size_t most_came = 30;

  // `drawer`: as it is with what the customer gave, before anything goes back.
  Giving(const std::vector<Piece>& pieces, Sale sale, DrawerPieces drawer);

  [[nodiscard]] const Sale& sale() const { return sale_; }
  // The change, or what goes back for a refund; what came later; less what is owed.
  [[nodiscard]] Money back() const;
  // Where there is a way out: as much as the drawer can give.
  [[nodiscard]] const std::vector<Pile>& piles() const { return piles_; }
  [[nodiscard]] const std::optional<WaysOut>& way_out() const { return way_out_; }
  [[nodiscard]] DrawerPieces drawer_after() const;

  void tick(std::size_t pile);
  // Nothing for one that was given.
  void none_left(std::size_t pile);
  // The kinds of which that was said and none is to be given now; the largest first.
  [[nodiscard]] std::vector<Money> gone() const;
  // After all: as many as were believed to be there before. What was given stays given.
  void there_are_some(const Money& piece);
  // The newest of these two, as long as nothing else was done since.
  [[nodiscard]] bool can_undo() const { return !before_.empty(); }
  void undo();

  // The same pieces counted up from what was to pay to what was given, as many people hand change
  // over: the smallest first, and how far each leads.
  struct Step {
    std::size_t pile = 0;
    Money reached;
    friend bool operator==(const Step&, const Step&) = default;
  };
  [[nodiscard]] Money counted_up_from() const;
  [[nodiscard]] std::vector<Step> counted_up() const;

  // "Wait, I have 40 cents": pieces that the customer adds, and takes back.
  struct Came {
    Money piece;
    bool ran_out = false;  // none left of its kind was said after it came
  };
  [[nodiscard]] const std::vector<Came>& came() const { return came_; }
  void more_came(const Money& piece);
  // Not once it is part of what was given.
  void goes_back(std::size_t which);
  // What is to be noted of it; nothing as long as nothing came.
  [[nodiscard]] std::optional<PieceExchange> exchange() const;

  // The rest is owed: noted elsewhere, on paper and in the drawer's moves.
  void owe_the_rest();
  void was_owed_before(const Money& owed);  // noted before a crash
  [[nodiscard]] const Money& owed() const { return owed_; }

  // The number of a fiscal device beside the till: typed back, or skipped with a reason, or
  // neither.
  enum class Fiscal { not_asked, asked, typed, skipped };
  Fiscal fiscal = Fiscal::not_asked;
  std::string fiscal_number;
  bool exchange_is_noted = false;

 private:
  void propose();
  [[nodiscard]] std::vector<CountedPiece> all_back() const;
  [[nodiscard]] DrawerPieces drawer_with_what_came() const;

  struct Gone {
    Money piece;
    std::optional<std::int64_t> believed;  // before it was said
  };
  struct Before {
    DrawerPieces drawer;
    std::vector<Came> came;
    std::vector<Gone> gone;
  };
  const std::vector<Piece>* pieces_;
  Sale sale_;
  DrawerPieces drawer_;  // none of what ran out; without what came later
  std::vector<Pile> piles_;
  std::vector<Came> came_;
  std::vector<Gone> gone_;
  std::vector<Before> before_;  // each tap that can be undone
  Money owed_;
  std::optional<WaysOut> way_out_;
};

}  // namespace tilia::pos
