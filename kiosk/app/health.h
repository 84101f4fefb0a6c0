// How a terminal is, for staff: what the desk thread knows beside what the screen's model does. Values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/summit/instant.h"

namespace foyer {

struct Health {
    std::string version; // of Foyer
    std::string hub;     // "10.0.0.5:8080"; empty: there is none
    std::string hub_fault;
    std::optional<Milliseconds> clock_offset; // of the hub's clock, as last measured
    int ledger_format = 0;
    std::vector<std::string> libraries; // as they are linked: "SQLite 3.40.1"
    std::uint64_t facts = 0, origins = 0, unsent = 0;
    struct Peer {
        std::string name;
        enum class Heard { no, yes } heard = Heard::no; // in the last 10 s
        bool operator==(const Peer&) const = default;
    };
    std::vector<Peer> peers; // by name
    std::string papers;      // where badges and lists are printed to; empty: nowhere
    enum class Papers { ready, cannot_be_written } papers_are = Papers::ready;
    std::optional<std::uint64_t> free_bytes; // on their disk
    std::vector<std::string> log;            // the newest last
    bool operator==(const Health&) const = default;
};

} // namespace foyer
