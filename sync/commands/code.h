// `foyer code`: what its commands share. Header of commands only.
#pragma once

#include <functional>

#include "scanner/code/explain.h"
#include "sync/commands/commands.h"
#include "sync/crypto/crypto.h"
#include "sync/summit/words.h"

namespace foyer {

void add_code_mint(CLI::App& code);
void add_code_verify(CLI::App& code);
void add_code_inspect(CLI::App& code);

// Each text that somebody asks about; "-" stands for every line of standard input. The bytes are as they came.
void each_text(const std::vector<std::string>& arguments, const std::function<void(std::string_view)>& take);

// One line a piece, fit for a terminal.
void print(const std::vector<Piece>& pieces);

// Files with one key each, as `openssl genpkey -algorithm ed25519` and `openssl pkey -pubout` write them. Faults:
// not_found, bad_input.
Result<CodeKey> read_public_key(const std::string& file, CodeKeyKind kind);
Result<KeyPair> read_key_pair(const std::string& file);

// 32 hexadecimal digits, as `foyer code verify --data` prints them.
Result<SummitId> read_summit_id(const std::string& hex);

} // namespace foyer
