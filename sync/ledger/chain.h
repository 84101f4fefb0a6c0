// How headers are chained and sealed: what a verifier of facts must compute. Formats in sync/summit/README.md.
#pragma once

#include "sync/crypto/crypto.h"
#include "sync/summit/certificate.h"
#include "sync/summit/store.h"

namespace foyer {

OriginId origin_of(ByteView public_key, ByteView nonce);
// The head before fact 1.
Hash chain_start(const SummitId& summit, const OriginId& origin);
Hash next_head(const Hash& head, ByteView header);
// What the device signs after the fact `seq`.
Bytes seal_message(const SummitId& summit, const OriginId& origin, std::uint64_t seq, const Hash& head);

// The name of a branch of a fork: by its first fact, so that every node gives it the same.
OriginId branch_of(const OriginId& trunk, std::uint64_t first_seq, const Hash& first_head);

// The certificate of an origin's first header, if it is what this summit's key signed for exactly this origin.
Result<Certificate> check_opening(const Header& first, const SummitId& summit, ByteView summit_key);

// The headers of a frame when they are one origin's, one after the other, and the bodies are the ones hashed.
Result<std::vector<Header>> headers_of(const SealedRun& frame);

} // namespace foyer
