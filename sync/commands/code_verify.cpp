// `foyer code verify`: is a code good, by the keys and lists that are given? Checks only; nobody is let in by it.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <set>

#include "scanner/code/foreign.h"
#include "scanner/code/parse.h"
#include "scanner/code/proof.h"
#include "sync/commands/clock.h"
#include "sync/commands/code.h"
#include "sync/commands/escaped.h"

namespace foyer {

namespace {

struct VerifyArguments {
    std::vector<std::string> texts, keys, retired, pretix, revoked;
    std::string data, summit, at;
};

// What codes are checked against.
struct Reference {
    std::unique_ptr<Ledger> ledger; // none: keys alone
    SummitId summit;
    Programme programme;
    std::vector<CodeKey> keys;
    std::set<std::string> revoked;
    Instant now;
};

struct Answer {
    bool good = false;
    std::string says;
};

// What a node without a ledger knows: nobody.
class Nobody final : public View {
public:
    explicit Nobody(const Programme& programme) : programme_(programme) {}
    [[nodiscard]] const Programme& programme() const override { return programme_; }
    [[nodiscard]] std::optional<Badge> badge_of(const Presented& /*code*/) const override { return std::nullopt; }
    [[nodiscard]] std::optional<Attendee> attendee(const AttendeeId& /*id*/) const override { return std::nullopt; }
    [[nodiscard]] Presence presence(const AttendeeId& /*who*/, const PlaceId& /*where*/) const override { return {}; }
    [[nodiscard]] Occupancy occupancy(const PlaceId& /*where*/) const override { return {}; }
    [[nodiscard]] bool in_contact(Instant /*now*/) const override { return true; }

private:
    const Programme& programme_;
};

std::string_view name(BadgeState state) {
    switch (state) {
    case BadgeState::issued: return "issued";
    case BadgeState::printed: return "printed";
    case BadgeState::handed_over: return "handed over";
    case BadgeState::replaced: return "replaced";
    case BadgeState::revoked: return "revoked";
    }
    return "";
}

std::vector<std::string> names_of(const Presented& code) {
    return code.form == Presented::Form::foreign ? read_foreign(code.text).names : std::vector{code.text};
}

Answer judge(const Badge& badge, const Attendee& who, Instant now) {
    if (badge.state == BadgeState::revoked) return {false, "revoked"};
    if (badge.state == BadgeState::replaced) return {false, "replaced by a newer badge"};
    if (who.withdrawn) return {false, "the registration was withdrawn"};
    if (who.admitted_from && now < *who.admitted_from) return {false, "too early: it is not good yet"};
    if (who.admitted_until && now >= *who.admitted_until) return {false, "too late: it was good until then"};
    return {true, "good"};
}

Answer judge_unknown(const Presented& code, bool with_ledger) {
    using enum Presented::Form;
    switch (code.form) {
    case forged: return {false, "not good: looks like a code of Foyer, but its check or signature is wrong"};
    case unknown_key: return {false, "unknown key: it may be good elsewhere, but nobody here knows who signed it"};
    case retired_key: return {false, "retired key: it was signed by a key that counts no more"};
    case foyer:
        return {false, with_ledger ? "not good: well-formed, but never issued as far as this folder knows"
                                   : "nobody can tell: well-formed, but whether it was issued only --data can say"};
    case foreign: break;
    }
    if (code.use == Presented::Use::other) return {false, "not good: a code for something else"};
    if (code.use == Presented::Use::ticket && with_ledger) return {false, "not a ticket of this summit"};
    return {false, with_ledger ? "not a code of this summit"
                               : "not a code that these keys know; whether a roster knows it only --data can say"};
}

Answer verify(std::string_view text, const Reference& reference) {
    const Presented code = parse(text);
    const auto names = names_of(code);
    for (const std::string& known_as : names)
        if (reference.revoked.contains(known_as)) return {false, "revoked: on the list that was given"};
    BadgeId id;
    if (reference.ledger) id = badge_id_of(code_hash(reference.ledger->identity().code_key, code.text));
    const Nobody nobody(reference.programme);
    const View& known = reference.ledger ? static_cast<const View&>(*reference.ledger) : nobody;
    const ProvenView view(known, examine(code, reference.summit, reference.programme, reference.keys), id,
                          reference.ledger && reference.ledger->is_revoked(id));
    const auto badge = view.badge_of(view.code());
    const auto who = badge ? view.attendee(badge->attendee) : std::nullopt;
    if (!badge || !who) return judge_unknown(view.code(), reference.ledger != nullptr);
    Answer answer = judge(*badge, *who, reference.now);
    const bool is_row = std::ranges::any_of(names, [&](const std::string& known_as) {
        return known.badge_of({Presented::Form::foreign, known_as}).has_value();
    });
    answer.says += ": attendee " + who->id.text + ", revision " + std::to_string(badge->revision) + ", " +
                   (is_row ? std::string{name(badge->state)} : "by its signature alone");
    return answer;
}

void add_keys(const std::vector<std::string>& files, CodeKeyKind kind, bool retired, Reference& reference) {
    for (const std::string& file : files) {
        auto key = read_public_key(file, kind);
        if (!key) fail(key.error());
        key->retired = retired;
        reference.keys.push_back(std::move(*key));
    }
}

void add_revoked(const std::vector<std::string>& files, Reference& reference) {
    for (const std::string& file : files) {
        std::ifstream in(file, std::ios::binary);
        if (!in) fail({FaultKind::not_found, file + " cannot be read: check the path to the list of revoked codes"});
        for (std::string line; std::getline(in, line);)
            if (const Presented code = parse(line); !code.text.empty())
                for (std::string& known_as : names_of(code)) reference.revoked.insert(std::move(known_as));
    }
}

Reference read_reference(const VerifyArguments& arguments) {
    Reference reference;
    DemoClock clock;
    if (!arguments.data.empty()) {
        auto ledger = Ledger::open(arguments.data, clock.clock());
        if (!ledger) fail(ledger.error());
        reference.ledger = std::move(*ledger);
        reference.summit = reference.ledger->summit_id();
        reference.programme = reference.ledger->programme();
        reference.keys = reference.ledger->code_keys();
        std::printf("summit %s, %zu keys\n", reference.summit.hex().c_str(), reference.keys.size());
    } else if (!arguments.summit.empty()) {
        const auto summit = read_summit_id(arguments.summit);
        if (!summit) fail(summit.error());
        reference.summit = *summit;
    } else if (!arguments.keys.empty() || !arguments.retired.empty()) {
        fail({FaultKind::bad_input, "a signed code names no summit: give --summit ID, or --data FOLDER"});
    }
    add_keys(arguments.keys, CodeKeyKind::foyer, false, reference);
    add_keys(arguments.retired, CodeKeyKind::foyer, true, reference);
    add_keys(arguments.pretix, CodeKeyKind::pretix_sig1, false, reference);
    add_revoked(arguments.revoked, reference);
    if (auto set = clock.pretend(arguments.at, reference.programme.summit.utc_offset); !set) fail(set.error());
    reference.now = clock.clock()();
    return reference;
}

void verify_all(const VerifyArguments& arguments) {
    const Reference reference = read_reference(arguments);
    bool all_good = true;
    each_text(arguments.texts, [&](std::string_view text) {
        const Answer answer = verify(text, reference);
        all_good = all_good && answer.good;
        std::printf("%s\n", escaped(answer.says).c_str());
        print(explain(text));
    });
    if (!all_good) throw CLI::RuntimeError(1);
}

} // namespace

void add_code_verify(CLI::App& code) {
    auto arguments = std::make_shared<VerifyArguments>();
    CLI::App* command = code.add_subcommand("verify", "Say whether codes are good, by a data folder, keys and lists");
    command->add_option("TEXT", arguments->texts, "The text of a code, in quotes; - for every line of standard input")
        ->required();
    const auto files = [&](const char* option, std::vector<std::string>& into, const char* what) {
        command->add_option(option, into, what)->type_name("FILE")->allow_extra_args(false);
    };
    command->add_option("--data", arguments->data, "Folder of a hub, desk or door that is not running");
    files("--key", arguments->keys, "A key that signs codes of Foyer, as PEM; may be given again");
    files("--retired-key", arguments->retired, "One that counts no more");
    files("--pretix-key", arguments->pretix, "A key of a pretix event, as pretix lists it, or as PEM");
    files("--revoked", arguments->revoked, "Codes that are dead, one a line: pretix's revoked and blocked secrets");
    command->add_option("--summit", arguments->summit, "The summit's id, with --key and without --data");
    command->add_option("--at", arguments->at, "Ask for this time: 2023-05-29T09:00");
    command->footer(
        "Exit code 1 unless every code is good. No capacity, door or single entry is asked here: that is a\n"
        "checkpoint's, and only there is anybody let in.");
    command->callback([arguments] { verify_all(*arguments); });
}

} // namespace foyer
