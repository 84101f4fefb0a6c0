// Other people's programs agree: openssl about the signatures, zbarimg about the pictures.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/badges/qr_picture.h"
#include "scanner/code/parse.h"
#include "scanner/code/pretix.h"
#include "tests/code/seeded.h"
#include "tests/code/vectors.h"

using namespace foyer;
using test::Random;

namespace {

class Scratch {
public:
    Scratch() {
        std::string pattern = (std::filesystem::temp_directory_path() / "foyer-code-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string operator/(const char* name) const { return (path_ / name).string(); }
    void write(const char* name, ByteView bytes) const {
        std::ofstream(path_ / name, std::ios::binary) << as_text(bytes);
    }

private:
    std::filesystem::path path_;
};

struct Ended {
    int code = -1;
    std::string output;
};

Ended run(const std::string& command) {
    Ended ended;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe);
    char chunk[4096];
    while (const std::size_t got = std::fread(chunk, 1, sizeof chunk, pipe)) ended.output.append(chunk, got);
    const int status = ::pclose(pipe);
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return ended;
}

// By openssl, from the bytes alone.
bool openssl_verifies(const Scratch& scratch, ByteView message, ByteView signature, ByteView public_key) {
    Bytes der = from_hex("302a300506032b6570032100").value(); // SubjectPublicKeyInfo of Ed25519, without the key
    for (const auto byte : public_key) der.push_back(byte);
    scratch.write("key", der);
    scratch.write("message", message);
    scratch.write("signature", signature);
    const Ended ended = run("openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey " + (scratch / "key") + " -in " +
                            (scratch / "message") + " -sigfile " + (scratch / "signature"));
    INFO(ended.output);
    CHECK(ended.output.find("Signature Verif") != std::string::npos); // it ran at all
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
            run("(zbarimg --quiet --raw -Sdisable -Sqrcode.enable " + (scratch / "code.png") + " 2>/dev/null)");
        CHECK(read.output == code + "\n");
        CHECK(parse(read.output).text == code);
    }
}
