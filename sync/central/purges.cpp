#include "sync/central/purges.h"

namespace foyer {

// A transaction that writes personal bodies and one that purges exclude each other: whichever is second sees the
// first.
Result<> Purges::load() {
    if (purged_) return {};
    if (auto locked = postgres_.execute("LOCK TABLE foyer.purged IN ROW SHARE MODE"); !locked) return locked;
    const auto rows = postgres_.query("SELECT subject_kind, subject FROM foyer.purged");
    if (!rows) return std::unexpected(rows.error());
    purged_.emplace();
    for (int row = 0; row < rows->size(); ++row)
        purged_->insert({static_cast<SubjectKind>(rows->integer(row, 0)), rows->text(row, 1)});
    return {};
}

Result<bool> Purges::takes(ByteView body) {
    if (auto loaded = load(); !loaded) return std::unexpected(loaded.error());
    const auto decoded = decode_body(body);
    return decoded && (purged_->contains(decoded->subject) || added_.contains(decoded->subject));
}

Result<> Purges::add(ByteView body) {
    if (auto decoded = decode_body(body)) added_.insert(std::move(decoded->subject));
    return {};
}

Result<> Purges::erase() {
    if (added_.empty()) return {};
    if (auto locked = postgres_.execute("LOCK TABLE foyer.purged IN EXCLUSIVE MODE"); !locked) return locked;
    for (const Subject& subject : std::exchange(added_, {})) {
        const auto kept =
            postgres_.query("INSERT INTO foyer.purged VALUES ($1, $2) ON CONFLICT DO NOTHING",
                            Parameters().integer(std::int64_t{static_cast<int>(subject.kind)}).text(subject.id));
        if (!kept) return std::unexpected(kept.error());
        // Which of the personal bodies that hold the id somewhere are the subject's own?
        const auto rows = postgres_.query(
            "SELECT origin, seq, body FROM foyer.fact WHERE kind IN (9, 11, 12) AND position($1 IN body) > 0",
            Parameters().bytes(as_bytes(subject.id)));
        if (!rows) return std::unexpected(rows.error());
        for (int row = 0; row < rows->size(); ++row) {
            const auto body = decode_body(rows->bytes(row, 2));
            if (!body || body->subject != subject) continue;
            const auto erased = postgres_.query("UPDATE foyer.fact SET body = NULL WHERE origin = $1 AND seq = $2",
                                                Parameters().bytes(rows->bytes(row, 0)).integer(rows->integer(row, 1)));
            if (!erased) return std::unexpected(erased.error());
        }
    }
    return {};
}

} // namespace foyer
