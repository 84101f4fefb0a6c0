#include "sync/simulate/people.h"

#include "sync/summit/record.h"

namespace foyer::simulate {

static std::string number(std::size_t n) { return (n < 10 ? "000" : "00") + std::to_string(n); }

void People::invite(Ledger& hub, std::size_t guests, Instant now) {
    std::vector<Draft> drafts = programme_of(hub.summit_id(), now);
    for (std::size_t i = 1; i <= guests; ++i) {
        guests_.push_back({{number(i)}, {"CODE" + number(i)}});
        for (Draft& draft : drafts_of(guests_.back(), hub.identity().code_key, now)) drafts.push_back(std::move(draft));
    }
    if (const auto written = hub.append(drafts); !written) stage_.found("hub", written.error().detail);
}

// --- at a door -----------------------------------------------------------------------------------------------------

void People::walk_to(Node& door) {
    const Guest& guest = stage_.random.pick(guests_);
    std::string code = guest.codes.back();
    if (stage_.random.chance(15)) code = guest.codes[stage_.random.below(guest.codes.size())];
    if (stage_.random.chance(3)) code = "NOBODYS" + std::to_string(stage_.random.below(9));
    door.act([&](Ledger& ledger) { come(door, ledger, code); });
}

// As kiosk/terminal decides: look up, admit, record; green only after the fact is on disk.
void People::come(Node& door, Ledger& ledger, const std::string& code) {
    const Checkpoint* checkpoint = ledger.programme().checkpoint(door.checkpoint);
    if (!checkpoint) return;
    const Instant now = door.now();
    Verdict verdict = admit({Presented::Form::foyer, code}, ledger, *checkpoint, now);
    const bool planted = (stage_.plant == Plant::again_admitted && verdict.reason == Reason::again) ||
                         (stage_.plant == Plant::revoked_admitted && verdict.reason == Reason::revoked);
    if (planted) verdict.kind = VerdictKind::admitted;
    const std::string case_number = verdict.kind == VerdictKind::ask_a_person ? "A-" + std::to_string(++written_) : "";
    const Draft draft = record_of(verdict, *checkpoint, {now, case_number, to_hex(random_bytes(8))});
    const auto recorded = ledger.append({&draft, 1});
    const bool green = is_admission(verdict.kind) && (recorded || stage_.plant == Plant::green_unrecorded);
    stage_.say(door.name, code + ": " + std::string(foyer::name(verdict.reason)) +
                              (recorded ? "" : ", not recorded: " + recorded.error().detail));
    if (!green) return;
    knowledge_.green({ledger.origin(), draft.subject, draft.happened});
    if (ledger.programme().emergency.state == Emergency::State::on) return; // nobody is asked then
    if (checkpoint->single_entry && verdict.attendee &&
        knowledge_.holds_entry(door, *verdict.attendee, checkpoint->place))
        stage_.found(door.name, "admits somebody again whom it knows to have entered: " + code);
    if (verdict.badge && knowledge_.holds_revocation(door, *verdict.badge))
        stage_.found(door.name, "admits a badge that it knows to be revoked: " + code);
}

// --- at a desk -----------------------------------------------------------------------------------------------------

void People::work_at(Node& desk) {
    desk.act([&](Ledger& ledger) {
        Work work{desk, ledger, stage_.random.pick(guests_)};
        if (!ledger.attendee(work.guest.id)) return; // not known here yet
        const std::string text = "text " + std::to_string(++written_);
        const Instant now = desk.now();
        const auto guest = subject_of(work.guest.id);
        switch (stage_.random.below(8)) {
        case 0: return invite_another(work);
        case 1:
        case 2: return change_seat(work);
        case 3: return give_new_badge(work);
        case 4: return write(work, {{guest, Contact{text, ""}, now}}, "writes a contact");
        case 5:
            if (desk.is_old_version) return;
            return write(work, {{guest, Note{text}, now}}, "writes a note");
        case 6: return write(work, {{guest, Person{text, "en"}, now}}, "writes a name");
        default: break;
        }
        if (!stage_.random.chance(30)) return;
        const BadgeId badge = badge_id(ledger.identity().code_key, work.guest.codes.back());
        write(work, {{subject_of(badge), BadgeRevoked{text}, now}}, "revokes the badge of " + work.guest.id.text);
    });
}

void People::purge_somebody_at(Node& hub) {
    hub.act([&](Ledger& ledger) {
        Work work{hub, ledger, stage_.random.pick(guests_)};
        write(work, {{subject_of(work.guest.id), Purged{"asked for it"}, hub.now()}}, "purges " + work.guest.id.text);
    });
}

void People::write(Work& work, std::vector<Draft> drafts, const std::string& what) {
    const auto written = work.ledger.append(drafts);
    stage_.say(work.desk.name, what + (written ? "" : ", not recorded: " + written.error().detail));
}

void People::invite_another(Work& work) {
    const std::size_t next = guests_.size() + 1;
    if (next > 40) return;
    Guest guest{{number(next)}, {"CODE" + number(next)}};
    write(work, drafts_of(guest, work.ledger.identity().code_key, work.desk.now()), "invites " + guest.id.text);
    guests_.push_back(std::move(guest)); // `work.guest` may have moved
}

// What somebody writes who has seen the rest is what stands there afterwards, whatever any clock says.
void People::change_seat(Work& work) {
    Attendee changed = *work.ledger.attendee(work.guest.id);
    changed.seat = stage_.random.chance(50) ? "" : "S-" + std::to_string(++written_);
    const Draft draft{subject_of(changed.id), changed, work.desk.now()};
    const auto written = work.ledger.append({&draft, 1});
    stage_.say(work.desk.name, "gives " + changed.id.text + " seat \"" + changed.seat + "\"" +
                                   (written ? "" : ", not recorded: " + written.error().detail));
    if (written && work.ledger.attendee(changed.id) != changed)
        stage_.found(work.desk.name, "what it wrote last is not what stands there");
}

void People::give_new_badge(Work& work) {
    const Guest& guest = work.guest;
    const std::string code = guest.codes.front() + "-" + std::to_string(++written_);
    const int revision = static_cast<int>(guest.codes.size()) + 1;
    auto drafts =
        reissue(guest.id, code, guest.codes.back(), revision, work.ledger.identity().code_key, work.desk.now());
    if (!work.desk.is_old_version) drafts.push_back({drafts.front().subject, BadgePrinted{"desk"}, work.desk.now()});
    write(work, std::move(drafts), "gives " + guest.id.text + " a new badge");
    work.guest.codes.push_back(code);
}

} // namespace foyer::simulate
