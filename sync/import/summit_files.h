// A summit as an organiser writes it: a folder of TOML and CSV files, or one list alone. The format is
// described in assets/summits/README.md. Reads files and nothing else; any thread.
#pragma once

#include <filesystem>
#include <map>
#include <set>

#include "sync/import/problems.h"
#include "sync/summit/fault.h"
#include "sync/summit/payload.h"

namespace foyer {

// A value and the line of its file where it starts.
template <class Value>
struct Located {
    Value value;
    std::size_t line = 0;
    bool operator==(const Located&) const = default;
};

// One row of people.csv.
struct RosterRow {
    std::size_t line = 0;
    Attendee attendee;
    Person person;
    Contact contact;
    Note note;
    std::string code; // their own, e.g. of a ticket sold elsewhere; empty: Foyer makes one
    std::string pin;  // of staff, as they type it
    bool operator==(const RosterRow&) const = default;
};

struct SummitFiles {
    std::optional<Summit> summit; // absent: a list alone. Its id is the ledger's business, not the file's
    Located<std::string> logo;    // the name of its file beside summit.toml; empty: none
    std::vector<Located<Place>> places;
    std::vector<Located<Forum>> forums;
    std::vector<Located<Session>> sessions;
    std::vector<Located<Checkpoint>> checkpoints;
    std::vector<Located<Hint>> hints;
    std::vector<Located<Delegation>> delegations;
    std::vector<Category> categories; // that people.csv may use; empty: all
    std::vector<RosterRow> people;
    std::vector<Located<Meeting>> meetings;
    std::vector<Located<std::string>> revoked_codes;
    std::set<std::string> columns; // of people.csv: what it does not have, it leaves alone
    std::string people_file = "people.csv";
    std::vector<Problem> warnings;
};

// What a node holds already, as far as an import asks: made by the caller from its ledger.
struct Known {
    Programme programme;
    struct Individual {
        Attendee attendee;
        Person person;
        Contact contact;
        Note note;
    };
    std::map<AttendeeId, Individual> people;
    std::vector<Meeting> meetings;        // as they were planned
    std::map<BadgeId, AttendeeId> badges; // every one ever issued, whatever became of it
    std::set<BadgeId> revoked;            // also of codes that were never issued here
};

// What was read and everything that is wrong with it. Files with an error must not be applied.
struct SummitReading {
    SummitFiles files;
    std::vector<Problem> problems; // by file and line
    [[nodiscard]] bool usable() const;
};

// `path` is a summit's folder, or a list of people, of codes or of meetings (then `known` has what it speaks of).
SummitReading inspect_summit(const std::filesystem::path& path, const Known& known = {});

// The same for callers who only want a good one: every error is a line of the fault's detail (bad_input, not_found).
Result<SummitFiles> read_summit(const std::filesystem::path& path, const Known& known = {});

// Whether one is the other after an edit: a name in common (in any language), or the same days at the same venue. Files
// carry no id of their summit.
bool is_same_summit(const Summit& a, const Summit& b);

// The programme that the files describe, sorted as Programme wants it.
Programme to_programme(const SummitFiles& files);

} // namespace foyer
