#include "kiosk/demo/newcomer.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "kiosk/badges/blocks.h"
#include "kiosk/badges/card.h"
#include "sync/import/fields.h"
#include "sync/import/text_file.h"
#include "sync/roster/guests.h"

namespace foyer {

static constexpr int print_dpi = 300;

static Result<> write_file(const std::filesystem::path& file, const Bytes& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) return fault(FaultKind::disk, file.string() + ": cannot be written");
    std::printf("  %s\n", file.c_str());
    return {};
}

// Signs that take no ink: spaces, joiners, marks of direction, fillers, variation selectors, tags.
static bool is_blank(char32_t c) {
    static constexpr std::pair<char32_t, char32_t> blanks[] = {
        {0x00, 0x20},     {0x7F, 0xA0},     {0xAD, 0xAD},     {0x34F, 0x34F},   {0x61C, 0x61C},
        {0x115F, 0x1160}, {0x1680, 0x1680}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x2000, 0x200F},
        {0x2028, 0x202F}, {0x205F, 0x206F}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164},
        {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0xE0000, 0xE0FFF}};
    return std::ranges::any_of(blanks, [c](const auto& range) { return c >= range.first && c <= range.second; });
}

// `text` is UTF-8.
static bool has_visible_sign(std::string_view text) {
    while (!text.empty())
        if (!is_blank(next_code_point(text))) return true;
    return false;
}

Result<std::string> read_own_name(std::string_view typed) {
    static constexpr std::size_t longest = 200; // bytes
    const auto bad = [](const std::string& why) { return fault(FaultKind::bad_input, "--me: the name " + why); };
    if (first_bad_byte(typed)) return bad("is not UTF-8; type it in a terminal whose locale is UTF-8");
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : {" ", "\t", "\n", "\u00a0", "\u3000"}) {
            if (typed.starts_with(blank)) typed.remove_prefix(blank.size()), again = true;
            if (typed.ends_with(blank)) typed.remove_suffix(blank.size()), again = true;
        }
    }
    if (typed.empty()) return bad("is empty; write it as your badge should show it, such as --me \"Ada Example\"");
    if (!has_visible_sign(typed)) return bad("has no visible sign; write it as your badge should show it");
    if (typed.size() > longest) return bad("is longer than 200 bytes; write a shorter form");
    if (std::string why; !is_showable(typed, why)) return bad(why);
    if (typed.find_first_of("\n\r\t") != std::string_view::npos) return bad("has a line end or tab inside; delete it");
    return std::string{typed};
}

static std::vector<ForumId> forums_at(const Programme& programme, const CheckpointId& checkpoint) {
    const Checkpoint* where = programme.checkpoint(checkpoint);
    const Forum* forum = where ? programme.forum_at(where->place) : nullptr;
    return forum ? std::vector{forum->id} : std::vector<ForumId>{};
}

Result<AttendeeId> welcome_newcomer(Ledger& hub, const std::string& name, const CheckpointId& checkpoint,
                                    const std::filesystem::path& folder) {
    const auto added = add_guest(hub, {name, "", "", "", forums_at(hub.programme(), checkpoint)});
    if (!added) return std::unexpected(added.error());
    const auto row = hub.person_row(added->id);
    const BadgeCard card = badge_card(hub.programme().summit, row->attendee, row->person, row->code);
    BadgePress press;
    if (const auto layout = press.layout(card); layout && layout->name.cut)
        std::printf("The name does not fit whole on the badge: --me with a shorter form would.\n");
    const auto png = press.png(card, print_dpi);
    if (!png) return std::unexpected(png.error());
    const auto pdf = press.pdf({&card, 1});
    if (!pdf) return std::unexpected(pdf.error());
    const auto drawn = blocks(row->code, Blocks::half);
    if (!drawn) return std::unexpected(drawn.error());
    std::printf("The badge of %s:\n%s", printable(name).c_str(), drawn->c_str());
    if (auto r = write_file(folder / "my-badge.png", *png); !r) return std::unexpected(r.error());
    if (auto r = write_file(folder / "my-badge.pdf", *pdf); !r) return std::unexpected(r.error());
    return added->id;
}

} // namespace foyer
