// A 128-bit integer for the middle of a multiplication: money × rate cannot overflow in it.
#pragma once

namespace tilia {

__extension__ typedef __int128 Wide;

}  // namespace tilia
