#include "core/secret.h"

#include <sodium.h>

namespace tilia {

void wipe(std::string& text) noexcept {
  text.resize(text.capacity());  // never allocates: the buffer is there already
  sodium_memzero(text.data(), text.size());
  text.clear();
}

void wipe_bytes(void* bytes, std::size_t count) noexcept { sodium_memzero(bytes, count); }

}  // namespace tilia
