// What is wasted or given away, at the counter, without a window: which one, what becomes of it and
// why, and how many. Only the last press writes something down.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "pos/keep_stock.h"

namespace tilia::pos {

class WasteScreen {
 public:
  enum class Step { which, what, why, many };
  explicit WasteScreen(const KeepStock& keep) : keep_(keep) {}

  [[nodiscard]] Step step() const { return step_; }
  [[nodiscard]] const std::optional<Phrase>& refusal() const { return refusal_; }
  // What is on the shelf, as the catalogue is ordered.
  void open();
  static constexpr std::size_t articles_on_page = 12;
  [[nodiscard]] std::vector<const Article*> articles() const;
  [[nodiscard]] std::size_t page() const { return page_; }
  [[nodiscard]] std::size_t pages() const;
  void turn_page(int by);
  void choose(std::size_t shown);
  [[nodiscard]] const Article& article() const { return *chosen_; }

  void give_away();
  void throw_away();
  // Of what is thrown away.
  [[nodiscard]] static std::vector<std::string> reasons();
  void choose_reason(const std::string& reason);
  [[nodiscard]] const std::string& reason() const { return reason_; }

  // Pieces, or grams.
  void type(const std::string& digit);
  void type_back();
  [[nodiscard]] const std::string& typed() const { return typed_; }
  [[nodiscard]] Quantity quantity() const;
  // True: it is noted, and the next one may be tapped.
  [[nodiscard]] bool note();

  // One step back. False at the first one.
  bool undo();

 private:
  KeepStock keep_;
  Step step_ = Step::which;
  std::optional<Phrase> refusal_;
  std::vector<Article> articles_;
  std::size_t page_ = 0;
  std::optional<Article> chosen_;
  std::string reason_;
  std::string typed_;
};

}  // namespace tilia::pos
