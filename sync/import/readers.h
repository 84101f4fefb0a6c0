// The readers behind summit_files.h, one a kind of file. Inside this room only.
#pragma once

#include "sync/import/calendar.h"
#include "sync/import/fields.h"
#include "sync/import/summit_files.h"
#include "sync/import/toml_file.h"

namespace foyer {

// A QR code of version 12: at arm's length no camera reads larger ones.
inline constexpr std::size_t longest_code = 400;

void read_summit_table(const TomlNode& root, const Source& source, SummitFiles& files);
// Its colours; which file its logo is in. `read_logo` then takes that from the folder.
void read_look(Fields& fields, SummitLook& look, SummitFiles& files);
void read_logo(const std::filesystem::path& folder, Problems& problems, SummitFiles& files);
void read_places(const TomlNode& root, const Source& source, SummitFiles& files);
void read_programme(const TomlNode& root, const Source& source, SummitFiles& files);
void read_checkpoints(const TomlNode& root, const Source& source, SummitFiles& files);
void read_delegations(const TomlNode& root, const Source& source, SummitFiles& files);
void read_codes(const TomlNode& root, const Source& source, SummitFiles& files);
void read_revoked_codes(std::string_view text, const Source& source, SummitFiles& files);

// `summit` is the one that the people come to: its calendar and languages.
void read_people(std::string_view text, const Source& source, const Summit& summit, SummitFiles& files);

void read_meetings(std::string_view text, const Source& source, const Summit& summit, SummitFiles& files);

// What no file can see alone: references, duplicates, rings, times outside the summit, rooms without a forum.
void check_summit(const SummitFiles& files, Problems& problems);
// Only once people.csv is known to be whole: else every missing row would be told twice.
void check_focal_points(const SummitFiles& files, const Known& known, Problems& problems);
void check_people(const SummitFiles& files, const Programme& programme, Problems& problems);
// Also what one table, or one person, has at the same time. Like focal points, once people.csv is known to be whole.
void check_meetings(const SummitFiles& files, const Programme& programme, const Known& known, Problems& problems);

} // namespace foyer
