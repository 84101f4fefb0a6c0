// What happened, a line each, for people; and a digest of all lines, so that two runs can be told to be the same.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "sync/summit/instant.h"

namespace foyer::simulate {

class Trace {
public:
    using Sink = std::function<void(const std::string& line)>;
    explicit Trace(Sink sink) : sink_(std::move(sink)) {}

    void say(Milliseconds now, std::string_view who, std::string_view what);
    [[nodiscard]] std::uint64_t digest() const { return digest_; }

private:
    Sink sink_; // may be empty
    std::uint64_t digest_ = 0xcbf29ce484222325U;
};

} // namespace foyer::simulate
