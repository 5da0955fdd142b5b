// What outsiders see of the enterprise: the customer's receipt, the line of a wage on a bank's
// statement, the head of a payslip, each through the code that makes the real one. For a look
// before first use, and whenever a name has changed. Sample figures: it opens nobody's record.
#pragma once

#include <string>
#include <vector>

#include "core/instant.h"
#include "core/zone.h"
#include "payroll/pay_book.h"
#include "pos/article.h"
#include "pos/country_pack.h"
#include "pos/shop.h"
#include "reporting/papers.h"

namespace tilia::app {

struct OutsideView {
  std::vector<reporting::CaptionedStrip> papers;
  // Names on them that tell too much (core/neutral_words.h).
  std::vector<std::string> telling_names;
};

struct OutsideFacts {
  pos::Organisation organisation;
  std::vector<pos::Article> articles;
  payroll::Employer employer;
  pos::CountryPack pack;
  Instant now;
};

// The papers speak their own language, what stands about them that of the reader.
[[nodiscard]] OutsideView what_outsiders_see(const OutsideFacts& facts, const Zone& zone,
                                             const Words& papers, const Words& reader);

}  // namespace tilia::app
