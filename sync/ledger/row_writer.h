// Writes the rows of one subject, a table at a time; nothing in place of a row takes the old one out. A failure is
// noted in the connection and makes the commit fail.
#pragma once

#include "sync/ledger/sqlite.h"
#include "sync/summit/fold.h"

namespace foyer {

class RowWriter {
public:
    RowWriter(Database& database, const Subject& subject) : database_(database), subject_(subject) {}

    void item(const std::optional<Payload>& value);
    void attendee(const std::optional<Attendee>& who);
    void person(const std::optional<Person>& who);
    void contact(const std::optional<Contact>& who);
    void notes(const std::vector<std::string>& notes);
    void badge(const std::optional<BadgeRow>& row);
    void badge_code(const std::string& code);
    // One of the subject's facts; of an attendance also what it says.
    void history(std::int64_t fact, const AttendanceRow* says);
    // `latest`: see the table.
    void presence(const PlaceId& place, const std::optional<PresenceRow>& row, std::optional<int> latest);
    void conflicts(const std::vector<ConflictRow>& rows);
    void device(const std::optional<DeviceRevoked>& revoked, std::optional<Milliseconds> clock_ahead);

private:
    void remove(std::string_view sql);
    void remove(std::string_view sql, int kind);
    Database& database_;
    const Subject& subject_;
};

// To the totals, which are of all subjects.
void add_to_totals(Database& database, const Tallies& differences);

} // namespace foyer
