#include "sync/import/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace foyer {

using namespace std::chrono;

namespace {

// Takes exactly `digits` digits from the front.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
    if (error != std::errc{} || end != text.data() + digits || text[0] == '-') return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, std::string_view any_of) {
    if (text.empty() || any_of.find(text[0]) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<sys_days> take_day(std::string_view& text) {
    const auto y = take_number(text, 4);
    if (!y || !take(text, "-")) return std::nullopt;
    const auto m = take_number(text, 2);
    if (!m || !take(text, "-")) return std::nullopt;
    const auto d = take_number(text, 2);
    if (!d) return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return std::nullopt;
    return sys_days{date};
}

// "10:50" or "10:50:30".
std::optional<Milliseconds> take_time(std::string_view& text) {
    const auto h = take_number(text, 2);
    if (!h || !take(text, ":")) return std::nullopt;
    const auto m = take_number(text, 2);
    const auto s = take(text, ":") ? take_number(text, 2) : std::optional{0};
    if (!m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
    return hours{*h} + minutes{*m} + seconds{*s};
}

} // namespace

std::optional<Milliseconds> parse_offset(std::string_view text) {
    if (text == "Z") return Milliseconds{0};
    const bool west = text.starts_with('-');
    if (!take(text, "+-")) return std::nullopt;
    const auto offset = take_time(text);
    if (!offset || !text.empty() || *offset > hours{14}) return std::nullopt;
    return west ? -*offset : *offset;
}

std::optional<Instant> parse_instant(std::string_view text, const Calendar& calendar) {
    std::optional<sys_days> date = calendar.only_day;
    if (text.find('-') == 4) {
        date = take_day(text);
        if (!take(text, " T")) return std::nullopt;
    }
    const auto time = take_time(text);
    const auto offset = text.empty() ? std::optional{calendar.utc_offset} : parse_offset(text);
    if (!date || !time || !offset) return std::nullopt;
    return Instant{*date} + *time - *offset;
}

std::optional<Milliseconds> foreign_offset(std::string_view text, const Calendar& calendar) {
    const auto colon = text.find(':');
    const auto at = colon == std::string_view::npos ? colon : text.find_first_of("+-Z", colon);
    const auto offset = at == std::string_view::npos ? std::nullopt : parse_offset(text.substr(at));
    return offset == calendar.utc_offset ? std::nullopt : offset;
}

std::string offset_text(Milliseconds offset) {
    const auto total = std::chrono::duration_cast<minutes>(std::chrono::abs(offset)).count();
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%c%02d:%02d", offset < Milliseconds{0} ? '-' : '+',
                  static_cast<int>(total / 60 % 100), static_cast<int>(total % 60));
    return text.data();
}

Calendar calendar_of(const Summit& summit) {
    const auto first = floor<days>(summit.starts + summit.utc_offset);
    const auto last = floor<days>(summit.ends + summit.utc_offset - Milliseconds{1});
    Calendar calendar{summit.utc_offset, std::nullopt};
    if (first == last) calendar.only_day = first;
    return calendar;
}

bool is_country_code(std::string_view code) {
    return code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_language(std::string_view tag) {
    constexpr std::string_view iso_639_1 =
        " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee "
        "el"
        " en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it "
        "iu"
        " ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my "
        "na"
        " nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn "
        "so"
        " sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";
    const auto is_alnum = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    const std::string_view primary = tag.substr(0, tag.find('-'));
    if (tag.size() > 35 || !std::ranges::all_of(primary, [](char c) { return c >= 'a' && c <= 'z'; })) return false;
    if (primary.size() == 2 && iso_639_1.find(" " + std::string{primary} + " ") == std::string_view::npos) return false;
    if (primary.size() != 2 && primary.size() != 3) return false; // ISO 639-3 has thousands: shape only
    for (std::string_view rest = tag.substr(primary.size()); !rest.empty();) {
        rest.remove_prefix(1);
        const std::string_view part = rest.substr(0, rest.find('-'));
        if (part.empty() || part.size() > 8 || !std::ranges::all_of(part, is_alnum)) return false;
        rest.remove_prefix(part.size());
    }
    return true;
}

} // namespace foyer
