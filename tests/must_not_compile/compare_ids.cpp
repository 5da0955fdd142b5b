// error: no match for 'operator=='
#include "core/id.h"

struct SaleTag;
struct WorkerTag;

bool same(const tilia::Id<SaleTag>& sale, const tilia::Id<WorkerTag>& worker) {
#ifdef MUST_NOT
  return sale == worker;
#else
  return sale.bytes() == worker.bytes();
#endif
}
