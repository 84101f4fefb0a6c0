// The words from gettext's compiled catalogues, <folder>/<language>/LC_MESSAGES/foyer.mo, read by Boost.Locale: the
// only pair of files that includes it. Everything is read when opened; afterwards there is no I/O.
#pragma once

#include <filesystem>
#include <memory>

#include "kiosk/app/strings.h"
#include "sync/summit/fault.h"

namespace foyer {

// Every language that has a catalogue in `folder`. Faults: not_found (no folder, or no English in it), corrupt.
Result<std::unique_ptr<Strings>> open_strings(const std::filesystem::path& folder);

// Where the catalogues of this program are: $FOYER_ASSETS/locale, else share/foyer/locale beside the program's folder
// or one of the two above it, else the build tree. The first that exists; not_found names all that were tried.
Result<std::filesystem::path> find_locale_folder();

} // namespace foyer
