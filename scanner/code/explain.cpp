#include "scanner/code/explain.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "scanner/code/base45.h"
#include "scanner/code/foreign.h"
#include "scanner/code/other_uses.h"
#include "scanner/code/parse.h"
#include "scanner/code/pretix.h"
#include "scanner/code/reading_text.h"
#include "scanner/code/short_code.h"

namespace foyer {

namespace {

constexpr std::size_t shown_bytes = 80; // of a text of strangers

std::string counted(std::size_t count, std::string_view one) {
    return std::to_string(count) + " " + std::string{one} + (count == 1 ? "" : "s");
}

std::string begin_of(std::string_view text) {
    if (text.size() <= shown_bytes) return std::string{text};
    return std::string{text.substr(0, shown_bytes)} + "... (" + counted(text.size(), "byte") + ")";
}

std::string utc(const std::optional<Instant>& time, const char* otherwise) {
    if (!time) return otherwise;
    const auto minute = std::chrono::floor<std::chrono::minutes>(*time);
    const auto day = std::chrono::floor<std::chrono::days>(minute);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{minute - day};
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u %02d:%02d UTC", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()));
    return text.data();
}

std::string_view name(BadgeKind kind) { return kind == BadgeKind::badge ? "a badge" : "an invitation"; }

std::string hex(ByteView bytes, std::size_t from, std::size_t count) { return to_hex(bytes.subspan(from, count)); }

void explain_short(std::string_view code, std::vector<Piece>& pieces) {
    const bool badge = code[0] == 'X';
    pieces.push_back({"character 1", std::string{code.substr(0, 1)},
                      "short code, version 1: " + std::string{name(badge ? BadgeKind::badge : BadgeKind::invitation)}});
    pieces.push_back({"characters 2-15", std::string{code.substr(1, short_code_digits)},
                      "14 random digits: only a ledger knows whether they were issued"});
    const bool right = kind_of(code).has_value();
    pieces.push_back({"character 16", std::string{code.substr(15)},
                      right ? "check, right" : "check, WRONG: mistyped, misread or made up"});
}

std::string forums_of(std::uint16_t forums) {
    std::string list;
    for (std::size_t i = 0; i < forums_in_rights; ++i)
        if ((forums >> i & 1U) != 0) list += (list.empty() ? "" : ", ") + std::to_string(i + 1);
    return list.empty() ? "no forum" : "forums number " + list;
}

void explain_signed(const SignedText& text, std::vector<Piece>& pieces) {
    const SignedCode& code = text.code;
    const auto add = [&](const char* where, std::size_t from, std::size_t count, std::string says) {
        pieces.push_back({where, hex(text.payload, from, count), std::move(says)});
    };
    pieces.push_back({"character 1", "V", "signed code; the other 120 are 80 bytes in base45"});
    add("byte 0", 0, 1, "version 1: " + std::string{name(code.kind)});
    add("bytes 1-2", 1, 2, "id of the key that signed it");
    add("bytes 3-8", 3, 6, "attendee " + code.attendee.text);
    add("bytes 9-10", 9, 2, std::string{name(code.rights.category)} + ", " + forums_of(code.rights.forums));
    add("bytes 11-14", 11, 4, "good from " + utc(code.from, "always") + " until " + utc(code.until, "always"));
    add("byte 15", 15, 1, "serial " + std::to_string(code.serial));
    pieces.push_back(
        {"bytes 16-79", hex(text.signature, 0, 8) + "...", "Ed25519 signature; checking it takes the key"});
}

void explain_pretix(const PretixTicket& ticket, std::vector<Piece>& pieces) {
    const std::size_t size = ticket.payload.size();
    pieces.push_back({"", "", "the text is read backwards, as base64"});
    pieces.push_back({"byte 0", "01", "scheme 1"});
    pieces.push_back({"bytes 1-2", "", "the payload has " + counted(size, "byte")});
    pieces.push_back({"bytes 3-4", "0040", "the signature has 64 bytes"});
    const auto number = [](std::uint64_t value) { return value == 0 ? std::string{"none"} : std::to_string(value); };
    pieces.push_back({"bytes 5-" + std::to_string(4 + size), to_hex(ticket.payload),
                      "seed " + ticket.seed + ", item " + number(ticket.item) + ", variation " +
                          number(ticket.variation) + ", subevent " + number(ticket.subevent) + ", good from " +
                          utc(ticket.from, "always") + " until " + utc(ticket.until, "always")});
    pieces.push_back({"the last 64", hex(ticket.signature, 0, 8) + "...",
                      "Ed25519 signature of the payload; checking it takes the event's key"});
}

void explain_foreign(std::string_view text, std::vector<Piece>& pieces) {
    const Foreign found = read_foreign(text);
    pieces.push_back({"", "", "by its form " + std::string{found.words}});
    if (const auto ticket = read_pretix(text)) explain_pretix(*ticket, pieces);
    if (found.kind == ForeignKind::other_use) return; // it says more of its owner than of this summit
    for (const std::string& known_as : found.names)
        pieces.push_back({"looked up as", begin_of(known_as), counted(known_as.size(), "byte")});
}

// What is wrong with a text that looks like a signed code and is none.
std::string fault_of_signed(std::string_view text) {
    return from_base45(text.substr(1)) ? "80 bytes, but no version, kind, category, attendee or time that exists"
                                       : "three characters together exceed two bytes: misread or made up";
}

void explain_outside(std::string_view text, std::string_view kept, std::vector<Piece>& pieces) {
    const bool shown = other_use(kept).empty(); // a stranger's name, account or password is nobody's business
    pieces.push_back({"", shown ? begin_of(text) : "", counted(text.size(), "byte")});
    const auto controls = static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }));
    if (controls > 0) pieces.push_back({"", "", counted(controls, "control character") + ", dropped"});
    if (kept.size() + controls < text.size())
        pieces.push_back({"", "",
                          counted(text.size() - controls - kept.size(), "byte") +
                              " of blanks or of a scanner's own (]Q1, \\000026) at the ends, dropped"});
    if (std::ranges::any_of(kept, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        pieces.push_back({"", "", "not all ASCII: letters may look like others, and no code of Foyer has any"});
}

} // namespace

std::vector<Piece> explain(std::string_view text) {
    std::vector<Piece> pieces;
    const std::string kept = tidy(text);
    explain_outside(text, kept, pieces);
    if (kept.empty()) return pieces.push_back({"", "", "nothing is left: no code"}), pieces;
    const std::string raised = upper_case(kept);
    if (looks_short(raised))
        explain_short(raised, pieces);
    else if (const auto signed_text = read_signed(raised))
        explain_signed(*signed_text, pieces);
    else if (looks_signed(raised))
        pieces.push_back({"", "", "begins like a signed code and has its length, but " + fault_of_signed(raised)});
    else
        explain_foreign(kept, pieces);
    return pieces;
}

} // namespace foyer
