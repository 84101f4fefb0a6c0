// Codes that are carried for something else: told by their form, and by nothing that a ticket may look like.
#include "scanner/code/other_uses.h"

#include "scanner/code/foreign.h"
#include "scanner/code/parse.h"
#include "scanner/code/reading_text.h"
#include "tests/catch.h"
#include "tests/code/seeded.h"

using namespace foyer;

namespace {

const std::string boarding = "M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 326J001A0025 100";
const std::string shop = "00020101021126330014A000000615000101065016645802MY63049F2A";

} // namespace

TEST_CASE("Each of the common forms is told by its name") {
    const std::vector<std::pair<std::string, std::string_view>> all{
        {"wxp://f2f0AbC", "a payment code of WeChat Pay"},
        {"weixin://wxpay/bizpayurl?pr=AbC", "a payment code of WeChat Pay"},
        {"weixin://dl/chat", "a link into WeChat"},
        {"https://qr.alipay.com/fkx0", "a payment code of Alipay"},
        {"alipays://platformapi/startapp", "a payment code of Alipay"},
        {"https://qr.95516.com/0001", "a payment code of UnionPay"},
        {shop, "a payment code of a shop (EMVCo)"},
        {"upi://pay?pa=shop@bank", "a payment code of UPI"},
        {"BCD\n001\n1\nSCT\nBFSWDE33BER\nHall\nDE1\nEUR1\n", "a payment code (SEPA)"},
        {"BCD\r\n002\r\n2\r\nSCT\r\n\r\nHall\r\nDE1", "a payment code (SEPA)"},
        {"SPC\r\n0200\r\n1\r\nCH44\r\n", "a payment code (Swiss QR-bill)"},
        {"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\nEND:VCARD", "a contact card (vCard)"},
        {"MECARD:N:Example,Anna;;", "a contact card (MECARD)"},
        {"BIZCARD:N:Anna;X:Example;;", "a contact card (BIZCARD)"},
        {"https://u.wechat.com/kAbC", "a contact of WeChat"},
        {"http://weixin.qq.com/r/AbC", "a contact of WeChat"},
        {"https://wa.me/491234567", "a contact in a messenger or network"},
        {"https://line.me/ti/p/AbC", "a contact in a messenger or network"},
        {"tg://resolve?domain=anna", "a contact in a messenger or network"},
        {"https://t.me/anna", "a contact in a messenger or network"},
        {"https://www.linkedin.com/in/anna", "a contact in a messenger or network"},
        {"WIFI:S:Hall;T:WPA;P:secret;;", "a way into a wireless network"},
        {"BEGIN:VEVENT\nSUMMARY:Talk\nEND:VEVENT", "a date for a calendar"},
        {"BEGIN:VCALENDAR\nBEGIN:VEVENT", "a date for a calendar"},
        {"tel:+491234567", "a telephone number"},
        {"mailto:anna@example.org", "an e-mail address"},
        {"sms:+491234567", "a message to a telephone"},
        {"SMSTO:+491234567:Hello", "a message to a telephone"},
        {"geo:52.5,13.4", "a place on a map"},
        {boarding, "a boarding pass"},
        {"HC1:6BF+70790T9WJWG.FKY*4GO0.O1CV2 O5 N2FBBRW1*70HS8", "a health certificate"},
        {"otpauth://totp/Example:anna?secret=JBSWY3DP", "a secret for signing in"},
    };
    for (const auto& [text, words] : all) {
        INFO(text);
        CHECK(other_use(tidy(text)) == words);
        CHECK(read_foreign(tidy(text)).kind == ForeignKind::other_use);
        CHECK(read_foreign(tidy(text)).words == words);
        CHECK(parse(text).form == Presented::Form::foreign);
        CHECK(parse(text).use == Presented::Use::other);
    }
}

TEST_CASE("Capital and small letters are one in what a form begins with, and the text keeps its own") {
    for (const std::string text :
         {"WXP://f2f0AbC", "Begin:vCard\nFN:Anna", "wifi:S:Hall;;", "HTTPS://WA.ME/49", "HtTp://Www.T.Me/anna"}) {
        INFO(text);
        CHECK(parse(text).use == Presented::Use::other);
        CHECK(parse(text).text == tidy(text));
    }
}

TEST_CASE("What only resembles another use may be a ticket, and so may every plain address") {
    for (const std::string text : {"https://example.org/menu",
                                   "https://example.org/https://wa.me/1",
                                   "https://wa.me.example.org/1",
                                   "https://notwa.me/1",
                                   "wa.me/1",
                                   "https://linkedin.com/company/x",
                                   "00020112345678901234",
                                   "000201",
                                   "00020163049F2",
                                   "BCD0011",
                                   "BCD 2024 0017",
                                   "SPC-0017",
                                   "M1234567",
                                   "telephone",
                                   "wifi",
                                   "BEGIN",
                                   "HC12345",
                                   "MECARD",
                                   "http://",
                                   "https://www.",
                                   "",
                                   "q6uzgqbzrs8fd3vn",
                                   "1234567890123456789"}) {
        INFO(text);
        CHECK(other_use(text).empty());
        CHECK(parse(text).use == Presented::Use::any);
    }
}

TEST_CASE("A boarding pass has each of its fields at its place") {
    CHECK_FALSE(other_use(boarding).empty());
    CHECK_FALSE(other_use(boarding + "^164>5181 7250BAC").empty());
    const auto changed = [](std::size_t place, char to) {
        std::string text = boarding;
        text[place] = to;
        return !other_use(text).empty();
    };
    CHECK(changed(1, '2'));
    CHECK(changed(22, ' '));
    for (const auto& [place, to] :
         {std::pair{0U, 'N'}, std::pair{1U, '0'}, std::pair{1U, 'A'}, std::pair{2U, ' '}, std::pair{5U, '7'},
          std::pair{22U, 'X'}, std::pair{30U, '1'}, std::pair{35U, 'a'}, std::pair{44U, 'A'}, std::pair{46U, ' '}}) {
        INFO(place);
        CHECK_FALSE(changed(place, to));
    }
    CHECK(other_use(boarding.substr(0, 59)).empty());
}

TEST_CASE("A shop's code ends with its check, or is taken for a number") {
    CHECK_FALSE(other_use(shop).empty());
    for (std::size_t size = 0; size < shop.size(); ++size) CHECK(other_use(shop.substr(0, size)).empty());
    CHECK(other_use(shop + "0").empty());
    CHECK(other_use("1" + shop.substr(1)).empty());
}

TEST_CASE("Tickets of other systems are tickets, and a code of Foyer has no other use") {
    for (const std::string text :
         {R"({"ticket":"t-1"})", R"({"lead":"l-1"})", R"({"i":[1,"indico.example.org","o/gccJstTlWPYB0uPEtaaQ=="]})",
          "a3f81c70-9b2d-4e55-8f60-1d2e3c4b5a69/abc+="}) {
        INFO(text);
        CHECK(parse(text).use == Presented::Use::ticket);
    }
    test::Random random(61);
    CHECK(parse(test::seeded_pretix(random, test::seeded_keys(random))).use == Presented::Use::ticket);
    CHECK(parse("a3f81c70-9b2d-4e55-8f60-1d2e3c4b5a69").use == Presented::Use::any); // a roster may well have it
    CHECK(parse("X22222222222222N").use == Presented::Use::any);
}
