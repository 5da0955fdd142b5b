// error: 'tilia::reporting::Publishable<T>::Publishable\(T\).*is private
#include "reporting/disclosure/business_gate.h"

namespace reporting = tilia::reporting;

const reporting::RevenueToServices& table(
    reporting::RevenueToServices report,
    const reporting::Publishable<reporting::RevenueToServices>& passed) {
#ifdef MUST_NOT
  static const reporting::Publishable<reporting::RevenueToServices> made(std::move(report));
  return made.table();
#else
  (void)reporting::BusinessGate::pass(std::move(report)).ok();
  return passed.table();
#endif
}
