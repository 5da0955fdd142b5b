// error: could not convert 'worker' from
#include "core/id.h"

struct SaleTag;
struct WorkerTag;
using SaleId = tilia::Id<SaleTag>;
using WorkerId = tilia::Id<WorkerTag>;

bool entered(SaleId) { return true; }

bool ask(const SaleId& sale, const WorkerId& worker) {
#ifdef MUST_NOT
  return sale.bytes() != worker.bytes() && entered(worker);
#else
  return sale.bytes() != worker.bytes() && entered(sale);
#endif
}
