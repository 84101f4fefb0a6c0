#include "kiosk/terminal/claims.h"

#include "sync/crypto/second_factor.h"
#include "sync/search/whole_name.h"

namespace foyer {

static constexpr std::size_t portion = 100; // some milliseconds: a scan waits no longer

Claims::Claims(const Ledger& ledger, Ways ways) : ledger_(ledger), ways_(std::move(ways)) { read_on(); }

void Claims::ask(const ClaimToBe& claim) {
    asked_.push_back(claim);
    read_on();
}

void Claims::touched(const AttendeeId& who) { changed_.insert(who); }

void Claims::ledger_changed() {
    if (!changed_.empty()) read_on();
}

void Claims::read_on() {
    if (std::exchange(reading_, true)) return;
    ways_.later([this] {
        reading_ = false;
        if (read_some()) return read_on();
        for (; !asked_.empty(); asked_.pop_front()) ways_.answer(who(asked_.front()));
    });
}

bool Claims::read_some() {
    std::size_t left = portion;
    for (; !changed_.empty() && left > 0; --left) read(changed_.extract(changed_.begin()).value());
    if (left > 0 && !whole_) {
        const auto next = ledger_.attendees_after(last_, left);
        for (const AttendeeId& who : next) read(who);
        whole_ = next.size() < left; // who comes later is told of by `touched`
        if (!next.empty()) last_ = next.back();
    }
    return !whole_ || !changed_.empty();
}

void Claims::read(const AttendeeId& who) {
    for (const std::string& form : forms_[who]) {
        auto [first, last] = people_.equal_range(form);
        while (first != last) first = first->second == who ? people_.erase(first) : std::next(first);
    }
    forms_.erase(who);
    const auto person = ledger_.person(who);
    if (!person || person->proof.empty()) return; // nothing to know them by
    std::set<std::string> forms = search::whole_name_forms(person->native_name, spelling_);
    forms.merge(search::whole_name_forms(person->latin_name, spelling_));
    for (const std::string& other : person->other_names) forms.merge(search::whole_name_forms(other, spelling_));
    for (const std::string& form : forms) people_.emplace(form, who);
    forms_.emplace(who, std::move(forms));
}

// Two of one name are told apart by the second factor; if they share that as well, by staff.
std::optional<AttendeeId> Claims::who(const ClaimToBe& claim) {
    std::set<AttendeeId> found;
    const SecondFactor factor = ledger_.programme().summit.second_factor;
    for (const std::string& form : search::whole_name_forms(claim.name, spelling_)) {
        for (auto [entry, last] = people_.equal_range(form); entry != last; ++entry) {
            const AttendeeId& id = entry->second;
            const auto person = ledger_.person(id);
            const Bytes told = second_factor_hash(ledger_.identity().code_key, id, factor, claim.proof);
            if (person && !told.empty() && equal_in_constant_time(told, person->proof)) found.insert(id);
        }
    }
    return found.size() == 1 ? std::optional{*found.begin()} : std::nullopt;
}

} // namespace foyer
