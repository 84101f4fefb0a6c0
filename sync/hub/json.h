// JSON of the hub: what it answers, and how it reads what it is asked. Numbers of milliseconds end in `_ms` or are
// points in time since 1970 UTC. Only json.cpp and inbox.cpp include the JSON library.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "sync/ledger/ledger.h"
#include "sync/replication/message.h"

namespace foyer {

std::string error_json(std::string_view what);

// What the hub knows of a terminal's line: not a fact, lost with the process.
struct Line {
    bool connected = false;
    std::optional<Instant> heard;             // when something last came from it
    std::optional<Milliseconds> clock_offset; // its clock minus the hub's
    std::optional<Standing> standing;         // as it last said
};
using Lines = std::map<DeviceId, Line>;

// The store that several hubs share, as this hub sees it.
struct StoreLine {
    bool connected = false;
    std::string fault;         // a sentence for staff; empty: all is well
    std::uint64_t waiting = 0; // facts that are here and not there yet
};

// Guests who want staff, by the id of the call, until it is done.
using Calls = std::map<std::string, Call>;

// Everything the live page shows, names in `language`: see sync/hub/README.md for the fields.
std::string live_json(const Live& live, const Calls& calls, const Programme& programme, const Lines& lines,
                      const std::optional<StoreLine>& store, const Language& language);
std::string programme_json(const Programme& programme, const Language& language);
// What a terminal is told when it is enrolled; `unlock`: its unlock number.
std::string identity_json(const Identity& identity, const std::optional<CheckpointId>& checkpoint,
                          const Programme& programme, const std::string& unlock);

// One flat object of texts: {"code": "...", "url": "..."}.
std::string object_json(const std::vector<std::pair<std::string, std::string>>& fields);

// Asks for a purge: {"attendees": [...], "why": "..."}.
std::string purge_json(const std::vector<std::string>& people, const std::string& why);

// Reads the fields of one JSON object that came from anybody. The first mistake is kept, later reads then answer empty
// values; a caller reads all fields and asks `fault()` once.
class Fields {
public:
    explicit Fields(std::string_view body);
    ~Fields();
    // A text of at most `max` bytes without control characters, trimmed; "" is as good as absent.
    std::string needed(const std::string& name, std::size_t max);
    std::string text(const std::string& name, std::size_t max);
    // Texts of an array; absent: none.
    std::vector<std::string> texts(const std::string& name, std::size_t max_count, std::size_t max);
    // Names the field and says what is wrong with it; faults of the caller's own checks come here too.
    void wrong(const std::string& name, std::string_view what);
    [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
    std::optional<Fault> fault_;
};

} // namespace foyer
