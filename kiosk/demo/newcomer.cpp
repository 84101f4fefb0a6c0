#include "kiosk/demo/newcomer.h"

#include <cstdio>
#include <fstream>

#include "kiosk/badges/blocks.h"
#include "kiosk/badges/card.h"
#include "sync/hub/guests.h"
#include "sync/import/fields.h"
#include "sync/import/text_file.h"

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
