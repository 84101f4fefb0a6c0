// `foyer`: everything about a summit that needs no window.
#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <span>
#include <system_error>

#include "kiosk/badges/badge.h"
#include "sync/commands/commands.h"

namespace foyer {

static void say(const Fault& fault) { std::fprintf(stderr, "foyer: %s\n", fault.detail.c_str()); }

void fail(const Fault& fault) {
    say(fault);
    throw CLI::RuntimeError(1);
}

// CLI11 would say of an unknown command that it needs one.
static bool names_commands(CLI::App* app, std::span<char* const> words) {
    for (const char* word : words) {
        const auto commands = app->get_subcommands([](CLI::App*) { return true; });
        if (commands.empty() || *word == '-') return true;
        const auto named = std::ranges::find_if(commands, [&](CLI::App* it) { return it->check_name(word); });
        if (named != commands.end()) {
            app = *named;
            continue;
        }
        std::string known;
        for (const CLI::App* command : commands) known += (known.empty() ? "" : ", ") + command->get_name();
        std::fprintf(stderr, "foyer: there is no command \"%s\"; there are: %s\n", printable(word).c_str(),
                     known.c_str());
        return false;
    }
    return true;
}

} // namespace foyer

// What was printed has arrived where it was sent, or nobody may take it for all there was.
static int with_output(int code) {
    errno = 0;
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    std::fprintf(stderr, "foyer: its output could not be written: %s\n", std::strerror(errno != 0 ? errno : EIO));
    return 1;
}

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
    foyer::add_code(app);
    foyer::add_ledger(app);
    foyer::add_conflicts(app);
    foyer::add_devices(app);
    foyer::add_purge(app);
    foyer::add_backup(app);
    foyer::add_store(app);
    foyer::add_demo(app);
    foyer::add_simulate(app);
    if (!foyer::names_commands(&app, {argv + 1, argv + std::max(argc, 1)})) return 2;
    try {
        app.parse(argc, argv);
    } catch (const CLI::RuntimeError& error) {
        return with_output(error.get_exit_code());
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return with_output(code == 0 ? 0 : 2);
    } catch (const std::filesystem::filesystem_error& error) {
        const char* temporary = std::getenv("TMPDIR"); // a folder without a name is the temporary or the working one
        const std::string where = !error.path1().empty() ? error.path1().string()
                                  : temporary != nullptr ? temporary
                                                         : "the working folder";
        foyer::say({foyer::FaultKind::disk, where + ": " + error.code().message()});
        return with_output(1);
    } catch (const std::system_error& error) { // of fmt, about stdout: nothing else here throws one
        std::fprintf(stderr, "foyer: its output could not be written: %s\n", error.code().message().c_str());
        return 1;
    }
    return with_output(0);
}
