// Which OpenSSL speaks TLS, as it is linked: "3.0.17". Any thread.
#pragma once

#include <string>

namespace foyer {

std::string openssl_version();

} // namespace foyer
