// `foyer backup` and `foyer restore`: a hub's ledger with its keys, as one file and back.
#include "sync/commands/commands.h"

#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "sync/commands/clock.h"
#include "sync/commands/hub_ledger.h"
#include "sync/commands/running_hub.h"
#include "sync/hub/ask.h"

namespace foyer {

namespace fs = std::filesystem;

namespace {

struct BackupArguments {
    std::string data, file;
    RunningHub hub;
};

Result<fs::path> copy_beside(const BackupArguments& arguments) {
    const auto folder = HubFolder::open(arguments.data, arguments.hub);
    if (!folder) return std::unexpected(folder.error());
    if (folder->ledger) return folder->ledger->back_up();
    const auto file = ask_backup(folder->hub, folder->token);
    if (!file) return std::unexpected(file.error());
    return fs::path(*file);
}

void back_up(const BackupArguments& arguments) {
    const auto copy = copy_beside(arguments);
    if (!copy) fail(copy.error());
    std::error_code error;
    const fs::path into = fs::is_directory(arguments.file, error) ? fs::path(arguments.file) / copy->filename()
                                                                  : fs::path(arguments.file);
    fs::copy_file(*copy, into, fs::copy_options::overwrite_existing, error);
    if (!error) fs::permissions(into, fs::perms::owner_read | fs::perms::owner_write, error);
    if (error) fail({FaultKind::disk, into.string() + ": " + error.message() + "; the copy is in " + copy->string()});
    fs::remove(*copy, error);
    fmt::print("{}: {:.1f} MB. It holds the summit's keys and all names: keep it as you keep those.\n", into.string(),
               static_cast<double>(fs::file_size(into, error)) / 1e6);
}

void restore(const BackupArguments& arguments) {
    if (auto done = Ledger::restore(arguments.file, arguments.data); !done) fail(done.error());
    const auto ledger = open_hub_ledger(arguments.data, DemoClock().clock());
    if (!ledger) fail(ledger.error());
    if (auto right = (*ledger)->verify(); !right) fail(right.error());
    fmt::print("{}: {} facts, verified. The hub goes on as a new origin; terminals and the shared store bring what is "
               "newer.\n",
               arguments.data, (*ledger)->stat().facts);
}

} // namespace

void add_backup(CLI::App& foyer) {
    auto arguments = std::make_shared<BackupArguments>();
    CLI::App* backup =
        foyer.add_subcommand("backup", "A hub's ledger with its keys into one file, while it runs or not");
    backup->add_option("--data", arguments->data, "The hub's data folder, on this machine")->required();
    arguments->hub.add_options(*backup);
    backup->add_option("file", arguments->file, "FILE, or a folder for it")->required();
    backup->callback([arguments] { back_up(*arguments); });
    CLI::App* again = foyer.add_subcommand("restore", "A hub from such a file, into an empty folder");
    again->add_option("--data", arguments->data, "The new data folder")->required();
    again->add_option("file", arguments->file, "What `foyer backup` wrote")->required()->check(CLI::ExistingFile);
    again->callback([arguments] { restore(*arguments); });
}

} // namespace foyer
