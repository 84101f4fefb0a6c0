// `--seconds`, the same for every command that can end by itself.
#pragma once

#include <CLI/CLI.hpp>

#include "sync/summit/seconds.h"

namespace foyer {

// `into` stays as it is when the option is not given. Anything but a length of time ends the command with exit code 2.
inline void add_seconds(CLI::App& command, Seconds& into, const std::string& what) {
    command
        .add_option_function<std::string>(
            "--seconds",
            [&into](const std::string& text) {
                const auto seconds = read_seconds(text);
                if (!seconds) throw CLI::ValidationError("--seconds", seconds.error().detail);
                into = *seconds;
            },
            what)
        ->type_name("SECONDS");
}

} // namespace foyer
