// Ed25519 keys as other programs write them: PEM (RFC 7468) around SubjectPublicKeyInfo or PKCS #8 (RFC 8410), as in
// `openssl genpkey -algorithm ed25519`. Pure; any thread.
#pragma once

#include "sync/crypto/crypto.h"

namespace foyer {

// The 32 bytes of a public key: out of a PEM, out of the base64 of a whole PEM (as pretix lists its keys), or out of
// the base64 of the SubjectPublicKeyInfo alone. Nothing for any other text, a key of another kind, or a private key.
std::optional<Bytes> public_key_of(std::string_view text);

// The key pair of a private key's PEM.
std::optional<KeyPair> key_pair_of(std::string_view pem);

} // namespace foyer
