// What a guest asked for in the programme: whose sessions, of which day, which of them, and the search.
#pragma once

#include <chrono>
#include <optional>

#include "sync/summit/ids.h"

namespace foyer {

// What the pills of the programme choose between.
enum class ProgrammeBy { forum, room };

struct OpenProgramme {
    bool operator==(const OpenProgramme&) const = default;
};
struct ChooseDay {
    std::chrono::local_days day;
    bool operator==(const ChooseDay&) const = default;
};
struct ChooseBy {
    ProgrammeBy by = ProgrammeBy::forum;
    bool operator==(const ChooseBy&) const = default;
};
struct ChooseForum {
    std::optional<ForumId> forum;
    bool operator==(const ChooseForum&) const = default;
}; // none: all
struct ChooseRoom {
    std::optional<PlaceId> room;
    bool operator==(const ChooseRoom&) const = default;
}; // none: all
// To what did not fit beside what is seen; after the last of it, to the first again.
struct ShowMore {
    enum class Of { rows, places, days } of = Of::rows;
    bool operator==(const ShowMore&) const = default;
};
struct OpenSession {
    SessionId session;
    bool operator==(const OpenSession&) const = default;
};
struct CloseSession {
    bool operator==(const CloseSession&) const = default;
};
struct OpenSearch {
    bool operator==(const OpenSearch&) const = default;
};

} // namespace foyer
