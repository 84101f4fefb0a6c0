// `foyer code` as people type it.
#include "sync/commands/escaped.h"
#include "tests/commands/program.h"

using namespace foyer;
using namespace foyer::test;

namespace {

// A private key and its public half, as openssl makes them.
void make_key(const Scratch& scratch, const std::string& name) {
    const std::string key = scratch / (name + ".pem");
    REQUIRE(std::system(("openssl genpkey -algorithm ed25519 -out " + key + " 2>/dev/null").c_str()) == 0);
    REQUIRE(std::system(("openssl pkey -in " + key + " -pubout -out " + scratch / (name + ".pub")).c_str()) == 0);
}

std::string in_quotes(const std::string& text) { return "'" + text + "'"; }

std::string last_line(const Ended& ended) {
    const std::string text = ended.output.substr(0, ended.output.size() - 1);
    return text.substr(text.rfind('\n') + 1);
}

const std::string summit = "000102030405060708090a0b0c0d0e0f";

std::string sign(const Scratch& scratch, const std::string& key, const std::string& more = "") {
    const Ended ended = run("code mint --key " + scratch / key + " --summit " + summit + " --attendee 0412 " + more);
    CAPTURE(ended.output);
    REQUIRE(ended.code == 0);
    return last_line(ended);
}

} // namespace

TEST_CASE("code mint makes short codes, as many as asked for, and inspect says what they are") {
    const Ended three = run("code mint --invitation --count 3");
    CHECK(three.code == 0);
    CHECK(three.output.size() == 3 * 17);
    CHECK(three.output[0] == 'K');
    const Ended read = run("code inspect " + three.output.substr(0, 16));
    CHECK(read.says("short code, version 1: an invitation"));
    CHECK(read.says("check, right"));
    CHECK(run("code inspect X22222222222222L").says("check, WRONG"));
}

TEST_CASE("a code signed by a key file is verified by its public half, and by no other") {
    const Scratch scratch;
    make_key(scratch, "one");
    make_key(scratch, "two");
    const std::string code = sign(scratch, "one.pem", "--category press --forum 2 --until 2089-01-01T00:00Z");
    CHECK(code.size() == 121);
    const auto verify = [&](const std::string& keys) {
        return run("code verify --summit " + summit + keys + " " + in_quotes(code));
    };
    const std::string one = scratch / "one.pub", two = scratch / "two.pub";
    const Ended good = verify(" --key " + one + " --key " + two);
    CAPTURE(good.output);
    CHECK(good.code == 0);
    CHECK(good.says("good: attendee 0412, revision 0, by its signature alone"));
    CHECK(good.says("press, forums number 2"));
    CHECK(good.says("until 2089-01-01 00:00 UTC"));
    CHECK(verify(" --key " + two).code == 1);
    CHECK(verify(" --key " + two).says("unknown key"));
    CHECK(verify(" --retired-key " + one).says("retired key"));
    CHECK(verify(" --key " + one + " --at 2089-01-01T00:00Z").says("too late"));
    scratch.write("dead.txt", code + "\r\n");
    CHECK(verify(" --key " + one + " --revoked " + scratch / "dead.txt").says("revoked"));
    std::string other = code;
    other[100] = other[100] == 'A' ? 'B' : 'A';
    const Ended forged = run("code verify --summit " + summit + " --key " + one + " " + in_quotes(other));
    CHECK(forged.code == 1);
    CHECK(forged.says("not good: looks like a code of Foyer"));
}

TEST_CASE("a badge issued in a data folder is known there, replaced there, and its picture is written") {
    const Scratch scratch;
    const std::string data = scratch / "hub";
    REQUIRE(run("import --data " + data + " " + summits + "small").code == 0);
    const Ended minted = run("code mint --signed --data " + data + " --attendee 0003 --png " + scratch / "code.png");
    CAPTURE(minted.output);
    REQUIRE(minted.code == 0);
    const std::string code = last_line(minted);
    CHECK(code.size() == 121);
    CHECK(std::filesystem::file_size(scratch / "code.png") > 100);
    const auto verify = [&](const std::string& text) {
        return run("code verify --at 2024-10-09T14:00 --data " + data + " " + in_quotes(text));
    };
    CHECK(verify(code).says("good: attendee 0003, revision 2, issued"));
    const std::string fresh = last_line(run("code mint --replace --data " + data + " --attendee 0003"));
    CHECK(fresh.size() == 16);
    CHECK(verify(fresh).says("good: attendee 0003, revision 3, issued"));
    CHECK(verify(code).says("replaced by a newer badge"));
    CHECK(verify("X22222222222222N").says("never issued as far as this folder knows"));
    CHECK(verify("https://example.org/menu").says("not a code of this summit"));
    CHECK(verify("https://wa.me/491234567").says("a code for something else"));
}

