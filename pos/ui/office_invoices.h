// Companies in the room Customers: their particulars, what was delivered and stands on no invoice
// yet, invoices with what is open and since when, payments, credit notes, papers.
#pragma once

#include <filesystem>
#include <map>
#include <optional>

#include "core/ui/office/room.h"
#include "pos/invoice/keep_invoices.h"

namespace tilia::pos {

// A paper to a company that leaves the house.
class InvoicePaper {
 public:
  virtual ~InvoicePaper() = default;
  virtual void write(const PaperNumber& number, const std::filesystem::path& file) = 0;
  // The company's month, as it is now.
  virtual void write_statement(const std::string& account, const std::filesystem::path& file) = 0;
};

class OfficeInvoices {
 public:
  OfficeInvoices(KeepInvoices::Doors doors, InvoicePaper& paper)
      : book_(doors.book), keep_(doors), paper_(paper) {}

  // Whether its particulars were entered: what it pays is noted with its invoices then.
  [[nodiscard]] bool keeps(const std::string& account) { return book_.buyer(account).has_value(); }
  // Every company, by how long its invoices have been due.
  void open_all();
  // One; where nobody entered its particulars yet, these first.
  void open(const std::string& account);
  [[nodiscard]] ui::Page page();
  // Nothing where she leaves: the room goes on where she came from.
  [[nodiscard]] std::optional<ui::Next> press(const std::string& action, const ui::Values& values);
  void told(const ui::Remark& remark) { notice_ = remark; }

 private:
  enum class Shown { companies, own, all_drawn_up, company, particulars, drawn_up, paper };
  [[nodiscard]] ui::Page companies_page();
  [[nodiscard]] ui::Page own_page();
  [[nodiscard]] ui::Page all_drawn_up_page();
  [[nodiscard]] ui::Page company_page();
  [[nodiscard]] ui::Page particulars_page();
  [[nodiscard]] ui::Page drawn_up_page();
  [[nodiscard]] ui::Page paper_page();
  [[nodiscard]] ui::Page invoice_page(const Invoice& invoice);
  [[nodiscard]] ui::Page payment_page(const InvoicePayment& payment);
  [[nodiscard]] ui::Page credit_page(const CreditNote& note);

  [[nodiscard]] std::optional<ui::Form> pay_form(const std::vector<Invoice>& invoices,
                                                 const InvoiceStanding& standing) const;
  [[nodiscard]] ui::Table papers_table(const std::vector<Invoice>& invoices);
  [[nodiscard]] ui::Table supplied_table(const std::vector<Supplied>& supplied) const;

  [[nodiscard]] ui::Field field(ui::Field made) const;
  void show(Shown shown);
  [[nodiscard]] bool back();
  // Says why not, or that it is done.
  template <class T>
  bool kept(const Result<T, InvoiceRefusal>& answer, const char* sentence);
  void save_particulars(const ui::Values& values);
  void save_own(const ui::Values& values);
  void make_one();
  void make_all();
  void pay(const ui::Values& values);
  void act(const std::string& action, const ui::Values& values);
  [[nodiscard]] ui::Next save_paper(const ui::Values& values);
  [[nodiscard]] KeepInvoices::Asked until(const std::string& account) const;

  InvoiceBook& book_;
  KeepInvoices keep_;
  InvoicePaper& paper_;
  Shown shown_ = Shown::companies;
  bool from_all_ = true;  // she came by the list of all
  std::string account_;
  std::string chosen_;  // a paper's number
  std::string until_;   // the last day of what is drawn up
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::pos
