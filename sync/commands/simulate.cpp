// foyer simulate: becomes `foyer-simulate`, a program of its own, whose ledgers live on disks in memory.
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <unistd.h>

#include "sync/commands/commands.h"

namespace foyer {

void add_simulate(CLI::App& foyer) {
    auto* simulate = foyer.add_subcommand(
        "simulate", "Whole summits in memory, from a seed: what may go wrong does, and everything must hold");
    simulate->prefix_command()->set_help_flag(); // its own program explains its options
    simulate->callback([simulate] {
        const std::filesystem::path program =
            std::filesystem::read_symlink("/proc/self/exe").parent_path() / "foyer-simulate";
        std::vector<std::string> words = simulate->remaining();
        std::vector<char*> arguments{const_cast<char*>(program.c_str())};
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        ::execv(program.c_str(), arguments.data());
        fail({FaultKind::not_found, program.string() + ": " + std::strerror(errno) + "; `./run build` makes it"});
    });
}

} // namespace foyer
