#include "sync/summit/time_text.h"

#include <charconv>
#include <string>

namespace foyer {

namespace {

// Reads fixed-width fields from the front; the first that does not fit makes it bad for good.
class Digits {
public:
    explicit Digits(std::string_view text) : rest(text) {}
    int number(std::size_t width) {
        int value = 0;
        if (rest.size() < width) return good = false, 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + width, value);
        good = good && error == std::errc{} && end == rest.data() + width && rest.front() != '-';
        rest.remove_prefix(width);
        return value;
    }
    bool skip(char c) {
        if (!rest.starts_with(c)) return false;
        rest.remove_prefix(1);
        return true;
    }
    void need(char c) { good = skip(c) && good; }

    std::string_view rest;
    bool good = true;
};

// What is behind the time: its distance from UTC, `otherwise` when nothing is said.
Milliseconds zone(Digits& in, Milliseconds otherwise) {
    if (in.rest.empty()) return otherwise;
    if (in.skip('Z')) return Milliseconds{0};
    const bool west = in.skip('-');
    if (!west) in.need('+');
    const std::chrono::hours hours{in.number(2)};
    in.skip(':');
    const Milliseconds distance = hours + std::chrono::minutes{in.number(2)};
    return west ? -distance : distance;
}

} // namespace

Result<Instant> read_time(std::string_view text, Milliseconds utc_offset) {
    using namespace std::chrono;
    Digits in(text);
    const year y{in.number(4)};
    in.need('-');
    const month m{static_cast<unsigned>(in.number(2))};
    in.need('-');
    const day d{static_cast<unsigned>(in.number(2))};
    in.good = (in.skip('T') || in.skip(' ')) && in.good;
    const int hour = in.number(2);
    in.need(':');
    const int minute = in.number(2);
    const int second = in.skip(':') ? in.number(2) : 0;
    const Milliseconds distance = zone(in, utc_offset);
    const year_month_day date{y, m, d};
    if (!in.good || !in.rest.empty() || !date.ok() || hour > 23 || minute > 59 || second > 59) {
        return fault(FaultKind::bad_input, "\"" + std::string(text) + "\" is no time: write 2023-05-29T09:00 or " +
                                               "2023-05-29T09:00:00+08:00.");
    }
    return Instant{sys_days{date}} + hours{hour} + minutes{minute} + seconds{second} - distance;
}

} // namespace foyer
