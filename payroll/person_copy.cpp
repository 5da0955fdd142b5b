#include "payroll/person_copy.h"

#include "core/check.h"

namespace tilia::payroll {

std::string_view person_part_text(PersonPart part) {
  switch (part) {
    case PersonPart::alias: return "alias";
    case PersonPart::account: return "account";
    case PersonPart::hours: return "hours";
    case PersonPart::funding: return "cost_record";
    case PersonPart::pay: return "pay";
  }
  CHECK(false);
}

}  // namespace tilia::payroll
