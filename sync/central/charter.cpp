#include "sync/central/charter.h"

namespace foyer {

Result<> lock_charter(Postgres& postgres) {
    const auto locked = postgres.query("SELECT pg_advisory_lock(hashtext('foyer charter'))");
    return locked ? Result<>() : std::unexpected(locked.error());
}

Result<std::optional<Charter>> read_charter(Postgres& postgres) {
    const auto rows = postgres.query("SELECT summit, summit_key, secret_key, code_key, organiser_token, "
                                     "authority_certificate, authority_key FROM foyer_private.charter");
    if (!rows) return std::unexpected(rows.error());
    if (rows->size() == 0) return std::nullopt;
    const auto summit = SummitId::from(rows->bytes(0, 0));
    if (!summit) return fault(FaultKind::corrupt, "The store's charter is damaged: restore it from a backup.");
    return Charter{*summit,          rows->blob(0, 1), rows->blob(0, 2), rows->blob(0, 3),
                   rows->blob(0, 4), rows->blob(0, 5), rows->blob(0, 6)};
}

Result<Charter> claim_charter(Postgres& postgres, const Charter& charter) {
    // Of two hubs that claim at the same time one waits for the other's commit, and finds its row there. A charter from
    // before there was an authority gets that of the first hub that comes.
    const auto claimed = postgres.query("INSERT INTO foyer_private.charter AS there "
                                        "VALUES (true, $1, $2, $3, $4, $5, $6, $7) ON CONFLICT (one) DO UPDATE SET "
                                        "authority_certificate = $6, authority_key = $7 "
                                        "WHERE there.summit = $1 AND there.authority_key = ''",
                                        Parameters()
                                            .bytes(charter.summit.view())
                                            .bytes(charter.summit_key)
                                            .bytes(charter.secret_key)
                                            .bytes(charter.code_key)
                                            .bytes(charter.organiser_token)
                                            .bytes(charter.authority_certificate)
                                            .bytes(charter.authority_key));
    if (!claimed) return std::unexpected(claimed.error());
    auto there = read_charter(postgres);
    if (!there) return std::unexpected(there.error());
    if (!*there) return fault(FaultKind::corrupt, "The store's charter vanished while it was written.");
    return std::move(**there);
}

Result<> share_enrolment(Postgres& postgres, const Ledger::EnrolmentRow& row) {
    Parameters values;
    values.bytes(row.code.view()).integer(std::int64_t{static_cast<int>(row.enrolment.role)}).text(row.enrolment.name);
    if (row.enrolment.checkpoint)
        values.text(row.enrolment.checkpoint->text);
    else
        values.null_text();
    values.integer(std::int64_t{row.expires.time_since_epoch().count()});
    const auto done =
        postgres.query("INSERT INTO foyer_private.enrolment(code_hash, role, name, checkpoint, expires, used) "
                       "VALUES ($1, $2, $3, $4, $5, false) ON CONFLICT (code_hash) DO NOTHING",
                       values);
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::optional<Ledger::EnrolmentRow>> take_enrolment(Postgres& postgres, const Hash& code, Instant now) {
    const auto rows =
        postgres.query("UPDATE foyer_private.enrolment SET used = true WHERE code_hash = $1 AND NOT used "
                       "AND expires > $2 RETURNING role, name, checkpoint, expires",
                       Parameters().bytes(code.view()).integer(std::int64_t{now.time_since_epoch().count()}));
    if (!rows) return std::unexpected(rows.error());
    if (rows->size() == 0) return std::nullopt;
    Ledger::EnrolmentRow row{code, {static_cast<Role>(rows->integer(0, 0)), rows->text(0, 1), std::nullopt}, {}};
    if (!rows->is_null(0, 2)) row.enrolment.checkpoint = CheckpointId{rows->text(0, 2)};
    row.expires = Instant{Milliseconds{rows->integer(0, 3)}};
    return row;
}

} // namespace foyer
