// The file for the bank, element by element in the order of pain.001.001.09.
#include "reporting/bank_file.h"

#include <gtest/gtest.h>

namespace tilia::reporting {
namespace {

const Currency eur = *Currency::from_code("EUR");

CreditTransfers batch(Currency currency) {
  return {.message_id = "M-3-2026-03-31",
          .made_at = *Instant::parse("2026-04-02T08:00:00Z"),
          .pay_on = *Day::parse("2026-04-02"),
          .payer = "Lipa & Hrast",
          .payer_iban = "AT611904300234573201",
          .transfers = {{"M-7-12", "Ana <Anić>", "DE89370400440532013000",
                         Money::from_minor(2100, currency), "M-7 2026-03"},
                        {"M-8-13", "Eva", "AT483200000012345864", Money::from_minor(5, currency),
                         "M-8 2026-03"}}};
}

TEST(BankFile, SaysWhoPaysWhomHowMuchAndWhatFor) {
  EXPECT_EQ(bank_file_xml(batch(eur)), R"(<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
<CstmrCdtTrfInitn>
<GrpHdr>
<MsgId>M-3-2026-03-31</MsgId>
<CreDtTm>2026-04-02T08:00:00.000Z</CreDtTm>
<NbOfTxs>2</NbOfTxs>
<CtrlSum>21.05</CtrlSum>
<InitgPty><Nm>Lipa &amp; Hrast</Nm></InitgPty>
</GrpHdr>
<PmtInf>
<PmtInfId>M-3-2026-03-31</PmtInfId>
<PmtMtd>TRF</PmtMtd>
<NbOfTxs>2</NbOfTxs>
<CtrlSum>21.05</CtrlSum>
<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>
<ReqdExctnDt><Dt>2026-04-02</Dt></ReqdExctnDt>
<Dbtr><Nm>Lipa &amp; Hrast</Nm></Dbtr>
<DbtrAcct><Id><IBAN>AT611904300234573201</IBAN></Id></DbtrAcct>
<DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>
<ChrgBr>SLEV</ChrgBr>
<CdtTrfTxInf>
<PmtId><EndToEndId>M-7-12</EndToEndId></PmtId>
<Amt><InstdAmt Ccy="EUR">21.00</InstdAmt></Amt>
<Cdtr><Nm>Ana &lt;Anić&gt;</Nm></Cdtr>
<CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct>
<RmtInf><Ustrd>M-7 2026-03</Ustrd></RmtInf>
</CdtTrfTxInf>
<CdtTrfTxInf>
<PmtId><EndToEndId>M-8-13</EndToEndId></PmtId>
<Amt><InstdAmt Ccy="EUR">0.05</InstdAmt></Amt>
<Cdtr><Nm>Eva</Nm></Cdtr>
<CdtrAcct><Id><IBAN>AT483200000012345864</IBAN></Id></CdtrAcct>
<RmtInf><Ustrd>M-8 2026-03</Ustrd></RmtInf>
</CdtTrfTxInf>
</PmtInf>
</CstmrCdtTrfInitn>
</Document>
)");
}

TEST(BankFile, AsksForSepaInEurosOnly) {
  const std::string dinars = bank_file_xml(batch(*Currency::from_code("RSD")));
  EXPECT_EQ(dinars.find("SEPA"), std::string::npos);
  EXPECT_EQ(dinars.find("SLEV"), std::string::npos);
  EXPECT_NE(dinars.find("Ccy=\"RSD\""), std::string::npos);
}

TEST(BankFile, CutsALongNameAtALetterAndLetsNoControlLetterThrough) {
  CreditTransfers long_name = batch(eur);
  long_name.transfers.front().name = std::string(69, 'a') + "ćbbb";
  long_name.transfers.back().name = "E\nva";
  const std::string xml = bank_file_xml(long_name);
  EXPECT_NE(xml.find("<Nm>" + std::string(69, 'a') + "ć</Nm>"), std::string::npos);
  EXPECT_NE(xml.find("<Nm>E va</Nm>"), std::string::npos);
}

}  // namespace
}  // namespace tilia::reporting
