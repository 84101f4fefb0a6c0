#include "scanner/code/other_uses.h"

#include <algorithm>
#include <array>

namespace foyer {

namespace {

struct Use {
    std::string_view begin; // in small letters; codes may have any
    std::string_view words;
};

constexpr std::string_view in_touch = "a contact in a messenger or network";
constexpr std::string_view map = "a place on a map", message = "a message to a telephone", mail = "an e-mail address";
constexpr std::string_view secret = "a secret for signing in", coin = "an address of a digital currency";

// Of two that begin alike the longer one comes first.
constexpr std::array uses{
    Use{"wxp://", "a payment code of WeChat Pay"},
    Use{"weixin://wxpay/", "a payment code of WeChat Pay"},
    Use{"weixin://", "a link into WeChat"},
    Use{"alipay://", "a payment code of Alipay"},
    Use{"alipays://", "a payment code of Alipay"},
    Use{"alipayqr://", "a payment code of Alipay"},
    Use{"alipayhk://", "a payment code of Alipay"},
    Use{"upi://", "a payment code of UPI"},
    Use{"spd*1.0*", "a payment code (SPAYD)"},
    Use{"spc01001", "a payment code (Swiss QR-bill)"}, // three lines: SPC, the version, the character set
    Use{"spc02001", "a payment code (Swiss QR-bill)"},
    Use{"st00011|", "a payment code (GOST R 56042)"},
    Use{"st00012|", "a payment code (GOST R 56042)"},
    Use{"st00013|", "a payment code (GOST R 56042)"},
    Use{"bitcoin:", coin},
    Use{"ethereum:", coin},
    Use{"lightning:", coin},
    Use{"begin:vcard", "a contact card (vCard)"},
    Use{"mecard:", "a contact card (MECARD)"},
    Use{"bizcard:", "a contact card (BIZCARD)"},
    Use{"tg://", in_touch},
    Use{"whatsapp://", in_touch},
    Use{"line://", in_touch},
    Use{"skype:", in_touch},
    Use{"wifi:", "a way into a wireless network"},
    Use{"begin:vcalendar", "a date for a calendar"},
    Use{"begin:vevent", "a date for a calendar"},
    Use{"tel:", "a telephone number"},
    Use{"sms:", message},
    Use{"smsto:", message},
    Use{"mms:", message},
    Use{"mmsto:", message},
    Use{"mailto:", mail},
    Use{"matmsg:", mail},
    Use{"geo:", map},
    Use{"hc1:", "a health certificate"},
    Use{"shc:/", "a health certificate"},
    Use{"otpauth://", secret},
    Use{"otpauth-migration://", secret},
    Use{"fido:/", secret},
    Use{"lpa:1$", "a telephone contract (eSIM)"},
};

// Behind http:// or https://, and www. or none. Whole services that serve nothing else: other addresses may be tickets.
constexpr std::array addresses{
    Use{"payapp.weixin.qq.com/", "a payment code of WeChat Pay"},
    Use{"wx.tenpay.com/", "a payment code of WeChat Pay"},
    Use{"qr.alipay.com/", "a payment code of Alipay"},
    Use{"qr.95516.com/", "a payment code of UnionPay"},
    Use{"qr.paypay.ne.jp/", "a payment code of PayPay"},
    Use{"paypal.me/", "a payment code of PayPal"},
    Use{"u.wechat.com/", "a contact of WeChat"},
    Use{"weixin.qq.com/", "a contact of WeChat"},
    Use{"work.weixin.qq.com/", "a contact of WeChat"},
    Use{"qm.qq.com/", in_touch},
    Use{"wa.me/", in_touch},
    Use{"api.whatsapp.com/", in_touch},
    Use{"line.me/", in_touch},
    Use{"t.me/", in_touch},
    Use{"m.me/", in_touch},
    Use{"signal.me/", in_touch},
    Use{"zalo.me/", in_touch},
    Use{"open.kakao.com/", in_touch},
    Use{"qr.kakao.com/", in_touch},
    Use{"linkedin.com/in/", in_touch},
};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_hex(char c) { return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins(std::string_view text, std::string_view begin) {
    return text.size() >= begin.size() && std::ranges::equal(text.substr(0, begin.size()), begin, {}, lower);
}

template <std::size_t Count>
std::string_view words_in(const std::array<Use, Count>& table, std::string_view text) {
    const auto* const found =
        std::ranges::find_if(table, [text](std::string_view begin) { return begins(text, begin); }, &Use::begin);
    return found == table.end() ? std::string_view{} : found->words;
}

std::string_view behind_scheme(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!begins(text, scheme)) continue;
        text.remove_prefix(scheme.size());
        return begins(text, "www.") ? text.substr(4) : text;
    }
    return {};
}

// EMVCo's codes of shops (UnionPay, PromptPay, PIX...): first the version, last four hexadecimal digits of a check. The
// first alone would not do: a ticket's number may begin so.
bool is_of_shop(std::string_view text) {
    if (text.size() < 6 + 8 || !text.starts_with("000201")) return false;
    const std::string_view check = text.substr(text.size() - 8);
    return check.starts_with("6304") && std::ranges::all_of(check.substr(4), is_hex);
}

// EPC069-12, four lines: BCD, the version, the character set, SCT.
bool is_sepa(std::string_view text) {
    return text.size() > 10 && (begins(text, "bcd001") || begins(text, "bcd002")) && is_digit(text[6]) &&
           begins(text.substr(7), "sct");
}

// IATA resolution 792: M, the number of flights, the name in 20 places, E or a blank; then of the first flight 7 places
// of the booking, both airports in 3, the airline in 3, the flight in 5, the day of the year in 3, and 14 more.
bool is_boarding_pass(std::string_view text) {
    constexpr std::size_t of_one_flight = 60;
    if (text.size() < of_one_flight || text[0] != 'M' || text[1] < '1' || text[1] > '9') return false;
    const auto is_of_name = [](char c) { return is_upper(c) || std::string_view{" /-.'"}.contains(c); };
    return std::ranges::all_of(text.substr(2, 20), is_of_name) && is_upper(text[2]) &&
           (text[22] == 'E' || text[22] == ' ') && std::ranges::all_of(text.substr(30, 6), is_upper) &&
           std::ranges::all_of(text.substr(44, 3), is_digit);
}

} // namespace

std::string_view other_use(std::string_view text) {
    if (is_of_shop(text)) return "a payment code of a shop (EMVCo)";
    if (is_sepa(text)) return "a payment code (SEPA)";
    if (is_boarding_pass(text)) return "a boarding pass";
    if (const auto words = words_in(uses, text); !words.empty()) return words;
    return words_in(addresses, behind_scheme(text));
}

} // namespace foyer
