// The file for the bank, element by element in the order of pain.001.001.09 and .03.
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
                         "M-8 2026-03"}},
          .form = BankFileForm::pain_001_001_09,
          .wages = false};
}

constexpr const char* two_transfers = R"(<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
<CstmrCdtTrfInitn>
<GrpHdr>
<MsgId>M-3-2026-03-31</MsgId>
<CreDtTm>2026-04-02T08:00:00.000Z</CreDtTm>
<NbOfTxs>2</NbOfTxs>
<CtrlSum>21.05</CtrlSum>
<InitgPty>
<Nm>Lipa + Hrast</Nm>
</InitgPty>
</GrpHdr>
<PmtInf>
<PmtInfId>M-3-2026-03-31</PmtInfId>
<PmtMtd>TRF</PmtMtd>
<NbOfTxs>2</NbOfTxs>
<CtrlSum>21.05</CtrlSum>
<PmtTpInf>
<SvcLvl>
<Cd>SEPA</Cd>
</SvcLvl>
</PmtTpInf>
<ReqdExctnDt>
<Dt>2026-04-02</Dt>
</ReqdExctnDt>
<Dbtr>
<Nm>Lipa + Hrast</Nm>
</Dbtr>
<DbtrAcct>
<Id>
<IBAN>AT611904300234573201</IBAN>
</Id>
</DbtrAcct>
<DbtrAgt>
<FinInstnId>
<Othr>
<Id>NOTPROVIDED</Id>
</Othr>
</FinInstnId>
</DbtrAgt>
<ChrgBr>SLEV</ChrgBr>
<CdtTrfTxInf>
<PmtId>
<EndToEndId>M-7-12</EndToEndId>
</PmtId>
<Amt>
<InstdAmt Ccy="EUR">21.00</InstdAmt>
</Amt>
<Cdtr>
<Nm>Ana Anic</Nm>
</Cdtr>
<CdtrAcct>
<Id>
<IBAN>DE89370400440532013000</IBAN>
</Id>
</CdtrAcct>
<RmtInf>
<Ustrd>M-7 2026-03</Ustrd>
</RmtInf>
</CdtTrfTxInf>
<CdtTrfTxInf>
<PmtId>
<EndToEndId>M-8-13</EndToEndId>
</PmtId>
<Amt>
<InstdAmt Ccy="EUR">0.05</InstdAmt>
</Amt>
<Cdtr>
<Nm>Eva</Nm>
</Cdtr>
<CdtrAcct>
<Id>
<IBAN>AT483200000012345864</IBAN>
</Id>
</CdtrAcct>
<RmtInf>
<Ustrd>M-8 2026-03</Ustrd>
</RmtInf>
</CdtTrfTxInf>
</PmtInf>
</CstmrCdtTrfInitn>
</Document>
)";

TEST(BankFile, SaysWhoPaysWhomHowMuchAndWhatFor) {
  EXPECT_EQ(bank_file_xml(batch(eur)), two_transfers);
}

// The same in the older form, which has one element less around the day, and as wages: their own
// category, and one sum on our statement.
TEST(BankFile, OfWagesSaysSoInBothForms) {
  CreditTransfers wages = batch(eur);
  wages.wages = true;
  const std::string nine = bank_file_xml(wages);
  wages.form = BankFileForm::pain_001_001_03;
  const std::string three = bank_file_xml(wages);
  for (const std::string& xml : {nine, three}) {
    EXPECT_NE(xml.find("<PmtMtd>TRF</PmtMtd>\n<BtchBookg>true</BtchBookg>\n<NbOfTxs>2"),
              std::string::npos);
    EXPECT_NE(xml.find("<PmtTpInf>\n<SvcLvl>\n<Cd>SEPA</Cd>\n</SvcLvl>\n<CtgyPurp>\n<Cd>SALA</Cd>\n"
                       "</CtgyPurp>\n</PmtTpInf>\n<ReqdExctnDt>"),
              std::string::npos);
    EXPECT_EQ(xml.find("PstlAdr"), std::string::npos) << "no address at all";
  }
  EXPECT_NE(three.find("xsd:pain.001.001.03\""), std::string::npos);
  EXPECT_NE(three.find("<ReqdExctnDt>2026-04-02</ReqdExctnDt>"), std::string::npos);
  EXPECT_NE(nine.find("<ReqdExctnDt>\n<Dt>2026-04-02</Dt>\n</ReqdExctnDt>"), std::string::npos);
}

TEST(BankFile, AsksForSepaInEurosOnly) {
  const std::string dinars = bank_file_xml(batch(*Currency::from_code("RSD")));
  EXPECT_EQ(dinars.find("SEPA"), std::string::npos);
  EXPECT_EQ(dinars.find("SLEV"), std::string::npos);
  EXPECT_NE(dinars.find("Ccy=\"RSD\""), std::string::npos);
}

TEST(BankFile, OfWagesInOtherMoneySaysSalaryAndNoSepa) {
  CreditTransfers dinars = batch(*Currency::from_code("RSD"));
  dinars.wages = true;
  const std::string xml = bank_file_xml(dinars);
  EXPECT_NE(xml.find("<PmtTpInf>\n<CtgyPurp>\n<Cd>SALA</Cd>\n</CtgyPurp>\n</PmtTpInf>"),
            std::string::npos);
  EXPECT_EQ(xml.find("SvcLvl"), std::string::npos);
}

TEST(BankFile, CutsALongNameToWhatItsFormTakesAndLetsNoControlLetterThrough) {
  CreditTransfers long_name = batch(eur);
  long_name.transfers.front().name = std::string(139, 'a') + "ćbbb";
  long_name.transfers.back().name = "E\nva";
  const std::string nine = bank_file_xml(long_name);
  EXPECT_NE(nine.find("<Nm>" + std::string(139, 'a') + "c</Nm>"), std::string::npos);
  EXPECT_NE(nine.find("<Nm>E va</Nm>"), std::string::npos);
  long_name.form = BankFileForm::pain_001_001_03;
  EXPECT_NE(bank_file_xml(long_name).find("<Nm>" + std::string(70, 'a') + "</Nm>"),
            std::string::npos);
}

TEST(BankFile, HasAFormByItsCode) {
  EXPECT_EQ(parse_bank_file_form("pain.001.001.03"), BankFileForm::pain_001_001_03);
  EXPECT_EQ(parse_bank_file_form("pain.001.001.10"), std::nullopt);
  EXPECT_EQ(bank_file_form_code(BankFileForm::pain_001_001_09), "pain.001.001.09");
}

}  // namespace
}  // namespace tilia::reporting
