// Where codes come from: one interface for cameras (and all that gives frames, see camera.h) and for hand scanners.
//
// A source belongs to one thread at a time, which waits for several of them at once: poll() on `ready`, then `take`
// from each. A fault means that it has gone: destroy it, and open it again from time to time; neither need happen on
// the thread that takes.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "scanner/reading.h"
#include "sync/summit/fault.h"

namespace foyer {

// What came from a source: a frame of a camera with the code in it, or a code alone.
struct Glimpse {
    std::optional<Frame> frame;
    std::optional<Reading> reading; // names its source
};

class CodeSource {
public:
    virtual ~CodeSource() = default;
    // For people: "/dev/video0".
    [[nodiscard]] virtual const std::string& name() const = 0;
    // A file descriptor that can be read as soon as there is something to take. Ask now and then nevertheless: that a
    // source fell silent is only noticed by asking.
    [[nodiscard]] virtual int ready() const = 0;
    // The next there is; nothing when there is none now. Does not wait.
    virtual Result<std::optional<Glimpse>> take() = 0;
    // Nothing comes from it any more, and that is no fault: a recording.
    [[nodiscard]] virtual bool ended() const { return false; }
    // What staff should know although it works; empty: nothing.
    [[nodiscard]] virtual std::string remark() const { return {}; }
};

using OpenSource = std::function<Result<std::unique_ptr<CodeSource>>()>;

} // namespace foyer
