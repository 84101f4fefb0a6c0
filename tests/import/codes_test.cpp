// codes.toml and revoked_codes.txt: whose signed codes count, and which codes are dead.
#include <algorithm>

#include "sync/crypto/crypto.h"
#include "sync/crypto/key_text.h"
#include "sync/import/drafts.h"
#include "tests/catch.h"
#include "tests/import/folder.h"

using namespace foyer;

// Of RFC 8032's first test key: as pretix lists it, and as PEM.
static const std::string listed = "LS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS0KTUNvd0JRWURLMlZ3QXlFQTExcVlBWUt4Q3JmVlMvN1R5V1FI"
                                  "T2c3aGN2UGFwaU1scndJYWFQY0hVUm89Ci0tLS0tRU5EIFBVQkxJQyBLRVktLS0tLQo=";
static const std::string pem =
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"
    "-----END PUBLIC KEY-----\n";
static const Bytes key = from_hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a").value();

TEST_CASE("a public key is read as pretix lists it, as PEM, and as base64 of its DER; nothing else is one") {
    CHECK(public_key_of(listed) == key);
    CHECK(public_key_of("a remark\n" + pem) == key);
    CHECK(public_key_of("MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=") == key);
    for (const std::string& text :
         {std::string{}, std::string{"d75a98"}, listed.substr(4), pem.substr(0, 60), to_base64(key),
          std::string{"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIBERERERERERERERERERERERERERERERERERERER"
                      "EREREREREQ==\n-----END PRIVATE KEY-----\n"}})
        CHECK_FALSE(public_key_of(text));
    const auto pair =
        key_pair_of("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7"
                    "rAMcrn9g\n-----END PRIVATE KEY-----\n");
    REQUIRE(pair);
    CHECK(pair->public_key == key);
    CHECK_FALSE(key_pair_of(pem));
}

TEST_CASE("the keys of codes.toml are the summit's") {
    const Folder folder;
    folder.write("codes.toml", "[[key]]\nkind = \"pretix_sig1\"\npublic_key = \"" + listed +
                                   "\"\nitems = [12, 14]\nsubevents = [3]\n\n[[key]]\npublic_key = \"\"\"\n" + pem +
                                   "\"\"\"\nretired = true\n");
    const SummitReading reading = inspect_summit(folder.path());
    CHECK(sentences(reading) == "");
    REQUIRE(reading.files.summit);
    CHECK(reading.files.summit->code_keys == std::vector<CodeKey>{{CodeKeyKind::pretix_sig1, key, false, {12, 14}, {3}},
                                                                  {CodeKeyKind::foyer, key, true, {}, {}}});
}

TEST_CASE("mistakes in codes.toml are told with their line") {
    const Folder folder;
    const auto says = [&](const std::string& text, const char* sentence) {
        folder.write("codes.toml", text);
        CHECK_THAT(mistakes(folder), ContainsSubstring(sentence));
    };
    const std::string good = "[[key]]\npublic_key = \"" + listed + "\"\n";
    says("[[key]]\n", "codes.toml:1: public_key: is missing");
    says("[[key]]\npublic_key = \"abc\"\n",
         "codes.toml:2: public_key: is no Ed25519 public key; write what pretix lists");
    says(good + "kind = \"pretix\"\n", "codes.toml:3: kind: \"pretix\" is not one of foyer, pretix_sig1");
    says(good + "items = [1]\n", "codes.toml:3: items: is for keys of the kind pretix_sig1");
    says(good + "kind = \"pretix_sig1\"\nitems = [-1]\n", "codes.toml:4: items: holds something else than numbers");
    says(good + good, "codes.toml:4: public_key: is there twice");
    says(good + "retried = true\n", "did you mean retired?");
    says("[[keys]]\n", "did you mean [[key]]?");
}

TEST_CASE("revoked codes are a code a line; a list alone can be imported later, and a second time writes nothing") {
    const Folder folder;
    const Bytes code_key(32, 7);
    folder.write("revoked_codes.txt", "first-secret\r\n\n  second=secret \nfirst-secret\n");
    Known known;
    known.programme.summit.languages = {"en"};
    const SummitReading reading = inspect_summit(folder.path() / "revoked_codes.txt", known);
    CHECK(sentences(reading) == "");
    REQUIRE(reading.files.revoked_codes.size() == 3);
    CHECK(reading.files.revoked_codes[1].value == "second=secret");
    CHECK(reading.files.revoked_codes[1].line == 3);
    const auto no_mint = [](BadgeKind) { return std::string{}; };
    const Import first = to_drafts(reading.files, known, no_mint, code_key, {});
    CHECK(first.drafts.size() == 2);
    CHECK(first.revoked == Tally{2, 0, 1, 0});
    const BadgeId badge = badge_id_of(code_hash(code_key, "first-secret"));
    CHECK(first.drafts[0].subject == subject_of(badge));
    CHECK(std::holds_alternative<BadgeRevoked>(first.drafts[0].payload));
    for (const Draft& draft : first.drafts) known.revoked.insert({draft.subject.id});
    CHECK(to_drafts(reading.files, known, no_mint, code_key, {}).drafts.empty());

    folder.write("revoked_codes.txt", std::string(401, 'x') + "\nab\x01\n");
    CHECK_THAT(mistakes(folder), ContainsSubstring("revoked_codes.txt:1: has 401 bytes"));
    CHECK_THAT(mistakes(folder), ContainsSubstring("revoked_codes.txt:2: contains a control character"));
}
