// `foyer badges`: the badges of a summit as one PDF, as pictures, or as blocks in the terminal.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include <unistd.h>

#include "kiosk/badges/blocks.h"
#include "kiosk/badges/card.h"
#include "sync/commands/commands.h"
#include "sync/ledger/ledger.h"

namespace foyer {

namespace {

namespace fs = std::filesystem;

struct BadgesArguments {
    std::string data, out;
    std::vector<std::string> attendees; // empty: everybody
    int dpi = 300;
    bool blocks = false, ascii = false;
};

// Under a temporary name first, so that nobody ever prints half a file.
Result<> write_whole(const fs::path& file, const Bytes& bytes) {
    const fs::path partial = file.string() + ".partial-" + std::to_string(::getpid());
    std::error_code error;
    {
        std::ofstream out(partial, std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out) {
            fs::remove(partial, error);
            return fault(FaultKind::disk,
                         "cannot write " + file.string() + ": is its folder there, writable and not full?");
        }
    }
    fs::rename(partial, file, error);
    if (!error) return {};
    const auto why = error.message();
    fs::remove(partial, error);
    return fault(FaultKind::disk, "cannot write " + file.string() + ": " + why);
}

// Whose badges: all with a code, or exactly those asked for.
std::vector<PersonRow> chosen(const Ledger& ledger, const std::vector<std::string>& ids) {
    if (ids.empty()) {
        auto people = ledger.people();
        const auto known = people.size();
        std::erase_if(people, [](const PersonRow& row) { return row.code.empty(); });
        if (people.empty())
            fail({FaultKind::not_found, known == 0
                                            ? "nobody is registered in this data folder: import a summit first"
                                            : "this data folder holds no codes (a door's never does): use the hub's"});
        if (people.size() < known)
            std::fprintf(stderr, "foyer: %zu of %zu attendees have no code here and get no badge\n",
                         known - people.size(), known);
        return people;
    }
    std::vector<PersonRow> people;
    for (const auto& id : ids) {
        auto row = ledger.person_row(AttendeeId{id});
        if (!row) fail({FaultKind::not_found, "no attendee " + id + " in this data folder"});
        if (row->code.empty())
            fail({FaultKind::not_found,
                  "attendee " + id + " has no code here (a door holds none): use the hub's data folder"});
        people.push_back(std::move(*row));
    }
    return people;
}

// Staff see before the day which badges will look poor.
void tell_poor(BadgePress& press, const BadgeCard& card, const AttendeeId& id) {
    const auto layout = press.layout(card);
    if (!layout) fail({layout.error().kind, "attendee " + id.text + ": " + layout.error().detail});
    const auto tell = [&](const char* field, const Placed& placed) {
        if (placed.cut) std::fprintf(stderr, "foyer: attendee %s: the %s does not fit whole\n", id.text.c_str(), field);
        if (placed.unknown_glyphs > 0)
            std::fprintf(stderr, "foyer: attendee %s: no installed font has %d characters of the %s\n", id.text.c_str(),
                         placed.unknown_glyphs, field);
    };
    if (card.name.text.empty())
        std::fprintf(stderr, "foyer: attendee %s: no name is known here (a purge took it?), and none is on the badge\n",
                     id.text.c_str());
    tell("name", layout->name);
    tell("Latin name", layout->latin_name);
    tell("organisation", layout->organisation);
}

void print_blocks(const std::vector<PersonRow>& people, Blocks style) {
    for (const auto& row : people) {
        const auto drawn = blocks(row.code, style);
        if (!drawn) fail({drawn.error().kind, "attendee " + row.attendee.id.text + ": " + drawn.error().detail});
        std::printf("%s %s\n%s", row.attendee.id.text.c_str(), printable(row.person.native_name).c_str(),
                    drawn->c_str());
    }
}

void write_pictures(BadgePress& press, const std::vector<PersonRow>& people, const std::vector<BadgeCard>& cards,
                    const BadgesArguments& arguments) {
    const bool single = fs::path(arguments.out).extension() == ".png";
    if (single && cards.size() != 1)
        fail(
            {FaultKind::bad_input, "a .png holds one badge: name one --attendee, or give a .pdf or a folder as --out"});
    std::error_code error;
    if (!single) fs::create_directories(arguments.out, error);
    if (error) fail({FaultKind::disk, "cannot make the folder " + arguments.out + ": " + error.message()});
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const auto& id = people[i].attendee.id.text;
        const auto png = press.png(cards[i], arguments.dpi);
        if (!png) fail({png.error().kind, "attendee " + id + ": " + png.error().detail});
        const fs::path file = single ? fs::path(arguments.out) : fs::path(arguments.out) / ("badge-" + id + ".png");
        if (const auto written = write_whole(file, *png); !written) fail(written.error());
    }
}

// A picture in a format that is not made would otherwise become a folder of that name. "" : what is there can be made.
std::string judge_out(const std::string& out) {
    const std::string kind = fs::path(out).extension();
    std::error_code ignored;
    if (kind.empty() || kind == ".pdf" || kind == ".png" || fs::is_directory(out, ignored)) return "";
    return "badges are written as FILE.pdf (a page each), FILE.png (one badge) or into a folder (end a new one's name "
           "with /), not as " +
           kind;
}

void run(const BadgesArguments& arguments) {
    if (arguments.out.empty() && !arguments.blocks && !arguments.ascii)
        fail({FaultKind::bad_input, "nothing to do: give --out FILE.pdf, FILE.png or a folder, or --blocks"});
    const auto ledger = Ledger::open(
        arguments.data, [] { return Instant{std::chrono::floor<Milliseconds>(std::chrono::system_clock::now())}; });
    if (!ledger) fail(ledger.error());
    const auto people = chosen(**ledger, arguments.attendees);
    if (arguments.blocks || arguments.ascii) print_blocks(people, arguments.ascii ? Blocks::ascii : Blocks::half);
    if (arguments.out.empty()) return;

    BadgePress press;
    std::vector<BadgeCard> cards;
    for (const auto& row : people) {
        cards.push_back(badge_card((*ledger)->programme().summit, row.attendee, row.person, row.code));
        tell_poor(press, cards.back(), row.attendee.id);
    }
    if (fs::path(arguments.out).extension() == ".pdf") {
        const auto pdf = press.pdf(cards);
        if (!pdf) fail(pdf.error());
        if (const auto written = write_whole(arguments.out, *pdf); !written) fail(written.error());
    } else {
        write_pictures(press, people, cards, arguments);
    }
    std::printf("%zu badge%s in %s\n", cards.size(), cards.size() == 1 ? "" : "s", arguments.out.c_str());
}

} // namespace

void add_badges(CLI::App& foyer) {
    auto* badges = foyer.add_subcommand("badges", "Print badges: a PDF, pictures, or blocks in the terminal");
    auto arguments = std::make_shared<BadgesArguments>();
    badges->add_option("--data", arguments->data, "the data folder of a hub or desk that is not running")->required();
    badges->add_option("--out", arguments->out, "FILE.pdf (a page each), FILE.png (one badge) or a folder (a PNG each)")
        ->check(judge_out);
    badges->add_option("--attendee", arguments->attendees, "only this attendee's; may be given again")
        ->allow_extra_args(false);
    badges->add_option("--dpi", arguments->dpi, "resolution of PNGs")
        ->check(CLI::Range(BadgePress::dpi_min, BadgePress::dpi_max))
        ->capture_default_str();
    badges->add_flag("--blocks", arguments->blocks, "the codes in this terminal, to be scanned off the screen");
    badges->add_flag("--ascii", arguments->ascii, "the same without UTF-8 and colours");
    badges->callback([=] { run(*arguments); });
}

} // namespace foyer
