#include "sync/import/drafts.h"

#include <algorithm>
#include <unordered_map>

#include "sync/crypto/crypto.h"
#include "sync/crypto/password.h"
#include "sync/crypto/second_factor.h"

namespace foyer {

namespace {

// A way is known by both its ends; "/" cannot stand in an id.
std::string key_of(const Hint& hint) { return hint.from.text + "/" + hint.to.text; }
template <class Value>
std::string key_of(const Value& value) {
    return value.id.text;
}

class Drafter {
public:
    Drafter(const SummitFiles& files, const Known& known, const Mint& mint, ByteView code_key, Instant now)
        : files_(files), known_(known), mint_(mint), code_key_(code_key), now_(now) {}

    Import draft() {
        if (files_.summit) programme();
        for (const RosterRow& row : files_.people) person(row);
        if (!files_.meetings.empty()) // a round whose meetings come later, or from elsewhere
            group(SubjectKind::meeting, "meetings.csv", files_.meetings, known_.meetings, out_.meetings);
        revoked_codes();
        people_left_alone();
        return std::move(out_);
    }

private:
    template <class Value>
    void add(SubjectKind kind, const std::string& id, const Value& value) {
        out_.drafts.push_back({Subject{kind, id}, value, now_});
    }

    void programme() {
        Summit summit = *files_.summit;
        summit.id = known_.programme.summit.id;
        const bool is_new = known_.programme.summit.languages.empty(); // every summit that was imported has one
        if (summit != known_.programme.summit) add(SubjectKind::summit, "", summit);
        ++(is_new                              ? out_.summit.added
           : summit == known_.programme.summit ? out_.summit.unchanged
                                               : out_.summit.changed);
        group(SubjectKind::place, "places.toml", files_.places, known_.programme.places, out_.places);
        group(SubjectKind::forum, "programme.toml", files_.forums, known_.programme.forums, out_.forums);
        group(SubjectKind::session, "programme.toml", files_.sessions, known_.programme.sessions, out_.sessions);
        group(SubjectKind::checkpoint, "checkpoints.toml", files_.checkpoints, known_.programme.checkpoints,
              out_.checkpoints);
        group(SubjectKind::hint, "checkpoints.toml", files_.hints, known_.programme.hints, out_.hints);
        group(SubjectKind::delegation, "delegations.toml", files_.delegations, known_.programme.delegations,
              out_.delegations);
    }

    template <class Value>
    void group(SubjectKind kind, const char* file, const std::vector<Located<Value>>& wanted,
               const std::vector<Value>& known, Tally& tally) {
        std::unordered_map<std::string, const Value*> before;
        for (const Value& value : known) before.emplace(key_of(value), &value);
        for (const auto& item : wanted) {
            const auto found = before.find(key_of(item.value));
            const bool is_new = found == before.end();
            const bool is_same = !is_new && *found->second == item.value;
            ++(is_new ? tally.added : is_same ? tally.unchanged : tally.changed);
            if (!is_same) add(kind, key_of(item.value), item.value);
            if (!is_new) before.erase(found);
        }
        tally.left_alone = before.size();
        for (const Value& value : known)
            if (before.contains(key_of(value)))
                notice(file, "\"" + key_of(value) + "\" is known, but not in the file: left alone");
    }

    void notice(const std::string& file, std::string text) {
        out_.notices.push_back({Problem::Weight::warning, file, 0, "", std::move(text)});
    }

    // What the file has no column for stays as it was.
    void keep_the_rest(RosterRow& row, const Known::Individual& before) const {
        const auto keep = [&](const char* column, auto& value, const auto& old) {
            if (!files_.columns.contains(column)) value = old;
        };
        Attendee& who = row.attendee;
        keep("category", who.category, before.attendee.category);
        keep("organisation", who.organisation, before.attendee.organisation);
        keep("country", who.country, before.attendee.country);
        keep("language", who.language, before.attendee.language);
        keep("delegation", who.delegation, before.attendee.delegation);
        keep("seat", who.seat, before.attendee.seat);
        keep("hold", who.hold, before.attendee.hold);
        keep("role", who.role, before.attendee.role);
        keep("box", who.box, before.attendee.box);
        keep("forums", who.forums, before.attendee.forums);
        keep("admitted_from", who.admitted_from, before.attendee.admitted_from);
        keep("admitted_until", who.admitted_until, before.attendee.admitted_until);
        who.withdrawn = before.attendee.withdrawn; // one-way: a file cannot bring somebody back
        keep("native_name", row.person.native_name, before.person.native_name);
        keep("native_language", row.person.native_language, before.person.native_language);
        keep("latin_name", row.person.latin_name, before.person.latin_name);
        keep("other_names", row.person.other_names, before.person.other_names);
        keep("form_of_address", row.person.form_of_address, before.person.form_of_address);
        keep("short_name", row.person.short_name, before.person.short_name);
        keep("email", row.contact.email, before.contact.email);
        keep("phone", row.contact.phone, before.contact.phone);
        keep("note", row.note.text, before.note.text);
    }

