// What the simulation itself knows, beside the ledgers: every fact that was ever on a disk, who wrote it and who holds
// it. A fact is known by the hash of its header, which no renaming of branches changes.
//
// Some losses are nobody's fault: a disk that is put back from an older copy takes with it what no other disk has.
#pragma once

#include <set>

#include "sync/simulate/node.h"

namespace foyer::simulate {

class Knowledge final : public Witness {
public:
    explicit Knowledge(Stage& stage) : stage_(stage) {}
    void committed(Node& node) override;
    void opened(Node& node) override; // and whether what was on its disk still is
    void look_at_all(Node& node);

    struct Known {
        FactId id; // as the header says
        Kind kind = Kind::origin_opened;
        Audience audience = Audience::floor;
        std::set<int> holders, body_holders; // numbers of nodes
        bool destroyed = false, body_destroyed = false;
        Subject subject; // of those whose body was seen
        Instant happened;
    };
    [[nodiscard]] const std::map<Hash, Known>& facts() const { return facts_; }

    // Has this node the fact that the person entered there; that the badge was revoked?
    [[nodiscard]] bool holds_entry(const Node& node, const AttendeeId& who, const PlaceId& where) const;
    [[nodiscard]] bool holds_revocation(const Node& node, const BadgeId& badge) const;

    // A guest saw green: the fact of it must come to the centre.
    struct Green {
        OriginId origin;
        Subject subject;
        Instant happened;
    };
    void green(Green shown) { greens_.push_back(std::move(shown)); }
    [[nodiscard]] const std::vector<Green>& greens() const { return greens_; }

private:
    struct Seen { // of one node's ledger
        Have marks;
        std::uint64_t forks = 0;
        std::set<Hash> held, bodies;
    };
    void look_at_new(Node& node);
    void note(Node& node, Seen& seen, ByteView header, const std::optional<Bytes>& body);
    void note_body(Known& known, const Hash& key, ByteView encoded);
    void lost(Node& node, const Hash& key, bool body);

    Stage& stage_;
    std::map<Hash, Known> facts_;
    std::map<int, Seen> seen_;
    std::map<std::pair<std::string, PlaceId>, std::set<Hash>> entries_;
    std::map<std::string, std::set<Hash>> revocations_;
    std::vector<Green> greens_;
};

} // namespace foyer::simulate
