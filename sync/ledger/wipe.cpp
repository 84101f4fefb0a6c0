// The end of a revoked terminal's ledger: names, codes and keys leave the disk.
#include "sync/ledger/inside.h"
#include "sync/ledger/mend.h"
#include "sync/ledger/schema.h"

namespace foyer {

Result<> Ledger::wipe(const std::string& why) {
    Inside& in = *inside_;
    {
        Transaction transaction(*in.database); // deleted bytes are overwritten: secure_delete is on
        (void)clear_rows(*in.database);
        for (const char* table : {"fact", "origin", "enrolment", "private"})
            (void)in.database->query(std::string{"DELETE FROM "} + table).run();
        (void)in.set_private_value(wiped_name, as_bytes(why));
        if (auto r = transaction.commit(); !r) return r;
    }
    (void)in.database->execute("PRAGMA wal_checkpoint(TRUNCATE)");
    remove_copies(in.folder, Copies::all);
    in.wiped = true;
    in.origins.clear();
    in.origin_of_row.clear();
    in.acknowledged.clear();
    in.revoked.clear();
    in.programme = {};
    ++in.programme_version;
    in.meetings.clear();
    in.identity.keys = {};
    in.identity.code_key.clear();
    return {};
}

void Ledger::Inside::remove_files() {
    database.reset();
    remove_ledger(folder);
}

void remove_ledger(const std::filesystem::path& folder) {
    for (const char* file : {"ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "ledger.mark", damage_file})
        remove_file(folder / file);
}

} // namespace foyer
