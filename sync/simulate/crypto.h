// Where the stand-in for sync/crypto takes its random bytes from.
#pragma once

#include "sync/simulate/random.h"

namespace foyer::simulate {

// As long as it lives; one at a time.
class RandomOfCrypto {
public:
    explicit RandomOfCrypto(Random& random);
    ~RandomOfCrypto();
    RandomOfCrypto(const RandomOfCrypto&) = delete;
    RandomOfCrypto& operator=(const RandomOfCrypto&) = delete;
};

} // namespace foyer::simulate
