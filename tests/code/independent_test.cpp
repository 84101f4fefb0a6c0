// Other people's programs agree: openssl about the signatures, zbarimg about the pictures.
#include "kiosk/badges/qr_picture.h"
#include "scanner/code/parse.h"
#include "scanner/code/pretix.h"
#include "tests/code/seeded.h"
#include "tests/code/vectors.h"
#include "tests/shell.h"

using namespace foyer;
using test::Ended;
using test::Random;
using test::run_shell;
using test::Scratch;

namespace {

// By openssl, from the bytes alone.
bool openssl_verifies(const Scratch& scratch, ByteView message, ByteView signature, ByteView public_key) {
    Bytes der = from_hex("302a300506032b6570032100").value(); // SubjectPublicKeyInfo of Ed25519, without the key
    for (const auto byte : public_key) der.push_back(byte);
    scratch.write("key", as_text(der));
    scratch.write("message", as_text(message));
    scratch.write("signature", as_text(signature));
    const Ended ended = run_shell("openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey " + (scratch / "key") +
                                  " -in " + (scratch / "message") + " -sigfile " + (scratch / "signature"));
    INFO(ended.output);
    CHECK(ended.says("Signature Verif")); // it ran at all
    return ended.code == 0;
}

void check_by_openssl(const Scratch& scratch, Bytes message, const Bytes& signature, const Bytes& public_key) {
    CHECK(openssl_verifies(scratch, message, signature, public_key));
    message.back() ^= 1U;
    CHECK_FALSE(openssl_verifies(scratch, message, signature, public_key));
}

} // namespace

TEST_CASE("openssl finds the signatures of signed codes right, of the vectors and of fresh ones") {
    const Scratch scratch;
    for (const auto& one : test::vectors()["signed"]) {
        const auto read = read_signed(one["text"].get<std::string>());
        REQUIRE(read);
        check_by_openssl(scratch, test::bytes_of(one["message"]), read->signature, test::bytes_of(one["public_key"]));
    }
    Random random(61);
    const KeyPair keys = test::seeded_keys(random);
    const auto read = read_signed(sign_code(test::seeded_code(random), test::some_summit(), keys).value());
    check_by_openssl(scratch, signed_message(test::some_summit(), read->payload), read->signature, keys.public_key);
}

TEST_CASE("openssl finds the signatures of pretix tickets right") {
    const Scratch scratch;
    Random random(62);
    const KeyPair keys = test::seeded_keys(random);
    const auto ticket = read_pretix(test::seeded_pretix(random, keys));
    check_by_openssl(scratch, ticket->payload, ticket->signature, keys.public_key);
}

TEST_CASE("zbarimg reads off the pictures what was minted, and a signed code is version 5-M") {
    const Scratch scratch;
    Random random(63);
    const KeyPair keys = test::seeded_keys(random);
    const std::string signed_code = sign_code(test::seeded_code(random), test::some_summit(), keys).value();
    const std::string short_code = mint(BadgeKind::badge);
    for (const std::string& code : {signed_code, short_code}) {
        const auto qr = make_qr(code);
        REQUIRE(qr);
        CHECK(qr->version == (code == signed_code ? 5 : 1));
        CHECK(qr->level == (code == signed_code ? 'M' : 'Q'));
        REQUIRE(write_png(picture_of(*qr, 4), scratch / "code.png"));
        // It complains of a message bus that no build machine has.
        const Ended read =
            run_shell("(zbarimg --quiet --raw -Sdisable -Sqrcode.enable " + (scratch / "code.png") + " 2>/dev/null)");
        CHECK(read.output == code + "\n");
        CHECK(parse(read.output).text == code);
    }
}
