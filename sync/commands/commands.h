// The subcommands of the `foyer` program: one file each, registered here. A command's callback ends by throwing
// CLI::RuntimeError(code) or by returning (0). Exit codes: 0 done, 1 the answer is "no" or something failed (one
// sentence on stderr says what, where and what to do), 2 wrong arguments (CLI11 explains).
#pragma once

#include <CLI/CLI.hpp>

#include "sync/summit/fault.h"

namespace foyer {

void add_hub(CLI::App& foyer);
void add_import(CLI::App& foyer);
void add_enrol(CLI::App& foyer);
void add_scan(CLI::App& foyer);
void add_badges(CLI::App& foyer);
void add_code(CLI::App& foyer);
void add_ledger(CLI::App& foyer);
void add_conflicts(CLI::App& foyer);
void add_devices(CLI::App& foyer);
void add_purge(CLI::App& foyer);
void add_backup(CLI::App& foyer);
void add_store(CLI::App& foyer);
void add_demo(CLI::App& foyer);
void add_simulate(CLI::App& foyer);

// Prints "foyer: <detail>" on stderr and ends the command with exit code 1.
[[noreturn]] void fail(const Fault& fault);

} // namespace foyer
