// `foyer enrol`: on the hub's machine a one-time code for a terminal (--new), on a terminal its redemption (--code).
// The terminal's own camera is the other way to redeem it: kiosk/terminal.
#include "sync/commands/commands.h"

#include <cstdio>

#include "kiosk/badges/blocks.h"
#include "kiosk/badges/qr_picture.h"
#include "sync/commands/clock.h"
#include "sync/commands/running_hub.h"
#include "sync/hub/ask.h"
#include "sync/hub/data_folder.h"
#include "sync/hub/enrol.h"

namespace foyer {

namespace {

constexpr int png_pixels_a_module = 12; // 29 modules and their quiet zone: half a screen's height

struct EnrolArguments {
    std::string data, new_name, role = "door", checkpoint, code, png, reach;
    RunningHub hub;
    bool only_text = false;
};

// The same text three times: for the camera of the terminal, for a sheet of paper, for whoever types it.
Result<> show(const EnrolmentTicket& ticket, const EnrolArguments& arguments) {
    const std::string text = text_of(ticket);
    if (!arguments.png.empty()) {
        const auto qr = make_qr(text);
        if (!qr) return std::unexpected(qr.error());
        if (auto r = write_png(picture_of(*qr, png_pixels_a_module), arguments.png); !r) return r;
    }
    if (!arguments.only_text) {
        const auto drawn = blocks(text, Blocks::half);
        if (!drawn) return std::unexpected(drawn.error());
        std::printf("%s\nHold this to the camera of the new terminal (foyer-kiosk --data FOLDER), or give it this text "
                    "by --enrol.\nIt works once, for 12 hours; the hub is at %s.\n",
                    drawn->c_str(), ticket.hub.url().c_str());
    }
    std::printf("%s\n", text.c_str());
    return {};
}

Result<> make_ticket(const EnrolArguments& arguments) {
    const auto token = read_token_file(arguments.data);
    if (!token) return std::unexpected(token.error());
    const auto hub = arguments.hub.address();
    if (!hub) return std::unexpected(hub.error());
    Ledger::Enrolment enrolment;
    enrolment.name = arguments.new_name;
    enrolment.role = arguments.role == "desk" ? Role::desk : Role::door;
    if (!arguments.checkpoint.empty()) enrolment.checkpoint = CheckpointId{arguments.checkpoint};
    auto ticket = ask_enrolment_ticket(*hub, *token, enrolment);
    if (!ticket) return std::unexpected(ticket.error());
    if (!arguments.reach.empty()) {
        const auto reach = parse_hub_address(arguments.reach);
        if (!reach) return std::unexpected(reach.error());
        ticket->hub.host = reach->host;
        ticket->hub.port = reach->port;
    }
    return show(*ticket, arguments);
}

Result<EnrolmentTicket> ticket_of(const EnrolArguments& arguments) {
    if (looks_like_ticket(arguments.code)) return read_ticket(arguments.code);
    auto hub = arguments.hub.address();
    if (!hub) return std::unexpected(hub.error());
    return EnrolmentTicket{std::move(*hub), arguments.code};
}

Result<> redeem(const EnrolArguments& arguments) {
    if (Ledger::exists(arguments.data)) {
        return fault(FaultKind::refused, arguments.data + " already has a ledger: enrol into another folder.");
    }
    const auto ticket = ticket_of(arguments);
    if (!ticket) return std::unexpected(ticket.error());
    if (auto good = try_data_folder(arguments.data); !good) return good; // the code works once
    const auto enrolled = enrol(*ticket);
    if (!enrolled) return std::unexpected(enrolled.error());
    const auto ledger = create_terminal(arguments.data, *enrolled, DemoClock().clock());
    if (!ledger) return std::unexpected(ledger.error());
    std::printf("Enrolled as \"%s\": %s\n", enrolled->identity.device_name.c_str(), arguments.data.c_str());
    return {};
}

} // namespace

void add_enrol(CLI::App& foyer) {
    auto arguments = std::make_shared<EnrolArguments>();
    CLI::App* enrol = foyer.add_subcommand(
        "enrol", "On the hub: a one-time QR code for a terminal (--new). On a terminal: redeem it (--code).");
    enrol->add_option("--data", arguments->data, "--new: the hub's data folder. --code: the terminal's, made here")
        ->required();
    arguments->hub.add_options(*enrol);
    auto* new_name = enrol->add_option("--new", arguments->new_name, "Name of the terminal, for instance \"East 1\"");
    enrol->add_option("--role", arguments->role, "door, or desk (which may also see contacts and codes)")
        ->check(CLI::IsMember({"door", "desk"}))
        ->needs(new_name);
    enrol->add_option("--checkpoint", arguments->checkpoint, "Where the terminal stands")->needs(new_name);
    enrol->add_option("--png", arguments->png, "Also write the QR code into this file")->needs(new_name);
    enrol->add_option("--reach", arguments->reach, "How the terminal reaches the hub, where the hub cannot know it")
        ->needs(new_name);
    enrol->add_flag("--text", arguments->only_text, "Print the text of the QR code and nothing else")->needs(new_name);
    auto* code = enrol->add_option("--code", arguments->code,
                                   "The text of the QR code; or its one-time code alone, with --hub and --ca");
    code->excludes(new_name);
    enrol->callback([arguments] {
        if (arguments->new_name.empty() == arguments->code.empty()) {
            throw CLI::RequiredError("--new NAME or --code CODE");
        }
        const auto ended = arguments->code.empty() ? make_ticket(*arguments) : redeem(*arguments);
        if (!ended) fail(ended.error());
    });
}

} // namespace foyer
