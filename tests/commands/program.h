// Runs `foyer` with the words of a shell line.
#pragma once

#include "tests/shell.h"

namespace foyer::test {

inline Ended run(const std::string& arguments) {
    return run_shell(std::string{FOYER_PROGRAMS} + "/foyer " + arguments);
}

inline const std::string summits = std::string{FOYER_SOURCE_DIR} + "/assets/summits/";

} // namespace foyer::test
