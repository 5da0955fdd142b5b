#include "reporting/bank_file.h"

#include <fmt/format.h>

#include <string_view>

#include "core/check.h"
#include "core/letters.h"

namespace tilia::reporting {
namespace {

constexpr std::size_t longest_id = 35;
constexpr std::size_t longest_name = 70;  // of SEPA; the schema would take 140
constexpr std::size_t longest_purpose = 140;

// Cut to so many letters, control letters as spaces.
std::string xml_text(std::string_view text, std::size_t most_letters) {
  std::string escaped;
  std::size_t letters = 0;
  for (const std::string_view letter : letters_of(text)) {
    if (letters++ == most_letters) break;
    if (letter == "&")
      escaped += "&amp;";
    else if (letter == "<")
      escaped += "&lt;";
    else if (letter == ">")
      escaped += "&gt;";
    else if (letter.size() == 1 && static_cast<unsigned char>(letter.front()) < ' ')
      escaped += ' ';
    else
      escaped += letter;
  }
  return escaped;
}

std::string account(const char* who, const char* account_of, const std::string& name,
                    const std::string& iban) {
  return fmt::format("<{0}><Nm>{2}</Nm></{0}>\n<{1}><Id><IBAN>{3}</IBAN></Id></{1}>\n", who,
                     account_of, xml_text(name, longest_name), xml_text(iban, longest_id));
}

std::string transfer_xml(const CreditTransfers::Transfer& transfer) {
  CHECK(transfer.id.size() <= longest_id);
  return fmt::format(
      "<CdtTrfTxInf>\n<PmtId><EndToEndId>{}</EndToEndId></PmtId>\n"
      "<Amt><InstdAmt Ccy=\"{}\">{}</InstdAmt></Amt>\n{}"
      "<RmtInf><Ustrd>{}</Ustrd></RmtInf>\n</CdtTrfTxInf>\n",
      xml_text(transfer.id, longest_id), transfer.amount.currency().code(), transfer.amount.text(),
      account("Cdtr", "CdtrAcct", transfer.name, transfer.iban),
      xml_text(transfer.purpose, longest_purpose));
}

}  // namespace

std::string bank_file_xml(const CreditTransfers& batch) {
  CHECK(!batch.transfers.empty() && batch.message_id.size() <= longest_id);
  const Currency currency = batch.transfers.front().amount.currency();
  Money sum = Money::zero(currency);
  std::string transfers;
  for (const CreditTransfers::Transfer& transfer : batch.transfers) {
    CHECK(transfer.amount > Money::zero(currency));
    sum += transfer.amount;
    transfers += transfer_xml(transfer);
  }
  const std::string id = xml_text(batch.message_id, longest_id);
  const std::string sums = fmt::format("<NbOfTxs>{}</NbOfTxs>\n<CtrlSum>{}</CtrlSum>\n",
                                       batch.transfers.size(), sum.text());
  const bool sepa = currency.code() == "EUR";
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">\n<CstmrCdtTrfInitn>\n";
  xml += fmt::format("<GrpHdr>\n<MsgId>{}</MsgId>\n<CreDtTm>{}</CreDtTm>\n{}", id,
                     batch.made_at.text(), sums);
  xml += fmt::format("<InitgPty><Nm>{}</Nm></InitgPty>\n</GrpHdr>\n",
                     xml_text(batch.payer, longest_name));
  xml += fmt::format("<PmtInf>\n<PmtInfId>{}</PmtInfId>\n<PmtMtd>TRF</PmtMtd>\n{}", id, sums);
  if (sepa) xml += "<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>\n";
  xml += fmt::format("<ReqdExctnDt><Dt>{}</Dt></ReqdExctnDt>\n{}", batch.pay_on.text(),
                     account("Dbtr", "DbtrAcct", batch.payer, batch.payer_iban));
  xml += "<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>\n";
  if (sepa) xml += "<ChrgBr>SLEV</ChrgBr>\n";
  xml += transfers;
  xml += "</PmtInf>\n</CstmrCdtTrfInitn>\n</Document>\n";
  return xml;
}

}  // namespace tilia::reporting
