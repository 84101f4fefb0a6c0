// The contender: PouchDB to express-pouchdb, both from npm, which are fetched when a measurement wants them.
#pragma once

#include <filesystem>
#include <optional>

namespace foyer::bench {

// Documents a second that one database sent to the other; nothing, and a sentence on stderr, when there is no node, npm
// or network.
std::optional<double> pouchdb_rate(const std::filesystem::path& packages, const std::filesystem::path& scratch,
                                   int documents);

} // namespace foyer::bench
