// Invoices on the real book: what is gathered, what stands on them once and for all, what came
// back, what was paid of which.
#include "db/book_fault.h"
#include "db/invoice_rows.h"
#include "db/till_rows.h"
#include "tests/db/all_rows.h"
#include "tests/pos/invoice/companies_of_tests.h"

namespace tilia::pos {
namespace {

using tests::Companies;
using tests::day;
using Why = InvoiceRefusal::Why;

TEST_F(Companies, ASaleOnAccountHasOneDeliveryNoteWithANumberOfItsOwn) {
  const Sale first = cakes(2);
  const Sale second = cakes(1, "cafe");
  EXPECT_EQ(keep_.deliver(second.receipt).value().number.text(), "D-1-1");
  const auto note = keep_.deliver(first.receipt);
  EXPECT_EQ(note.value().number.text(), "D-1-2");
  EXPECT_EQ(keep_.deliver(first.receipt).value(), note.value()) << "asked again it is the same";
  EXPECT_EQ(invoices_.note(note.value().number)->sale, first.id);
  EXPECT_EQ(invoices_.supplied({first.id}).at(0).note, note.value().number);
}

TEST_F(Companies, OnlyWhatACompanyBoughtOnOneAccountGetsADeliveryNote) {
  const Sale cash =
      ring({{"cake", Quantity::pieces(1)}}, {{TenderKind::cash, eur("3.00")}}).value().sale;
  const Sale two =
      ring({{"cake", Quantity::pieces(2)}}, {{TenderKind::account, eur("3.00"), "hotel"},
                                             {TenderKind::account, eur("3.00"), "cafe"}})
          .value()
          .sale;
  EXPECT_EQ(keep_.deliver("T1-1-77").refusal().why, Why::unknown_receipt);
  EXPECT_EQ(keep_.deliver(cash.receipt).refusal().why, Why::not_on_account);
  EXPECT_EQ(keep_.deliver(two.receipt).refusal().why, Why::not_on_account);
  const Sale refund = back(cakes(1).receipt, 1);
  EXPECT_EQ(keep_.deliver(refund.receipt).refusal().why, Why::not_on_account);
  // It is owed, and stands on no invoice of either.
  EXPECT_EQ(keep_.make(until_now("cafe")).refusal().why, Why::nothing_to_invoice);
  EXPECT_EQ(standing("cafe").not_invoiced, eur("3.00"));
  EXPECT_TRUE(standing("cafe").closes());
}

TEST_F(Companies, AnInvoiceGathersWhatStandsOnNoneYetUntilADay) {
  const Sale march = cakes(2);
  cakes(1, "cafe");
  on("2026-04-01");
  const Sale april = cakes(1);
  const auto drawn_up = keep_.preview({"hotel", day("2026-03-31"), {}});
  ASSERT_TRUE(drawn_up);
  EXPECT_EQ(drawn_up.value().sales, std::vector{march.id});
  EXPECT_TRUE(invoices_.invoices("hotel").empty()) << "a preview writes nothing";
  const auto made = keep_.make({"hotel", day("2026-03-31"), {}});
  EXPECT_EQ(made.value().number.text(), "I-1-1");
  EXPECT_EQ(made.value().sums.gross, eur("6.00"));
  EXPECT_EQ(made.value().issued, day("2026-04-01"));
  EXPECT_EQ(made.value().due, day("2026-04-15"));
  EXPECT_EQ(made.value().to, day("2026-03-02"));
  EXPECT_EQ(invoice().sales, std::vector{april.id});
  EXPECT_EQ(keep_.make(until_now()).refusal().why, Why::nothing_to_invoice);
  EXPECT_EQ(invoice("cafe").number.text(), "I-1-3") << "one series for all buyers";
}

TEST_F(Companies, AnInvoiceOfSomeDeliveryNotesTakesTheseAlone) {
  const Sale first = cakes(1);
  const Sale second = cakes(2);
  const auto note = keep_.deliver(second.receipt).value().number;
  back(second.receipt, 1);
  EXPECT_EQ(keep_.make({"cafe", keep_.today(), {note}}).refusal().why, Why::of_another_buyer);
  EXPECT_EQ(keep_.make({"hotel", keep_.today(), {{Series::delivery_note, 1, 9}}}).refusal().why,
            Why::unknown_note);
  const auto made = keep_.make({"hotel", keep_.today(), {note}});
  EXPECT_EQ(made.value().sums.gross, eur("3.00")) << "with what came back of it";
  EXPECT_EQ(made.value().sales.front(), second.id);
  EXPECT_EQ(keep_.make({"hotel", keep_.today(), {note}}).refusal().why, Why::already_invoiced);
  EXPECT_EQ(invoice().sales, std::vector{first.id});
}

TEST_F(Companies, VatOfAnInvoiceIsToTheCentWhatItWasOnEachSale) {
  // In 1.20 there is 0.138… at 13 %: seven receipts say 0.98, one sum would say 0.97.
  for (int sale = 0; sale < 7; ++sale)
    ASSERT_TRUE(
        ring({{"white-loaf", Quantity::pieces(1)}}, {{TenderKind::account, eur("1.20"), "hotel"}}));
  EXPECT_EQ(tests::text_of(invoice().sums.vat), "reduced 13 %: 8.40 = 7.42 + 0.98");
  EXPECT_EQ(vat_within(eur("8.40"), VatClass::reduced, Rate::from_millionths(130'000)).vat,
            eur("0.97"));
}

TEST_F(Companies, WhatWasPaidWhenItWasSoldIsNotOwedAgain) {
  ASSERT_TRUE(ring({{"cake", Quantity::pieces(3)}},
                   {{TenderKind::cash, eur("4.00")}, {TenderKind::account, eur("5.00"), "hotel"}}));
  const Invoice made = invoice();
  EXPECT_EQ(made.sums.gross, eur("9.00"));
  EXPECT_EQ(made.open(), eur("5.00"));
  EXPECT_TRUE(standing().closes());
}

TEST_F(Companies, WhatCameBackBeforeTheInvoiceIsOnIt) {
  const Sale sold = cakes(3);
  back(sold.receipt, 1);
  const Invoice made = invoice();
  EXPECT_EQ(made.sales.size(), 2U);
  EXPECT_EQ(made.sums.gross, eur("6.00"));
  EXPECT_EQ(keep_.credit(made.number, false).refusal().why, Why::nothing_to_credit);
}

TEST_F(Companies, WhatCameBackAfterTheInvoiceIsACreditNoteOfIt) {
  const Sale sold = cakes(3);
  const Invoice made = invoice();
  back(sold.receipt, 1);
  EXPECT_EQ(standing().not_invoiced, eur("-3.00"));
  EXPECT_EQ(keep_.make(until_now()).refusal().why, Why::nothing_to_invoice)
      << "it comes off its own invoice, not off the next";
  const auto note = keep_.credit(made.number, false);
  ASSERT_TRUE(note);
  EXPECT_EQ(note.value().number.text(), "C-1-1");
  EXPECT_EQ(note.value().invoice, made.number);
  EXPECT_EQ(tests::text_of(note.value().sums.vat), "standard 20 %: -3.00 = -2.50 + -0.50");
  EXPECT_EQ(again(made).open(), eur("6.00"));
  EXPECT_EQ(again(made).sums, made.sums) << "the invoice stays as it was";
  EXPECT_EQ(keep_.credit(made.number, false).refusal().why, Why::nothing_to_credit);
  EXPECT_TRUE(standing().closes());
}

TEST_F(Companies, AnInvoiceCreditedWholeLetsItsSalesStandOnAnother) {
  const Sale sold = cakes(3);
  const Invoice made = invoice();
  back(sold.receipt, 1);
  ASSERT_TRUE(keep_.credit(made.number, false));
  ASSERT_TRUE(keep_.pay("hotel", eur("2.00"), made.number));
  const auto note = keep_.credit(made.number, true);
  ASSERT_TRUE(note);
  EXPECT_EQ(note.value().sums.gross, eur("-6.00")) << "what was left of it";
  EXPECT_EQ(tests::text_of(note.value().sums.vat), "standard 20 %: -6.00 = -5.00 + -1.00");
  EXPECT_TRUE(again(made).cancelled);
  EXPECT_EQ(again(made).open(), eur("0.00"));
  EXPECT_EQ(standing().unassigned, eur("2.00")) << "what was paid for it is there for another";
  EXPECT_TRUE(standing().closes());
  EXPECT_EQ(keep_.credit(made.number, true).refusal().why, Why::cancelled);
  EXPECT_EQ(keep_.pay("hotel", eur("1.00"), made.number).refusal().why, Why::cancelled);
  const Invoice second = invoice();
  EXPECT_EQ(second.sales.size(), 2U);
  EXPECT_EQ(second.sums.gross, eur("6.00"));
  EXPECT_TRUE(standing().closes());
}

TEST_F(Companies, ASaleStandsOnOneInvoiceWhoeverAsksTwice) {
  cakes(1);
  const Invoice drawn_up = keep_.preview(until_now()).value();
  ASSERT_TRUE(invoices_.enter_invoice(drawn_up, clock_.now()));
  EXPECT_FALSE(invoices_.enter_invoice(drawn_up, clock_.now()));
  EXPECT_EQ(invoices_.invoices("hotel").size(), 1U);
}

TEST_F(Companies, ABankPaymentPaysTheOldestInvoiceFirst) {
  cakes(2);
  const Invoice march = invoice();
  on("2026-04-01");
  cakes(1);
  const Invoice april = invoice();
  cakes(1);
  const auto paid = keep_.pay("hotel", eur("7.00"), std::nullopt);
  ASSERT_TRUE(paid);
  EXPECT_EQ(paid.value().number.text(), "P-1-1");
  EXPECT_EQ(again(march).open(), eur("0.00"));
  EXPECT_EQ(again(april).open(), eur("2.00"));
  EXPECT_EQ(keep_.pay("hotel", eur("5.01"), std::nullopt).refusal().why, Why::more_than_owed);
  ASSERT_TRUE(keep_.pay("hotel", eur("5.00"), std::nullopt));
  EXPECT_EQ(standing().unassigned, eur("3.00")) << "beyond what is open it waits";
  EXPECT_EQ(standing().owed, eur("0.00"));
  EXPECT_TRUE(standing().closes());
}

TEST_F(Companies, APaymentForAnInvoiceIsAtMostWhatIsOpenOfIt) {
  cakes(2);
  const Invoice first = invoice();
  cakes(5);
  EXPECT_EQ(keep_.pay("hotel", eur("6.01"), first.number).refusal().why, Why::more_than_open);
  EXPECT_EQ(keep_.pay("cafe", eur("1.00"), first.number).refusal().why, Why::of_another_buyer);
  EXPECT_EQ(keep_.pay("hotel", eur("0.00"), first.number).refusal().why, Why::not_an_amount);
  ASSERT_TRUE(keep_.pay("hotel", eur("2.50"), first.number));
  EXPECT_EQ(again(first).open(), eur("3.50"));
  EXPECT_EQ(standing().owed, eur("18.50"));
}

TEST_F(Companies, APaymentTakenBackIsOwedAndOpenAgain) {
  cakes(2);
  const Invoice made = invoice();
  const auto paid = keep_.pay("hotel", eur("4.00"), std::nullopt);
  const auto reversed = keep_.reverse(paid.value().number);
  ASSERT_TRUE(reversed);
  EXPECT_EQ(reversed.value().reverses, paid.value().number);
  EXPECT_EQ(again(made).open(), eur("6.00"));
  EXPECT_EQ(standing().owed, eur("6.00"));
  EXPECT_TRUE(invoices_.payment(paid.value().number)->is_reversed);
  EXPECT_EQ(keep_.reverse(paid.value().number).refusal().why, Why::already_reversed);
  EXPECT_EQ(keep_.reverse(reversed.value().number).refusal().why, Why::unknown_payment);
  EXPECT_EQ(tenders_.account_moves("hotel").back().kind, AccountMove::Kind::paid_back);
  EXPECT_TRUE(standing().closes());
}

TEST_F(Companies, WhatWasPaidBeforeIsAssignedToAnInvoice) {
  cakes(2);
  ASSERT_TRUE(accounts_.pay_by_bank("hotel", eur("2.00")));
  const Invoice made = invoice();
  EXPECT_EQ(standing().unassigned, eur("2.00"));
  const auto assigned = keep_.assign("hotel", made.number);
  ASSERT_TRUE(assigned);
  EXPECT_EQ(again(made).open(), eur("4.00"));
  EXPECT_EQ(standing().owed, eur("4.00")) << "nothing new was paid";
  EXPECT_EQ(keep_.assign("hotel", std::nullopt).refusal().why, Why::nothing_to_assign);
  ASSERT_TRUE(keep_.reverse(assigned.value().number));
  EXPECT_EQ(standing().unassigned, eur("2.00"));
  EXPECT_EQ(standing().owed, eur("4.00"));
  EXPECT_TRUE(standing().closes());
}

TEST_F(Companies, APaymentThatIsGoneLeavesNoMorePaidThanCame) {
  const Sale sold = cakes(2);
  const Invoice first = invoice();
  const auto paid = keep_.pay("hotel", eur("6.00"), std::nullopt);
  back(sold.receipt, 1);
  const auto credit = keep_.credit(first.number, false);
  EXPECT_EQ(credit.value().released, eur("3.00"));
  cakes(1);
  const Invoice second = invoice();
  ASSERT_TRUE(keep_.assign("hotel", std::nullopt));
  EXPECT_EQ(again(second).open(), eur("0.00"));
  ASSERT_TRUE(keep_.reverse(paid.value().number));
  EXPECT_EQ(again(first).open(), eur("3.00"));
  EXPECT_EQ(again(second).open(), eur("3.00")) << "it had been paid with what is gone";
  EXPECT_EQ(standing().unassigned, eur("0.00"));
  EXPECT_TRUE(standing().closes());
}

TEST_F(Companies, AgesAreCountedFromTheDayOnWhichAnInvoiceIsDue) {
  cakes(1);
  const Invoice made = invoice();
  ASSERT_EQ(made.due, day("2026-03-16"));
  const auto age_on = [&](const char* date) {
    return age_of(invoices_.invoices("hotel"), day(date), pack_.currency);
  };
  EXPECT_EQ(age_on("2026-03-16").not_due, eur("3.00"));
  EXPECT_EQ(age_on("2026-03-17").to_30_days, eur("3.00"));
  EXPECT_EQ(age_on("2026-04-15").to_30_days, eur("3.00"));
  EXPECT_EQ(age_on("2026-04-16").to_60_days, eur("3.00"));
  EXPECT_EQ(age_on("2026-05-16").to_90_days, eur("3.00"));
  EXPECT_EQ(age_on("2026-06-15").older, eur("3.00"));
}

TEST_F(Companies, AnInvoiceStaysWrittenToWhoItWasWrittenTo) {
  cakes(1);
  const Invoice made = invoice();
  Buyer moved = buyer("hotel");
  moved.address = "Station road 9\n4020 Linz";
  ASSERT_TRUE(keep_.set_buyer(moved));
  EXPECT_EQ(invoices_.buyer("hotel")->address, moved.address);
  EXPECT_EQ(invoices_.buyer("hotel", made.buyer_version)->address, buyer("hotel").address);
  db::WriteTransaction change(*file_);
  EXPECT_THROW(change.connection().run("UPDATE buyer SET name = 'x' WHERE version = 1"),
               db::BookFault);
  EXPECT_THROW(change.connection().run("DELETE FROM buyer WHERE version = 1"), db::BookFault);
  change.connection().run("UPDATE buyer SET name = 'x' WHERE version = 2");
}

TEST_F(Companies, ABuyersNameStandsInNoEntryOfTheJournal) {
  cakes(1);
  ASSERT_TRUE(keep_.deliver("T1-1-1"));
  const Invoice made = invoice();
  ASSERT_TRUE(keep_.pay("hotel", eur("1.00"), std::nullopt));
  ASSERT_TRUE(keep_.credit(made.number, true));
  int entries = 0;
  db::read_journal(file_->reader(), [&](const db::JournalEntry& entry) {
    ++entries;
    EXPECT_EQ(entry.content.payload.find("Danube"), std::string::npos);
    EXPECT_EQ(entry.content.payload.find("12 345/6789"), std::string::npos);
  });
  EXPECT_GT(entries, 6);
}

TEST_F(Companies, NothingThatWasPostedIsChangedOrDeletedOrLeavesAGap) {
  const Sale sold = cakes(2);
  ASSERT_TRUE(keep_.deliver(sold.receipt));
  const Invoice made = invoice();
  ASSERT_TRUE(keep_.pay("hotel", eur("1.00"), std::nullopt));
  back(sold.receipt, 1);
  ASSERT_TRUE(keep_.credit(made.number, false));
  const Sale without_note = cakes(1);
  ASSERT_NE(without_note.id, sold.id);
  db::WriteTransaction change(*file_);
  db::Connection& connection = change.connection();
  for (const char* sql :
       {"UPDATE delivery_note SET day = '2026-03-03'", "DELETE FROM delivery_note",
        "UPDATE invoice SET gross = 700", "UPDATE invoice SET due = '2027-01-01'",
        "UPDATE invoice SET credited = 0", "UPDATE invoice SET paid = 700", "DELETE FROM invoice",
        "UPDATE credit_note SET gross = -100", "DELETE FROM credit_note",
        "UPDATE invoice_sale SET sale = sale", "DELETE FROM invoice_sale",
        "UPDATE invoice_vat SET vat = vat", "DELETE FROM invoice_vat",
        "UPDATE invoice_payment SET amount = 2", "DELETE FROM invoice_payment",
        "UPDATE invoice_part SET amount = 2", "DELETE FROM invoice_part",
        "INSERT INTO delivery_note SELECT max(position), 1, 3, (SELECT max(entry) FROM sale), ''"
        " FROM journal",
        "INSERT INTO invoice_payment SELECT max(position), 1, 3, 'hotel', 'bank', 'EUR', 1, '', "
        "NULL, NULL FROM journal"}) {
    EXPECT_THROW(connection.run(sql), db::BookFault) << sql;
  }
}

TEST_F(Companies, EverythingOfInvoicesIsMadeAgainFromTheJournal) {
  const Sale sold = cakes(3);
  ASSERT_TRUE(keep_.deliver(sold.receipt));
  const Invoice made = invoice();
  back(sold.receipt, 1);
  ASSERT_TRUE(keep_.credit(made.number, false));
  const auto paid = keep_.pay("hotel", eur("4.00"), std::nullopt);
  ASSERT_TRUE(keep_.reverse(paid.value().number));
  ASSERT_TRUE(accounts_.pay_by_bank("hotel", eur("2.00")));
  ASSERT_TRUE(keep_.assign("hotel", std::nullopt));
  ASSERT_TRUE(keep_.credit(made.number, true));
  const std::vector<db::Projection> all{db::invoice_projection(), db::till_projection()};
  std::vector<std::string> tables;
  for (const db::Projection& each : all)
    tables.insert(tables.end(), each.tables.begin(), each.tables.end());
  const auto before = db::all_rows(file_->reader(), tables);
  db::rebuild_projections(*file_, all);
  EXPECT_EQ(db::all_rows(file_->reader(), tables), before);
}

}  // namespace
}  // namespace tilia::pos
