// `foyer enrol`: on the hub's machine a one-time code for a terminal (--new), on a terminal its redemption (--code).
#include "sync/commands/commands.h"

#include <cstdio>

#include "sync/commands/clock.h"
#include "sync/hub/enrol.h"

namespace foyer {

namespace {

struct EnrolArguments {
    std::string data, hub = "http://127.0.0.1:8080", new_name, role = "door", checkpoint, code;
};

Result<> make_code(const EnrolArguments& arguments) {
    const auto token = read_token_file(arguments.data);
    if (!token) return std::unexpected(token.error());
    Ledger::Enrolment enrolment;
    enrolment.name = arguments.new_name;
    enrolment.role = arguments.role == "desk" ? Role::desk : Role::door;
    if (!arguments.checkpoint.empty()) enrolment.checkpoint = CheckpointId{arguments.checkpoint};
    const auto code = ask_enrolment_code(arguments.hub, *token, enrolment);
    if (!code) return std::unexpected(code.error());
    std::printf("%s\n", code->c_str());
    return {};
}

Result<> redeem(const EnrolArguments& arguments) {
    if (Ledger::exists(arguments.data)) {
        return fault(FaultKind::refused, arguments.data + " already has a ledger: enrol into another folder.");
    }
    const auto ledger = enrol_into(arguments.data, arguments.hub, arguments.code, DemoClock().clock());
    if (!ledger) return std::unexpected(ledger.error());
    std::printf("Enrolled as \"%s\": %s\n", (*ledger)->identity().device_name.c_str(), arguments.data.c_str());
    return {};
}

} // namespace

void add_enrol(CLI::App& foyer) {
    auto arguments = std::make_shared<EnrolArguments>();
    CLI::App* enrol = foyer.add_subcommand(
        "enrol", "On the hub: print a one-time code for a terminal (--new). On a terminal: redeem it (--code).");
    enrol->add_option("--data", arguments->data, "--new: the hub's data folder. --code: the terminal's, made here")
        ->required();
    enrol->add_option("--hub", arguments->hub, "The running hub")->capture_default_str();
    auto* new_name = enrol->add_option("--new", arguments->new_name, "Name of the terminal, for instance \"East 1\"");
    enrol->add_option("--role", arguments->role, "door, or desk (which may also see contacts and codes)")
        ->check(CLI::IsMember({"door", "desk"}))
        ->needs(new_name);
    enrol->add_option("--checkpoint", arguments->checkpoint, "Where the terminal stands")->needs(new_name);
    auto* code = enrol->add_option("--code", arguments->code, "The one-time code");
    code->excludes(new_name);
    enrol->callback([arguments] {
        if (arguments->new_name.empty() == arguments->code.empty()) {
            throw CLI::RequiredError("--new NAME or --code CODE");
        }
        const auto ended = arguments->code.empty() ? make_code(*arguments) : redeem(*arguments);
        if (!ended) fail(ended.error());
    });
}

} // namespace foyer