TEST_CASE("tickets of others are found by what the roster has of them, until they are on the list of revoked codes") {
    const Scratch scratch;
    const std::string data = scratch / "hub";
    REQUIRE(run("import --data " + data + " " + summits + "small").code == 0);
    scratch.write("tickets.csv", "id,native_name,code\n0020,A,A3F81C70-9B2D-4E55-8F60-1D2E3C4B5A69\n0021,B,t-12345\n");
    REQUIRE(run("import --data " + data + " " + scratch / "tickets.csv").code == 0);
    const auto verify = [&](const std::string& text) {
        return run("code verify --at 2024-10-09T14:00 --data " + data + " " + in_quotes(text));
    };
    const std::string indico = R"({"i":[1,"indico.example.org","o/gccJstTlWPYB0uPEtaaQ=="]})";
    CHECK(verify(indico).says("good: attendee 0020"));
    CHECK(verify("]Q1\\000026a3f81c70-9b2d-4e55-8f60-1d2e3c4b5a69").says("good: attendee 0020"));
    CHECK(verify(R"({"ticket":"t-12345"})").says("good: attendee 0021"));
    CHECK(verify(R"({"ticket":"t-12346"})").says("not a ticket of this summit"));
    scratch.write("revoked_codes.txt", "a3f81c70-9b2d-4e55-8f60-1d2e3c4b5a69\n");
    const Ended again = run("import --data " + data + " " + scratch / "revoked_codes.txt");
    CHECK(again.says("revoked           1 added"));
    CHECK(verify(indico).says("revoked: attendee 0020"));
    CHECK(run("import --data " + data + " " + scratch / "revoked_codes.txt").says("0 facts"));
}

TEST_CASE("what cannot be minted or verified says why and what to do") {
    const Scratch scratch;
    scratch.write("empty.pem", "");
    scratch.write("text.pem", "no key");
    const auto says = [](const std::string& words, const char* sentence, int code = 1) {
        const Ended ended = run("code " + words);
        CAPTURE(words, ended.output);
        CHECK(ended.code == code);
        CHECK(ended.says(sentence));
    };
    says("mint --signed", "a code of somebody needs --data FOLDER (of a hub or desk) or --key FILE");
    says("mint --key x", "whose code is it? Give --attendee ID");
    says("mint --key " + scratch / "none.pem" + " --attendee 1 --summit " + summit, "cannot be read");
    says("mint --key " + scratch / "text.pem" + " --attendee 1 --summit " + summit,
         "openssl genpkey -algorithm ed25519");
    says("mint --data " + scratch / "none" + " --attendee 1", scratch.path.c_str());
    says("mint --count 0", "--count", 2);
    says("mint --forum 13", "--forum", 2);
    says("verify --key " + scratch / "empty.pem" + " X", "give --summit ID");
    says("verify --summit 12 X", "32 hexadecimal digits");
    says("verify --pretix-key " + scratch / "text.pem" + " X", "holds no Ed25519 key");
    says("verify X22222222222222N", "whether it was issued only --data can say");
    says("verify", "TEXT is required", 2);
    says("frobnicate", "there are: mint, verify, inspect", 2);
}

TEST_CASE("inspect drives no terminal, opens nothing, and shows the beginning of what is long") {
    const Scratch scratch;
    std::string text = "\x1b[2J\u202e https://example.org/\u0425";
    text += std::string(1, '\0') + "\xff" + std::string(4096, 'a');
    scratch.write("text", text + "\nX22222222222222N\n");
    const Ended ended = run("code inspect - < " + scratch / "text");
    CAPTURE(ended.output);
    CHECK(ended.code == 0);
    CHECK(ended.says("\\u{1b}[2J\\u{202e} https://example.org/"));
    CHECK(ended.says("2 control characters, dropped"));
    CHECK(ended.says("not all ASCII"));
    CHECK(ended.output.size() < 1200);
    CHECK(ended.says("short code, version 1: a badge"));
    for (const char c : ended.output) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
    CHECK(run("code inspect '{\"ticket\":\"t-1\"}'").says("a ticket of eventyay"));
    const Ended card = run("code inspect 'MECARD:N:Example,Anna;TEL:1234;;'");
    CHECK(card.says("by its form a contact card (MECARD)"));
    CHECK_FALSE(card.says("Anna")); // nobody's business
    CHECK(run("code inspect '\r\n'").says("nothing is left: no code"));
}
