#include "kiosk/demo/newcomer.h"

#include <cstdio>
#include <fstream>

#include "kiosk/badges/blocks.h"
#include "kiosk/badges/card.h"
#include "sync/hub/guests.h"

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
