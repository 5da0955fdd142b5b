#include "reporting/bank_file.h"

#include <fmt/format.h>

#include <array>
#include <pugixml.hpp>
#include <sstream>
#include <utility>

#include "core/check.h"
#include "core/plain_latin.h"

namespace tilia::reporting {
namespace {

constexpr std::size_t longest_id = 35;
constexpr std::size_t longest_purpose = 140;

constexpr std::array<std::pair<BankFileForm, std::string_view>, 2> forms{
    {{BankFileForm::pain_001_001_03, "pain.001.001.03"},
     {BankFileForm::pain_001_001_09, "pain.001.001.09"}}};

std::string bank_text(std::string_view text, std::size_t most_letters) {
  std::string plain = in_plain_latin(text).text.substr(0, most_letters);
  while (plain.ends_with(' ')) plain.pop_back();
  return plain.empty() ? "NOTPROVIDED" : plain;  // the schema takes no empty text
}

pugi::xml_node below(pugi::xml_node parent, const char* name) { return parent.append_child(name); }

void text_below(pugi::xml_node parent, const char* name, const std::string& text) {
  below(parent, name).text().set(text.c_str());
}

void id_below(pugi::xml_node parent, const char* name, const std::string& id) {
  CHECK(!id.empty() && id.size() <= longest_id && in_plain_latin(id).text == id);
  text_below(parent, name, id);
}

class Batch {
 public:
  explicit Batch(const CreditTransfers& batch)
      : batch_(batch), currency_(batch.transfers.front().amount.currency()) {
    Money sum = Money::zero(currency_);
    for (const CreditTransfers::Transfer& transfer : batch.transfers) {
      CHECK(transfer.amount > Money::zero(currency_));
      sum += transfer.amount;
    }
    sum_ = sum.text();
  }

  void write(pugi::xml_node top) const {
    pugi::xml_node head = below(top, "GrpHdr");
    id_below(head, "MsgId", batch_.message_id);
    text_below(head, "CreDtTm", batch_.made_at.text());
    sums(head);
    name(below(head, "InitgPty"), batch_.payer);
    pugi::xml_node payment = below(top, "PmtInf");
    how(payment);
    party(payment, "Dbtr", "DbtrAcct", batch_.payer, batch_.payer_iban);
    pugi::xml_node bank = below(below(payment, "DbtrAgt"), "FinInstnId");
    text_below(below(bank, "Othr"), "Id", "NOTPROVIDED");  // it is the bank that reads it
    if (sepa()) text_below(payment, "ChrgBr", "SLEV");
    for (const CreditTransfers::Transfer& one : batch_.transfers)
      transfer(below(payment, "CdtTrfTxInf"), one);
  }

 private:
  [[nodiscard]] bool sepa() const { return currency_.code() == "EUR"; }

  void sums(pugi::xml_node parent) const {
    text_below(parent, "NbOfTxs", std::to_string(batch_.transfers.size()));
    text_below(parent, "CtrlSum", sum_);
  }

  void how(pugi::xml_node payment) const {
    id_below(payment, "PmtInfId", batch_.message_id);
    text_below(payment, "PmtMtd", "TRF");
    if (batch_.wages) text_below(payment, "BtchBookg", "true");
    sums(payment);
    if (sepa() || batch_.wages) {
      pugi::xml_node type = below(payment, "PmtTpInf");
      if (sepa()) text_below(below(type, "SvcLvl"), "Cd", "SEPA");
      if (batch_.wages) text_below(below(type, "CtgyPurp"), "Cd", "SALA");
    }
    if (batch_.form == BankFileForm::pain_001_001_03)
      text_below(payment, "ReqdExctnDt", batch_.pay_on.text());
    else
      text_below(below(payment, "ReqdExctnDt"), "Dt", batch_.pay_on.text());
  }

  void name(pugi::xml_node whose, const std::string& text) const {
    text_below(whose, "Nm", bank_text(text, longest_bank_name(batch_.form)));
  }

  void party(pugi::xml_node parent, const char* who, const char* account, const std::string& whose,
             const std::string& iban) const {
    name(below(parent, who), whose);
    text_below(below(below(parent, account), "Id"), "IBAN", iban);
  }

  void transfer(pugi::xml_node parent, const CreditTransfers::Transfer& one) const {
    id_below(below(parent, "PmtId"), "EndToEndId", one.id);
    pugi::xml_node amount = below(below(parent, "Amt"), "InstdAmt");
    amount.append_attribute("Ccy").set_value(std::string(currency_.code()).c_str());
    amount.text().set(one.amount.text().c_str());
    party(parent, "Cdtr", "CdtrAcct", one.name, one.iban);
    text_below(below(parent, "RmtInf"), "Ustrd", bank_text(one.purpose, longest_purpose));
  }

  const CreditTransfers& batch_;
  Currency currency_;
  std::string sum_;
};

}  // namespace

std::string_view bank_file_form_code(BankFileForm form) {
  for (const auto& [known, code] : forms)
    if (known == form) return code;
  CHECK(false);
}

std::optional<BankFileForm> parse_bank_file_form(std::string_view code) {
  for (const auto& [form, known] : forms)
    if (known == code) return form;
  return std::nullopt;
}

std::size_t longest_bank_name(BankFileForm form) {
  return form == BankFileForm::pain_001_001_03 ? 70 : 140;
}

std::string bank_file_xml(const CreditTransfers& batch) {
  CHECK(!batch.transfers.empty());
  pugi::xml_document document;
  pugi::xml_node declared = document.append_child(pugi::node_declaration);
  declared.append_attribute("version").set_value("1.0");
  declared.append_attribute("encoding").set_value("UTF-8");
  pugi::xml_node root = below(document, "Document");
  root.append_attribute("xmlns").set_value(
      fmt::format("urn:iso:std:iso:20022:tech:xsd:{}", bank_file_form_code(batch.form)).c_str());
  Batch(batch).write(below(root, "CstmrCdtTrfInitn"));
  std::ostringstream xml;
  document.save(xml, "", pugi::format_default, pugi::encoding_utf8);
  return xml.str();
}

}  // namespace tilia::reporting
