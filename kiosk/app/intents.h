// What a person asked for by touching a screen. Screens push these; `update` decides what they mean.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "sync/summit/words.h"

namespace foyer {

struct ChooseLanguage {
    Language language;
    bool operator==(const ChooseLanguage&) const = default;
};
struct OpenLanguages {
    bool operator==(const OpenLanguages&) const = default;
};
struct OpenProgramme {
    bool operator==(const OpenProgramme&) const = default;
};
struct ChooseForum {
    std::optional<ForumId> forum;
    bool operator==(const ChooseForum&) const = default;
}; // none: all
struct OpenSession {
    SessionId session;
    bool operator==(const OpenSession&) const = default;
};
struct CloseSession {
    bool operator==(const CloseSession&) const = default;
};
struct GoBack {
    bool operator==(const GoBack&) const = default;
};
struct KeepOpen {
    bool operator==(const KeepOpen&) const = default;
};

using Intent = std::variant<ChooseLanguage, OpenLanguages, OpenProgramme, ChooseForum, OpenSession, CloseSession,
                            GoBack, KeepOpen>;
using Intents = std::vector<Intent>;

} // namespace foyer
