// error: invalid initialization of reference of type 'const tilia::reporting::Publishable
#include "reporting/tables.h"

namespace reporting = tilia::reporting;

std::string print(const reporting::RevenueToServices& unprotected,
                  const reporting::Publishable<reporting::RevenueToServices>& passed,
                  const tilia::Words& words) {
#ifdef MUST_NOT
  return reporting::revenue_to_services_csv(unprotected, words);
#else
  (void)unprotected;
  return reporting::revenue_to_services_csv(passed, words);
#endif
}
