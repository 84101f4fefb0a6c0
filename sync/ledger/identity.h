// How a node's identity is kept in the private table, and how a summit's key certifies a device.
#pragma once

#include "sync/ledger/ledger.h"

namespace foyer {

Bytes encode(const Identity& identity);
Result<Identity> decode_identity(ByteView encoded);

SignedCertificate certify(const Certificate& certificate, const KeyPair& summit_keys);

} // namespace foyer