    void person(RosterRow row) {
        const auto found = known_.people.find(row.attendee.id);
        const bool is_new = found == known_.people.end();
        if (is_new && row.person.native_name.empty()) {
            error(row, "native_name", "is missing, and this person is new; add the column");
            return;
        }
        const Known::Individual before = is_new ? Known::Individual{} : found->second;
        if (!is_new) keep_the_rest(row, before);
        row.person.proof = second_factor_hash(code_key_, row.attendee.id, summit().second_factor, row.contact.phone,
                                              row.contact.email);
        row.person.pin = pin(row, before.person.pin);
        const std::size_t drafts = out_.drafts.size();
        const std::string& id = row.attendee.id.text;
        if (is_new || row.attendee != before.attendee) add(SubjectKind::attendee, id, row.attendee);
        if (is_new || row.person != before.person) add(SubjectKind::attendee, id, row.person);
        if (row.contact != before.contact) add(SubjectKind::attendee, id, row.contact);
        if (row.note != before.note) add(SubjectKind::attendee, id, row.note);
        badge(row);
        const bool is_same = out_.drafts.size() == drafts;
        ++(is_new ? out_.people.added : is_same ? out_.people.unchanged : out_.people.changed);
    }

    [[nodiscard]] const Summit& summit() const { return files_.summit ? *files_.summit : known_.programme.summit; }

    // Hashed anew only when it is another one: a hash differs each time.
    std::string pin(const RosterRow& row, const std::string& before) {
        if (!files_.columns.contains("pin")) return before;
        if (row.pin.empty()) return "";
        if (!before.empty() && password_fits(row.pin, before)) return before;
        std::string hashed = password_hash(row.pin);
        if (hashed.empty()) error(row, "pin", "cannot be kept: this machine has no memory for the hash");
        return hashed;
    }

    // People keep the codes they have. A code of their own in the file is one more, unless it is known to be theirs.
    void badge(const RosterRow& row) {
        if (row.code.empty() && has_badge(row.attendee.id)) return;
        const std::string code = row.code.empty() ? mint_(BadgeKind::invitation) : row.code;
        const CodeHash hash = code_hash(code_key_, code);
        const BadgeId badge = badge_id_of(hash);
        if (const auto owner = known_.badges.find(badge); owner != known_.badges.end()) {
            if (owner->second != row.attendee.id)
                error(row, "code", "belongs to \"" + owner->second.text + "\" already; a code belongs to one person");
            return;
        }
        BadgeIssued issued;
        issued.attendee = row.attendee.id;
        issued.code = hash;
        add(SubjectKind::badge, badge.text, issued);
        add(SubjectKind::badge, badge.text, BadgeCode{code});
    }

    bool has_badge(const AttendeeId& who) {
        if (holders_.empty())
            for (const auto& [badge, holder] : known_.badges) holders_.insert(holder);
        return holders_.contains(who);
    }

    // One-way: a code that is not in the list any more stays dead.
    void revoked_codes() {
        std::set<BadgeId> dead = known_.revoked;
        for (const auto& [code, line] : files_.revoked_codes) {
            const BadgeId badge = badge_id_of(code_hash(code_key_, code));
            const bool is_new = dead.insert(badge).second;
            ++(is_new ? out_.revoked.added : out_.revoked.unchanged);
            if (is_new) add(SubjectKind::badge, badge.text, BadgeRevoked{"on the list of revoked codes"});
        }
    }

    void people_left_alone() {
        if (files_.people.empty()) return; // a summit whose people come later, or from elsewhere
        std::set<AttendeeId> in_file;
        for (const RosterRow& row : files_.people) in_file.insert(row.attendee.id);
        for (const auto& [id, individual] : known_.people) {
            if (in_file.contains(id)) continue;
            ++out_.people.left_alone;
            notice(files_.people_file, "\"" + id.text + "\" is known, but not in the file: left alone");
        }
    }

    void error(const RosterRow& row, std::string field, std::string text) {
        out_.errors.push_back(
            {Problem::Weight::error, files_.people_file, row.line, std::move(field), std::move(text)});
    }

    const SummitFiles& files_;
    const Known& known_;
    const Mint& mint_;
    ByteView code_key_;
    Instant now_;
    Import out_;
    std::set<AttendeeId> holders_;
};

} // namespace

Import to_drafts(const SummitFiles& files, const Known& known, const Mint& mint, ByteView code_key, Instant now) {
    return Drafter(files, known, mint, code_key, now).draft();
}

} // namespace foyer
