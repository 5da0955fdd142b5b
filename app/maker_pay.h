// Paying makers by a file for the bank: what is payable of a month is entered, then written, so
// that a file that gets lost is written again and nothing is paid twice. Whoever asks holds the
// vault key; each opening of who a maker is gets noted.
//
//   MakerPay pay(doors);
//   auto paid = pay.pay(month, account, finance.id.bytes());
//   write_whole(file, paid.value().file_text);
#pragma once

#include <string>
#include <vector>

#include "core/clock.h"
#include "core/day.h"
#include "core/id.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "db/maker_records.h"
#include "payroll/pay_book.h"
#include "pos/consignment/keep_consignment.h"
#include "pos/till_book.h"

namespace tilia::app {

struct MakerPayNo {
  std::string code;
  Phrase sentence;
};

struct MakersPaid {
  std::vector<pos::MakerPayment> payments;  // of one run
  std::vector<std::string> left_out;        // nobody entered where her money goes: "M-7"
  std::string file_text;
};

class MakerPay {
 public:
  struct Doors {
    db::MakerRecords records;
    pos::ConsignmentBook& book;
    pos::TillBook& till_book;
    payroll::PayBook& pay_book;
    const Zone& zone;
    const Clock& clock;
    Words words;  // of papers
  };
  explicit MakerPay(Doors doors);

  // As every account number is checked.
  [[nodiscard]] Result<std::string, MakerPayNo> checked_account(const std::string& typed);
  [[nodiscard]] Result<MakersPaid, MakerPayNo> pay(const Month& month, const std::string& account,
                                                   const IdBytes& actor);
  // The file of a run, 0: of the newest, without what was reversed since.
  [[nodiscard]] Result<MakersPaid, MakerPayNo> again(std::int64_t run, const std::string& account);
  // Refuses while something is owed to her.
  [[nodiscard]] Result<Done, MakerPayNo> forget(std::int64_t maker);

 private:
  [[nodiscard]] Result<MakersPaid, MakerPayNo> with_file(MakersPaid paid,
                                                         const std::string& account);
  Doors doors_;
  pos::KeepConsignment keep_;
};

// The number under which a payment stands in the file: "M-7-12".
[[nodiscard]] std::string transfer_id(const pos::MakerPayment& payment);

}  // namespace tilia::app
