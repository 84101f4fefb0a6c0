// Which libsodium hashes and signs, as it is linked: "1.0.18". Any thread.
#pragma once

#include <string>

namespace foyer {

std::string sodium_version();

} // namespace foyer
