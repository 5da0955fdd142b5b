#include "app/private_process.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace tilia::app {

void keep_process_private() {
  // Both only take something away from ourselves, and cannot be refused.
  const rlimit none{0, 0};
  (void)::setrlimit(RLIMIT_CORE, &none);
  (void)::prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace tilia::app
