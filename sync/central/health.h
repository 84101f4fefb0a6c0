// How a store is: who answers, what is in it, whether what it acknowledges is safe; what is wrong and what to do. For
// `foyer store check` and nothing else: it asks each host by itself, and waits for those that do not answer.
#pragma once

#include <string>
#include <vector>

#include "sync/summit/fault.h"

namespace foyer {

struct Health {
    struct Line {
        std::string what, value;
    };
    std::vector<Line> lines;         // as found, for people
    std::vector<std::string> wrong;  // facts can be lost, or no hub can work here; each with what to do
    std::vector<std::string> advice; // works, but not as well as it could
};

// A fault: not even one host can be asked.
Result<Health> check_store(const std::string& url);

} // namespace foyer
