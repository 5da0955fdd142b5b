// error: no matching function for call to 'wipe
#include <string>
#include <vector>

#include "core/secret.h"

#ifdef MUST_NOT
using Kept = std::vector<std::string>;
#else
using Kept = std::string;
#endif

void keep(Kept texts) { tilia::Secret<Kept> secret(std::move(texts)); }
