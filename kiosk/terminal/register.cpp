#include "kiosk/terminal/register.h"

namespace foyer {

static constexpr std::size_t portion = 100; // some 10 ms: a scan waits no longer

// Texts of organisations and delegations in every language, each once.
static std::vector<std::string> texts(const Wording& wording) {
    std::set<std::string> all;
    for (const auto& [language, text] : wording.by_language) all.insert(text);
    return {all.begin(), all.end()};
}

void Register::read(const AttendeeId& who) {
    if (const auto before = party_of_.find(who); before != party_of_.end()) {
        parties_[before->second].erase(who);
        party_of_.erase(before);
    }
    const auto file = ledger_.person_file(who);
    if (!file) return index_.remove(who);
    Findable found{who, file->person, texts(file->attendee.organisation), file->contact.phone, file->contact.email, {}};
    if (file->attendee.delegation) {
        parties_[*file->attendee.delegation].insert(who);
        party_of_[who] = *file->attendee.delegation;
    }
    if (const std::string number = open_case(*file); !number.empty()) found.cases.push_back(number);
    index_.put(found);
}

bool Register::read_some() {
    std::size_t left = portion;
    while (!changed_.empty() && left > 0) {
        const AttendeeId who = *changed_.begin();
        changed_.erase(changed_.begin());
        read(who);
        --left;
    }
    if (left > 0 && !whole_) {
        const auto next = ledger_.attendees_after(last_, left);
        for (const AttendeeId& who : next) read(who);
        if (next.size() < left) whole_ = true; // who comes later is told of by `touched`
        if (!next.empty()) last_ = next.back();
    }
    return !whole_ || !changed_.empty();
}

std::size_t Register::people() const {
    if (whole_) return index_.size();
    return std::max(index_.size() + 1, static_cast<std::size_t>(ledger_.expected()));
}

std::vector<AttendeeId> Register::members(const DelegationId& delegation) const {
    const auto party = parties_.find(delegation);
    if (party == parties_.end()) return {};
    return {party->second.begin(), party->second.end()};
}

} // namespace foyer
