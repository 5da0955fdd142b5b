#include "pos/ui/whose_asked.h"

#include <algorithm>

#include "core/letters.h"

namespace tilia::pos {
namespace {

constexpr std::size_t longest_name_bytes = 120;
constexpr std::size_t longest_phone = 20;
constexpr const char* anybody = "🙂";

bool is_digit(const std::string& letters) {
  return letters.size() == 1 && letters[0] >= '0' && letters[0] <= '9';
}

// A whole letter, however many bytes it has.
void take_last_letter(std::string& text) {
  while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U)
    text.pop_back();
  if (!text.empty()) text.pop_back();
}

}  // namespace

WhoseAsked::WhoseAsked(CustomerBook& customers, TenderBook& tenders, Chance& chance)
    : customers_(customers), tenders_(tenders), chance_(chance) {}

void WhoseAsked::begin() {
  refusal_.reset();
  step_ = Step::account;
  account_page_ = 0;
  by_ = {};
  noted_.reset();
  name_.clear();
  phone_.clear();
  types_phone_ = false;
}

void WhoseAsked::ask() {
  refusal_.reset();
  accounts_ = tenders_.accounts();
  std::erase_if(accounts_, [](const CustomerAccount& account) { return account.closed; });
  step_ = Step::account;
}

std::vector<const CustomerAccount*> WhoseAsked::accounts() const {
  std::vector<const CustomerAccount*> shown;
  for (std::size_t i = account_page_ * accounts_on_page;
       i < accounts_.size() && shown.size() < accounts_on_page; ++i)
    shown.push_back(&accounts_[i]);
  return shown;
}

std::size_t WhoseAsked::account_pages() const {
  return std::max<std::size_t>(1, (accounts_.size() + accounts_on_page - 1) / accounts_on_page);
}

void WhoseAsked::turn_accounts(int by) {
  const auto wanted = static_cast<std::int64_t>(account_page_) + by;
  if (wanted >= 0 && wanted < static_cast<std::int64_t>(account_pages()))
    account_page_ = static_cast<std::size_t>(wanted);
}

void WhoseAsked::choose_account(const std::string& code) {
  refusal_.reset();
  const auto account = std::ranges::find(accounts_, code, &CustomerAccount::code);
  if (step_ != Step::account || account == accounts_.end()) return;
  by_ = {std::nullopt, code};
  noted_.reset();
  whose_ = account->name;
  picture_ = account->picture;
  step_ = Step::decided;
}

void WhoseAsked::somebody_else() {
  refusal_.reset();
  if (step_ != Step::account) return;
  step_ = Step::name;
  look_for_known();
}

void WhoseAsked::type(const std::string& letters) {
  refusal_.reset();
  if (step_ != Step::name) return;
  if (types_phone_) {
    const bool plus = letters == "+" && phone_.empty();
    if ((is_digit(letters) || plus) && phone_.size() < longest_phone) phone_ += letters;
  } else if (name_.size() + letters.size() <= longest_name_bytes) {
    // A name begins with a capital, and so does each of its words.
    const bool begins = name_.empty() || name_.back() == ' ' || name_.back() == '-';
    if (!(begins && letters == " ")) name_ += begins ? capital_of(letters) : lower_case(letters);
  }
  look_for_known();
}

void WhoseAsked::type_back() {
  refusal_.reset();
  if (step_ != Step::name) return;
  take_last_letter(types_phone_ ? phone_ : name_);
  look_for_known();
}

void WhoseAsked::look_for_known() {
  known_.clear();
  const std::string& typed = types_phone_ && !phone_.empty() ? phone_ : name_;
  if (typed.empty()) return;
  for (Customer& customer : customers_.customers()) {
    if (known_.size() == customers_known) return;
    if (is_meant(customer, typed)) known_.push_back(std::move(customer));
  }
}

void WhoseAsked::choose_known(std::size_t which) {
  refusal_.reset();
  if (step_ != Step::name || which >= known_.size()) return;
  by_ = {known_[which].id, {}};
  noted_.reset();
  whose_ = known_[which].name;
  picture_ = anybody;
  step_ = Step::decided;
}

bool WhoseAsked::has_name() const { return name_.find_first_not_of(" -") != std::string::npos; }

// Whoever has that name and number already is the same; of two without a number nobody knows.
void WhoseAsked::name_done() {
  refusal_.reset();
  if (step_ != Step::name || !has_name()) return;
  const auto plain = plain_customer({CustomerId::mint(chance_), name_, phone_});
  if (!plain) {
    refusal_ = sentence_of(plain.refusal());
    return;
  }
  noted_ = plain.value();
  std::optional<Customer> known;
  for (const Customer& there : customers_.customers()) {
    const bool same = !there.phone.empty() && there.phone == noted_->phone &&
                      lower_case(there.name) == lower_case(noted_->name);
    if (same) known = there;
  }
  whose_ = known ? known->name : noted_->name;
  by_ = {known ? known->id : noted_->id, {}};
  if (known) noted_.reset();  // she is there already, as she agreed
  picture_ = anybody;
  step_ = Step::decided;
}

bool WhoseAsked::undo() {
  refusal_.reset();
  if (step_ == Step::account) return false;
  const bool by_name = step_ == Step::decided && by_.account.empty();
  step_ = by_name ? Step::name : Step::account;
  return true;
}

}  // namespace tilia::pos
