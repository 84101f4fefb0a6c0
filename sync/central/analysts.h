// The tables for analysts in the shared store, kept by one hub at a time from its fold: whoever holds the advisory
// lock. Who takes over goes through everybody once, then follows what is folded. They lag a moment behind (`foyer store
// check` says how far), and nothing of Foyer needs them.
//
// Lives on the ledger's thread, which it asks for a few rows at a time; a thread of its own waits for the cluster, and
// begins anew after every fault.
#pragma once

#include <atomic>
#include <functional>
#include <set>
#include <thread>

#include "sync/central/postgres.h"
#include "sync/ledger/ledger.h"

namespace foyer {

class Analysts {
public:
    struct Options {
        std::string url;
        std::string hub_name;
        Milliseconds look_every{1'000}; // for what changed
        Milliseconds lock_every{5'000}; // whether the hub that writes has gone
    };
    using Post = std::function<void(std::function<void()>)>; // runs work on the ledger's thread, from any thread
    Analysts(Ledger& ledger, Options options, Post post);
    ~Analysts(); // cuts what is under way short

private:
    // What the ledger's thread is asked for: what changed since it was asked last, else the next of everybody.
    struct Batch {
        std::vector<AttendeeId> attendees;
        std::optional<AttendeeId> all_after; // the attendees are all who come after this one, up to the last of them;
        bool is_end = false;                 // or nobody else is behind it
        Report report;
        std::optional<Report> programme;
        bool whole = false; // nothing is left to write
        [[nodiscard]] bool is_empty() const { return attendees.empty() && !all_after && !programme; }
    };
    struct Following; // of the ledger's thread
    void serve();
    Result<> write_on(Postgres& postgres);
    [[nodiscard]] std::optional<Batch> ask(bool from_start);
    Result<> write(Postgres& postgres, const Batch& batch) const;
    void pause(Milliseconds time) const; // or until this ends

    const Options options_;
    const Post post_;
    Wake stop_;
    std::atomic<bool> stopping_ = false;
    std::shared_ptr<Following> following_;
    std::thread thread_;
};

} // namespace foyer
