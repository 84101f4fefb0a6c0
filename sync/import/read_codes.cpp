// codes.toml: whose signed codes are good. revoked_codes.txt: codes that are dead whoever holds them, one a line.
#include <algorithm>

#include "sync/crypto/key_text.h"
#include "sync/import/readers.h"
#include "sync/import/tables.h"
#include "sync/import/text_file.h"

namespace foyer {

namespace {

std::string_view trimmed(std::string_view line) {
    while (line.starts_with(' ') || line.starts_with('\t')) line.remove_prefix(1);
    while (line.ends_with(' ') || line.ends_with('\t') || line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

CodeKey read_key(Fields& fields) {
    CodeKey key;
    key.kind = fields.one_of("kind", code_key_kinds(), CodeKeyKind::foyer);
    const std::string text = fields.text("public_key", Need::required);
    if (auto bytes = public_key_of(text))
        key.public_key = std::move(*bytes);
    else if (!text.empty())
        fields.error("public_key", "is no Ed25519 public key; write what pretix lists under valid_keys, or a PEM as "
                                   "`openssl pkey -pubout` writes it");
    key.retired = fields.flag("retired", false);
    key.items = fields.numbers("items");
    key.subevents = fields.numbers("subevents");
    if (key.kind == CodeKeyKind::foyer && !(key.items.empty() && key.subevents.empty()))
        fields.error(key.items.empty() ? "subevents" : "items",
                     "is for keys of the kind pretix_sig1; delete the line or correct the kind");
    return key;
}

bool is_same(const CodeKey& a, const CodeKey& b) { return a.kind == b.kind && a.public_key == b.public_key; }

} // namespace

void read_codes(const TomlNode& root, const Source& source, SummitFiles& files) {
    only_tables(root, {"key"}, source);
    auto& keys = files.summit->code_keys;
    each_table(root, "key", source, [&](Fields& fields) {
        CodeKey key = read_key(fields);
        const bool twice = std::ranges::any_of(keys, [&](const CodeKey& other) { return is_same(key, other); });
        if (twice && !key.public_key.empty()) fields.error("public_key", "is there twice; delete one");
        keys.push_back(std::move(key));
    });
}

void read_revoked_codes(std::string_view text, const Source& source, SummitFiles& files) {
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view code = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        std::string why;
        if (code.empty()) continue;
        if (code.size() > longest_code)
            source.error(line, "",
                         "has " + std::to_string(code.size()) + " bytes, and no code is that long; write one a line");
        else if (!is_showable(code, why))
            source.error(line, "", why);
        else
            files.revoked_codes.push_back({std::string{code}, line});
    }
}

} // namespace foyer
