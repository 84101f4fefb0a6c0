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
    void gone(Node& node) override;
    void look_at_all(Node& node);

    struct Known {
        FactId id; // as the header says
        DeviceId author;
        Kind kind = Kind::origin_opened;
        Audience audience = Audience::floor;
        std::set<int> holders, body_holders; // numbers of nodes
        bool destroyed = false, body_destroyed = false;
        bool taken_from_hub = false; // a hub that had it was put back from an older copy, and no hub got it since
        Subject subject;             // of those whose body was seen
        Instant happened;
        std::optional<PlaceId> entered;
        bool free_passage = false;            // entered in an emergency: nobody was asked
        std::optional<BadgeId> by, kills;     // the badge of an entry; the one that this revokes or replaces
        std::optional<DeviceRevoked> revokes; // the device that is its subject
        // Of its subject's facts, and of the holder's of a badge that it kills, those that its author held: none of the
        // personal.
        std::set<Hash> aware_of;
        [[nodiscard]] bool is_lost() const { return destroyed || body_destroyed; }
    };
    [[nodiscard]] const std::map<Hash, Known>& facts() const { return facts_; }

    // Has this node the fact that the person entered there; that the badge was revoked? Not by a device that is out.
    [[nodiscard]] bool holds_entry(const Node& node, const AttendeeId& who, const PlaceId& where) const;
    [[nodiscard]] bool holds_revocation(const Node& node, const BadgeId& badge) const;

    // A guest saw green: the fact of it must come to the centre.
    struct Green {
        OriginId origin;
        Subject subject;
        Instant happened;
    };
    [[nodiscard]] bool is_revoked(const DeviceId& device) const { return revoked_.contains(device.hex()); }
    // Somebody's personal bodies may go, and at rest must have.
    [[nodiscard]] bool may_lack(const Subject& subject) const;  // somebody purged it
    [[nodiscard]] bool must_lack(const Subject& subject) const; // and that was not lost again

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
    void note_body(const Node& node, Known& known, const Hash& key, ByteView encoded);
    void note_aware(const Node& node, Known& known, const Subject& subject);
    void note_kill(const Node& node, Known& known, const BadgeId& badge);
    [[nodiscard]] bool holds_body(const Node& node, const Hash& key) const;
    void lost(Node& node, const Hash& key, bool body);

    Stage& stage_;
    std::map<Hash, Known> facts_;
    std::map<int, Seen> seen_;
    std::map<std::pair<std::string, PlaceId>, std::set<Hash>> entries_;
    std::map<std::string, std::set<Hash>> revocations_;
    std::map<Subject, std::set<Hash>> impersonal_;           // of attendees
    std::map<std::string, std::pair<Hash, Subject>> issues_; // by badge: the first fact of it, its holder
    std::set<Hash> purges_;
    std::set<std::string> revoked_; // devices, in hex
    std::vector<Green> greens_;
};

} // namespace foyer::simulate
