// `foyer`: everything about a summit that needs no window.
#include <clocale>
#include <cstdio>

#include "sync/commands/commands.h"

namespace foyer {

void fail(const Fault& fault) {
    std::fprintf(stderr, "foyer: %s\n", fault.detail.c_str());
    throw CLI::RuntimeError(1);
}

} // namespace foyer

int main(int argc, char** argv) {
    std::setlocale(LC_ALL, "C.UTF-8");
    CLI::App app{"Foyer: check-in for summits. `foyer COMMAND --help` explains each command.", "foyer"};
    app.set_version_flag("--version", std::string{"foyer " FOYER_VERSION});
    app.require_subcommand(1);
    foyer::add_hub(app);
    foyer::add_import(app);
    foyer::add_enrol(app);
    foyer::add_scan(app);
    foyer::add_badges(app);
    foyer::add_ledger(app);
    foyer::add_conflicts(app);
    foyer::add_devices(app);
    foyer::add_purge(app);
    foyer::add_demo(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::RuntimeError& error) { return error.get_exit_code(); } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : 2;
    }
    return 0;
}
