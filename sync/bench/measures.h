// What `./run bench sync` measures, one function a subject; each adds its rows and cleans up after itself.
#pragma once

#include "sync/bench/figures.h"

#include <filesystem>

namespace foyer::bench {

struct Place {
    std::filesystem::path programs; // where `foyer` is
    std::filesystem::path scratch;  // on the disk that is measured
    std::filesystem::path packages; // where npm puts what it is asked for
};

void measure_check_in(const Place& place, Figures& figures); // beside a bare SQLite commit
void measure_roster(const Place& place, Figures& figures);   // import, opening, decisions
void measure_catch_up(const Place& place, Figures& figures); // beside PouchDB; by size; a scan meanwhile
void measure_doors(const Place& place, Figures& figures);    // door A green, door B refuses
void measure_crowd(const Place& place, Figures& figures);    // a thousand terminals

} // namespace foyer::bench
