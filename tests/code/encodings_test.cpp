// Base45, attendee numbers, and what hand scanners put round a code.
#include "scanner/code/attendee_number.h"
#include "scanner/code/base45.h"
#include "scanner/code/reading_text.h"
#include "tests/code/seeded.h"
#include "tests/code/vectors.h"

using namespace foyer;
using test::Random;

TEST_CASE("The examples of RFC 9285 hold, both ways") {
    for (const auto& [bytes, text] : {std::pair{"AB", "BB8"}, std::pair{"Hello!!", "%69 VD92EX0"},
                                      std::pair{"base-45", "UJCLQE7W581"}, std::pair{"ietf!", "QED8WEX0"}}) {
        CHECK(to_base45(as_bytes(bytes)) == text);
        const auto read = from_base45(text);
        REQUIRE(read);
        CHECK(as_text(*read) == bytes);
    }
}

TEST_CASE("Base45 reads only what it writes") {
    for (const char* text : {"A", "ABCD", "GGX", ":::", "6O", "ab8", "BB\x01", "BB8:"}) {
        INFO(text);
        CHECK_FALSE(from_base45(text)); // wrong lengths, more than two bytes or one, other characters
    }
    Random random(3);
    for (int round = 0; round < 3000; ++round) {
        const std::string text = test::seeded_text(random, base45_alphabet, random.below(10));
        if (const auto bytes = from_base45(text)) CHECK(to_base45(*bytes) == text);
    }
}

TEST_CASE("Attendee numbers are those of the vectors, and an id comes back whole, its zeros too") {
    for (const auto& [id, number] :
         test::vectors()["attendee_numbers"].get<std::vector<std::pair<std::string, std::uint64_t>>>()) {
        INFO(id);
        CHECK(number_of({id}) == number);
        CHECK(attendee_numbered(number) == AttendeeId{id});
    }
    Random random(5);
    for (int round = 0; round < 2000; ++round) {
        const AttendeeId id = test::seeded_code(random).attendee;
        REQUIRE(number_of(id));
        CHECK(*number_of(id) < attendee_numbers);
        CHECK(attendee_numbered(*number_of(id)) == id);
    }
}

TEST_CASE("No two numbers are one attendee, and longer ids have none") {
    Random random(6);
    for (int round = 0; round < 5000; ++round) {
        const std::uint64_t number = random.next() % attendee_numbers;
        if (const auto id = attendee_numbered(number)) CHECK(number_of(*id) == number);
    }
    for (const char* id : {"", "123456789012345", "abcdefghij", "ABCDEFGH", "a b", "\xc3\xa4"})
        CHECK_FALSE(number_of({id}));
}

TEST_CASE("What scanners and wallets put round a code is dropped, and nothing of the code itself") {
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"]Q1\\000026abc", "abc"},
        {"\\000026\\000003abc", "abc"},
        {"]Q2abc\r\n", "abc"},
        {"  \x02 ]d2\tabc\x03  ", "abc"},
        {std::string_view("a\0b\x1f\x7f", 5), "ab"},
        {"]Q", "]Q"},
        {"\\00002abc", "\\00002abc"},
        {"a]Q1b\\000026", "a]Q1b\\000026"},
        {"[\"i\"]", "[\"i\"]"},
        {"", ""},
        {" \r\n", ""},
    };
    for (const auto& [text, kept] : cases) CHECK(tidy(text) == kept);
}

TEST_CASE("Bytes in base64 are read in their one form only") {
    for (const auto& [bytes, text] : {std::pair{"", ""}, std::pair{"f", "Zg=="}, std::pair{"fo", "Zm8="},
                                      std::pair{"foo", "Zm9v"}, std::pair{"\xff\xfe", "//4="}}) {
        CHECK(to_base64(as_bytes(bytes)) == text);
        REQUIRE(from_base64(text));
        CHECK(as_text(*from_base64(text)) == bytes);
    }
    for (const char* text : {"Zg", "Zg=", "Zh==", "Zm9=", "Zm 8", "Z===", "====", "Zg==Zg==", "Zm9v\n"}) {
        INFO(text);
        CHECK_FALSE(from_base64(text));
    }
}
