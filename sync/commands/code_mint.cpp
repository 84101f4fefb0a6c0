// `foyer code mint`: fresh codes. With a data folder the ledger learns them, and so does every door; without, they are
// good for what knows them by other means: a list that is imported later, or a key that doors were told of.
#include <algorithm>
#include <cstdio>
#include <memory>

#include "kiosk/badges/blocks.h"
#include "kiosk/badges/qr_picture.h"
#include "scanner/code/short_code.h"
#include "scanner/code/signed_code.h"
#include "sync/commands/clock.h"
#include "sync/commands/code.h"
#include "sync/summit/time_text.h"

namespace foyer {

namespace {

constexpr int png_pixels_a_module = 12;
constexpr int most_codes = 1'000'000;

struct MintArguments {
    std::string data, key, summit, attendee, category = "guest", from, until, clock, png;
    BadgeKind kind = BadgeKind::badge;
    std::vector<int> forums; // their places in the programme, from 1
    int count = 1, serial = 0;
    bool signs = false, replaces = false, draws = false, ascii = false;
};

[[noreturn]] void refuse(std::string why) { fail({FaultKind::bad_input, std::move(why)}); }

template <class Value>
Value must(Result<Value> result) {
    if (!result) fail(result.error());
    return std::move(*result);
}

// --- a signed code of what the arguments say, by a key file

Category category_named(const std::string& word) {
    std::string known;
    for (int i = 0; i <= static_cast<int>(Category::guest); ++i) {
        if (name(static_cast<Category>(i)) == word) return static_cast<Category>(i);
        known += (known.empty() ? "" : ", ") + std::string{name(static_cast<Category>(i))};
    }
    refuse("--category is one of " + known);
}

std::uint16_t forum_bits(const std::vector<int>& places) {
    std::uint16_t bits = 0;
    for (const int place : places) bits = static_cast<std::uint16_t>(bits | 1U << static_cast<unsigned>(place - 1));
    return bits;
}

std::string sign_by_file(const MintArguments& arguments) {
    const KeyPair keys = must(read_key_pair(arguments.key));
    if (arguments.summit.empty()) refuse("a signed code is good at one summit: give its id by --summit");
    SignedCode code{.kind = arguments.kind, .attendee = {arguments.attendee}};
    if (!is_valid_slug(arguments.attendee)) refuse("--attendee is an id such as 0412: characters A-Z a-z 0-9 . _ -");
    code.rights = {category_named(arguments.category), forum_bits(arguments.forums)};
    const auto utc = Milliseconds{0};
    if (!arguments.from.empty()) code.from = must(read_time(arguments.from, utc));
    if (!arguments.until.empty()) code.until = must(read_time(arguments.until, utc));
    code.serial = static_cast<std::uint8_t>(arguments.serial);
    return must(sign_code(code, must(read_summit_id(arguments.summit)), keys));
}

// --- a badge of somebody on the roster, by a hub's or desk's data folder

// What the roster says of them, as far as a code can say it.
SignedCode code_of(const Attendee& who, const Ledger& ledger, BadgeKind kind) {
    SignedCode code{.kind = kind, .attendee = who.id, .from = who.admitted_from, .until = who.admitted_until};
    if (code.from && !code.until) code.until = ledger.programme().summit.ends;
    code.rights.category = who.category;
    const auto& forums = ledger.programme().forums;
    for (std::size_t i = 0; i < forums.size(); ++i) {
        if (std::ranges::count(who.forums, forums[i].id) == 0) continue;
        if (i >= forums_in_rights) refuse("a signed code names the first 12 forums only: make a short one");
        code.rights.forums = static_cast<std::uint16_t>(code.rights.forums | 1U << i);
    }
    return code;
}

// A serial that no code of theirs had: neither one in use nor one that is dead.
std::string fresh_signed(const Ledger& ledger, SignedCode code) {
    for (unsigned i = 0; i <= 0xff; ++i, ++code.serial) {
        std::string text = must(sign_code(code, ledger.summit_id(), ledger.identity().keys));
        const BadgeId badge = badge_id_of(code_hash(ledger.identity().code_key, text));
        if (!ledger.is_revoked(badge) && !ledger.badge_of({Presented::Form::foyer, text})) return text;
    }
    refuse("256 signed codes were made for this attendee already: make a short one");
}

std::string issue(const MintArguments& arguments) {
    DemoClock clock;
    const auto ledger = must(Ledger::open(arguments.data, clock.clock()));
    if (auto set = clock.pretend(arguments.clock, ledger->programme().summit.utc_offset); !set) fail(set.error());
    if (ledger->identity().certificate.certificate.role == Role::door)
        fail({FaultKind::not_allowed, arguments.data + " is a door's: only a hub or a desk issues badges"});
    const auto row = ledger->person_row({arguments.attendee});
    if (!row) fail({FaultKind::not_found, "no attendee " + arguments.attendee + " in " + arguments.data});
    const std::string code =
        arguments.signs ? fresh_signed(*ledger, code_of(row->attendee, *ledger, arguments.kind)) : mint(arguments.kind);
    BadgeIssued issued{.attendee = row->attendee.id, .kind = arguments.kind};
    issued.revision = row->badge ? row->badge->revision + 1 : 1;
    issued.code = code_hash(ledger->identity().code_key, code);
    if (arguments.replaces && row->badge) issued.replaces = row->badge->id;
    const Subject badge = subject_of(badge_id_of(issued.code));
    must(ledger->append(std::vector<Draft>{{badge, issued, ledger->now()}, {badge, BadgeCode{code}, ledger->now()}}));
    return code;
}

void show(const std::string& code, const MintArguments& arguments) {
    if (arguments.draws || arguments.ascii)
        std::printf("%s", must(blocks(code, arguments.ascii ? Blocks::ascii : Blocks::half)).c_str());
    if (!arguments.png.empty()) {
        const Qr qr = must(make_qr(code));
        if (auto written = write_png(picture_of(qr, png_pixels_a_module), arguments.png); !written)
            fail(written.error());
    }
    std::printf("%s\n", code.c_str());
}

void mint_all(const MintArguments& arguments) {
    const bool by_file = !arguments.key.empty(), by_folder = !arguments.data.empty();
    if (by_file && by_folder) refuse("give --data or --key, not both: a data folder has a key of its own");
    if ((by_file || by_folder) && arguments.attendee.empty()) refuse("whose code is it? Give --attendee ID");
    if (!by_file && !by_folder && (arguments.signs || !arguments.attendee.empty()))
        refuse("a code of somebody needs --data FOLDER (of a hub or desk) or --key FILE");
    if (arguments.count > 1 && (by_file || by_folder || !arguments.png.empty()))
        refuse("--count is for short codes that are nobody's yet, without a picture");
    if (by_folder) return show(issue(arguments), arguments);
    if (by_file) return show(sign_by_file(arguments), arguments);
    for (int i = 0; i < arguments.count; ++i) show(mint(arguments.kind), arguments);
}

} // namespace

void add_code_mint(CLI::App& code) {
    auto arguments = std::make_shared<MintArguments>();
    CLI::App* command = code.add_subcommand("mint", "Make a fresh code: short, or signed");
    const auto option = [&](const char* name, auto& into, const char* what) {
        return command->add_option(name, into, what);
    };
    option("--data", arguments->data, "Data folder of a hub or desk that is not running: the badge is issued there");
    option("--attendee", arguments->attendee, "Whose code; with --data somebody on the roster");
    command->add_flag("--signed", arguments->signs, "With --data: a signed code, good before doors know of it");
    command->add_flag("--replace", arguments->replaces, "With --data: their present badge dies");
    option("--clock", arguments->clock, "With --data: pretend that it is this time now");
    option("--key", arguments->key, "A private key (PEM): a signed code, unknown to any ledger");
    option("--summit", arguments->summit, "With --key: the summit's id");
    option("--category", arguments->category, "With --key: delegate, speaker, vip...")->capture_default_str();
    option("--forum", arguments->forums, "With --key: a forum by its place in the programme; may be given again")
        ->check(CLI::Range(1, static_cast<int>(forums_in_rights)))
        ->allow_extra_args(false);
    option("--from", arguments->from, "With --key: good from 2023-05-29T09:00Z on; needs --until");
    option("--until", arguments->until, "With --key: and until then; times are rounded to half hours");
    option("--serial", arguments->serial, "With --key: tells codes apart that say the same otherwise")
        ->check(CLI::Range(0, 255));
    command->add_flag_callback(
        "--invitation", [arguments] { arguments->kind = BadgeKind::invitation; },
        "An invitation; without this a badge");
    option("--count", arguments->count, "So many short codes, one a line")->check(CLI::Range(1, most_codes));
    option("--png", arguments->png, "Also as a picture into this file");
    command->add_flag("--blocks", arguments->draws, "Also in this terminal, to be scanned off the screen");
    command->add_flag("--ascii", arguments->ascii, "The same without UTF-8 and colours");
    command->footer(
        "A key file is made by `openssl genpkey -algorithm ed25519 -out key.pem`; doors take its codes once\n"
        "the public half stands in the summit's codes.toml (`openssl pkey -in key.pem -pubout`).");
    command->callback([arguments] { mint_all(*arguments); });
}

} // namespace foyer
