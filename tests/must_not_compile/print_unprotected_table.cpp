// error: invalid initialization of reference of type 'const tilia::reporting::Publishable
#include "reporting/papers.h"

namespace reporting = tilia::reporting;

reporting::PdfBytes print(const reporting::RevenueToServices& unprotected,
                          const reporting::Publishable<reporting::RevenueToServices>& passed,
                          const reporting::Typeface& typeface, const tilia::Words& words) {
#ifdef MUST_NOT
  return reporting::revenue_to_services_pdf(unprotected, 1, typeface, words);
#else
  (void)unprotected;
  return reporting::revenue_to_services_pdf(passed, 1, typeface, words);
#endif
}
