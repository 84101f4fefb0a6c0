#include "sync/bench/pouchdb.h"

#include <cstdio>
#include <cstdlib>
#include <string>

#include "sync/bench/figures.h"

namespace foyer::bench {

namespace fs = std::filesystem;

static std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

// Their native part is in the package, made; no script of theirs need run.
static bool fetch(const fs::path& packages) {
    if (fs::exists(packages / "node_modules/express-pouchdb")) return true;
    fs::create_directories(packages);
    return std::system(("cd " + quoted(packages) +
                        " && npm install --no-audit --no-fund --ignore-scripts --loglevel=error pouchdb@9 "
                        "express-pouchdb@4 express@4 >npm.log 2>&1")
                           .c_str()) == 0;
}

std::optional<double> pouchdb_rate(const fs::path& packages, const fs::path& scratch, int documents) {
    if (std::system("node --version >/dev/null 2>&1 && npm --version >/dev/null 2>&1") != 0 || !fetch(packages)) {
        std::fprintf(stderr, "PouchDB is not measured: node, npm or its registry are not there\n");
        return std::nullopt;
    }
    const fs::path folder = scratch / "pouchdb";
    fs::remove_all(folder);
    fs::create_directories(folder);
    const std::string command = "cd " + quoted(packages) + " && node " +
                                quoted(fs::path(FOYER_SOURCE_DIR) / "sync/bench/pouchdb.cjs") + " " + quoted(folder) +
                                " " + std::to_string(documents);
    FILE* pipe = ::popen(command.c_str(), "r");
    double seconds = 0;
    const bool told = pipe != nullptr && std::fscanf(pipe, "%lf", &seconds) == 1;
    const int code = pipe == nullptr ? 1 : ::pclose(pipe);
    fs::remove_all(folder);
    if (!told || code != 0) {
        std::fprintf(stderr, "PouchDB is not measured: its script failed\n");
        return std::nullopt;
    }
    return documents / seconds;
}

} // namespace foyer::bench
