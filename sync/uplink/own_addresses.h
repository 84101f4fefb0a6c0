// The addresses of this machine that others may reach it at: no loopback, no link-local ones. Any thread.
#pragma once

#include <string>
#include <vector>

namespace foyer {

// IPv4 first, as the system lists them.
std::vector<std::string> own_addresses();

} // namespace foyer
