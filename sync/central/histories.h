// The histories of origins in the shared store, as one transaction sees and changes them. For this room only.
//
// The rows of the origins at work are locked, so that their facts go on without a gap and in one order whatever other
// hubs write at the same time. What is new is kept here until `write`: the rows of many frames go over in one
// statement.
#pragma once

#include <map>

#include "sync/central/purges.h"
#include "sync/summit/certificate.h"
#include "sync/summit/store.h"

namespace foyer {

struct History {
    OriginId origin;
    DeviceId device;
    Role role = Role::door;
    Bytes public_key;
    Mark floor, staff;
    OriginId trunk; // the origin in the headers; another than `origin` for a branch of a fork
    Mark base;      // what the first fact here follows
    std::uint64_t branches = 0;
    bool changed = false;
    [[nodiscard]] bool is_branch() const { return trunk != origin; }
};

class Histories {
public:
    enum class Purpose { read, write };
    Histories(Postgres& postgres, Purpose purpose) : postgres_(postgres), purpose_(purpose), purges_(postgres) {}

    // Takes the origins' rows, with their branches; locks them for writing.
    void load(std::span<const OriginId> trunks);
    // A new one, unless another hub has opened it meanwhile.
    History& open(const OriginId& origin, const Certificate& certificate, const Hash& start);

    // --- what placing.h asks ---
    [[nodiscard]] History* find(const OriginId& origin);
    [[nodiscard]] std::vector<History*> histories_of(const OriginId& trunk);
    [[nodiscard]] Hash head_at(const History& history, std::uint64_t seq);
    [[nodiscard]] bool holds(const History& history, std::uint64_t seq, ByteView header);

    // --- writing ---
    // `whole`: where it came from no body was withheld; one that is not there was purged.
    void append(History& history, const Header& header, const SealedRun::Fact& fact, bool whole,
                std::optional<Bytes> seal);
    // The body, if it is still there, of a fact whose header came without it.
    void fill(History& history, const Header& header, const std::optional<Bytes>& body);
    // After bodies were filled: floor bodies behind them are here already and count.
    void count_what_follows(History& history);
    void seal(History& history, std::uint64_t last, ByteView seal); // of the chain up to `last`
    // Makes room for another history of `old` from fact `at` on, whose first head is `theirs`; where it goes. The
    // smaller head keeps the name, as in every ledger.
    History& fork(History& old, std::uint64_t at, const Hash& theirs);
    void write(); // everything that is new
    // Of all that were loaded, as they are once this transaction is committed.
    [[nodiscard]] Have marks() const;

    // The first failure; after it nothing is asked and nothing written any more.
    [[nodiscard]] const std::optional<Fault>& trouble() const { return trouble_; }

private:
    struct Row {
        OriginId origin;
        std::uint64_t seq;
        Kind kind;
        Audience audience;
        Bytes header;
        Hash head;
        std::optional<Bytes> body, seal;
    };
    std::optional<Table> ask(const std::string& sql, const Parameters& parameters);
    std::optional<Bytes> without_purged(const History& history, const Header& header, std::optional<Bytes> body);
    std::vector<OriginId> take(const Table& rows);
    History& add_branch(History& old, const Mark& base, const Hash& first_head);
    void move_facts(History& old, History& branch);
    void write_facts();
    void write_marks();

    Postgres& postgres_;
    Purpose purpose_;
    Purges purges_;
    std::map<OriginId, History> histories_;
    std::vector<Row> fresh_;
    std::optional<Fault> trouble_;
};

} // namespace foyer
