#include "sync/summit/words.h"

#include <algorithm>

namespace foyer {

const std::string& Wording::in(const Language& wanted) const {
    static const std::string nothing;
    const auto primary = wanted.substr(0, wanted.find('-'));
    for (const Language& tag : {wanted, primary, Language{}, Language{"en"}})
        if (const auto found = by_language.find(tag); found != by_language.end()) return found->second;
    return by_language.empty() ? nothing : by_language.begin()->second;
}

std::string_view name(Category category) {
    static constexpr std::string_view names[] = {"delegate", "speaker",     "vip",       "press", "staff",
                                                 "crew",     "interpreter", "exhibitor", "guest"};
    return names[static_cast<std::size_t>(category)];
}

template <class Items, class Matches>
static auto* find(const Items& items, Matches matches) {
    const auto found = std::ranges::find_if(items, matches);
    return found == items.end() ? nullptr : &*found;
}

const Place* Programme::place(const PlaceId& id) const {
    return find(places, [&](const Place& p) { return p.id == id; });
}
const Forum* Programme::forum(const ForumId& id) const {
    return find(forums, [&](const Forum& f) { return f.id == id; });
}
const Forum* Programme::forum_at(const PlaceId& id) const {
    return find(forums, [&](const Forum& f) { return f.place == id; });
}
const Session* Programme::session(const SessionId& id) const {
    return find(sessions, [&](const Session& s) { return s.id == id; });
}
const Checkpoint* Programme::checkpoint(const CheckpointId& id) const {
    return find(checkpoints, [&](const Checkpoint& c) { return c.id == id; });
}
const Delegation* Programme::delegation(const DelegationId& id) const {
    return find(delegations, [&](const Delegation& d) { return d.id == id; });
}
const Hint* Programme::hint(const CheckpointId& from, const PlaceId& to) const {
    return find(hints, [&](const Hint& h) { return h.from == from && h.to == to; });
}

bool Programme::is_inside(const PlaceId& inner, const PlaceId& outer) const {
    // Bounded by the number of places, so that a ring of parents in a bad import ends.
    auto at = place(inner);
    for (std::size_t steps = 0; at && steps <= places.size(); ++steps) {
        if (at->id == outer) return true;
        if (!at->parent) return false;
        at = place(*at->parent);
    }
    return false;
}

} // namespace foyer
