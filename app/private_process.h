// What the system may not do with a program's memory, which holds keys and names while somebody is
// logged in: write it to a disk when the program fails, or show it to another program of the same
// user. Each program asks for it first of all.
#pragma once

namespace tilia::app {

void keep_process_private();

}  // namespace tilia::app
