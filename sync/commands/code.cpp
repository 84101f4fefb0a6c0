// `foyer code`: the texts in QR codes, for people with questions about them.
#include "sync/commands/code.h"

#include <cstdio>
#include <fstream>
#include <iostream>

#include "sync/commands/escaped.h"
#include "sync/crypto/key_text.h"

namespace foyer {

namespace {

constexpr std::size_t longest_key_file = 16'384;

Result<std::string> read_small(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text(longest_key_file, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    const auto size = static_cast<std::size_t>(in.gcount());
    if (!in && size == 0)
        return fault(FaultKind::not_found, file + " cannot be read, or is empty: check the path to the key");
    text.resize(size);
    return text;
}

} // namespace

void each_text(const std::vector<std::string>& arguments, const std::function<void(std::string_view)>& take) {
    for (const std::string& argument : arguments) {
        if (argument != "-") {
            take(argument);
            continue;
        }
        for (std::string line; std::getline(std::cin, line);) take(line);
    }
}

void print(const std::vector<Piece>& pieces) {
    for (const auto& [where, what, says] : pieces) {
        std::printf("  %-16s", where.c_str());
        if (!what.empty()) std::printf(" \"%s\"", escaped(what).c_str());
        if (!says.empty()) std::printf(" %s", escaped(says).c_str());
        std::putchar('\n');
    }
}

Result<CodeKey> read_public_key(const std::string& file, CodeKeyKind kind) {
    const auto text = read_small(file);
    if (!text) return std::unexpected(text.error());
    CodeKey key{.kind = kind, .public_key = {}, .items = {}, .subevents = {}};
    if (auto bytes = public_key_of(*text))
        key.public_key = std::move(*bytes);
    else if (const auto pair = key_pair_of(*text))
        key.public_key = pair->public_key;
    else
        return fault(FaultKind::bad_input, file + " holds no Ed25519 key: give a PEM, or what pretix lists as a key");
    return key;
}

Result<KeyPair> read_key_pair(const std::string& file) {
    const auto text = read_small(file);
    if (!text) return std::unexpected(text.error());
    auto pair = key_pair_of(*text);
    if (!pair)
        return fault(FaultKind::bad_input, file +
                                               " holds no private Ed25519 key: make one by `openssl genpkey "
                                               "-algorithm ed25519 -out " +
                                               file + "`");
    return std::move(*pair);
}

Result<SummitId> read_summit_id(const std::string& hex) {
    const auto bytes = from_hex(hex);
    const auto id = bytes ? SummitId::from(*bytes) : std::nullopt;
    if (!id)
        return fault(FaultKind::bad_input,
                     "--summit is the summit's id of 32 hexadecimal digits, as `foyer code verify "
                     "--data FOLDER` prints it");
    return *id;
}

void add_code(CLI::App& foyer) {
    CLI::App* code = foyer.add_subcommand("code", "Make, check and explain the texts in QR codes");
    code->require_subcommand(1);
    add_code_mint(*code);
    add_code_verify(*code);
    add_code_inspect(*code);
}

} // namespace foyer
