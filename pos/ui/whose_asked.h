// Whose a new order or ticket is, without a window: a customer on account by her picture, or
// somebody by her name and, where she likes, a telephone number. Who was here before is offered as
// soon as she is meant.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/chance.h"
#include "core/phrase.h"
#include "pos/customer_book.h"
#include "pos/ordered_by.h"
#include "pos/tender_book.h"

namespace tilia::pos {

class WhoseAsked {
 public:
  enum class Step { account, name, decided };
  WhoseAsked(CustomerBook& customers, TenderBook& tenders, Chance& chance);

  // Nobody yet.
  void begin();
  // The first question, with the accounts as they are now.
  void ask();
  [[nodiscard]] Step step() const { return step_; }
  // Why the last press did nothing.
  [[nodiscard]] const std::optional<Phrase>& refusal() const { return refusal_; }

  // Who buys on account, a page at a time; somebody else gives her name.
  static constexpr std::size_t accounts_on_page = 11;
  [[nodiscard]] std::vector<const CustomerAccount*> accounts() const;
  [[nodiscard]] std::size_t account_pages() const;
  [[nodiscard]] std::size_t account_page() const { return account_page_; }
  void turn_accounts(int by);
  void choose_account(const std::string& code);
  void somebody_else();

  void type(const std::string& letters);
  void type_back();
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& phone() const { return phone_; }
  [[nodiscard]] bool types_phone() const { return types_phone_; }
  void type_into_phone(bool phone) { types_phone_ = phone; }
  static constexpr std::size_t customers_known = 4;
  // Who was here before and is meant by what was typed so far.
  [[nodiscard]] const std::vector<Customer>& known() const { return known_; }
  void choose_known(std::size_t which);
  [[nodiscard]] bool has_name() const;
  void name_done();

  // What was decided.
  [[nodiscard]] const OrderedBy& by() const { return by_; }
  [[nodiscard]] const std::optional<Customer>& noted() const { return noted_; }  // somebody new
  [[nodiscard]] const std::string& whose() const { return whose_; }
  [[nodiscard]] const std::string& picture() const { return picture_; }

  // One step back. False at the first one.
  bool undo();

 private:
  void look_for_known();

  CustomerBook& customers_;
  TenderBook& tenders_;
  Chance& chance_;
  Step step_ = Step::account;
  std::optional<Phrase> refusal_;
  std::vector<CustomerAccount> accounts_;
  std::size_t account_page_ = 0;
  std::string name_;
  std::string phone_;
  bool types_phone_ = false;
  std::vector<Customer> known_;
  OrderedBy by_;
  std::optional<Customer> noted_;
  std::string whose_;
  std::string picture_;
};

}  // namespace tilia::pos
