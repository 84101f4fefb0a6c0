// `foyer store`: the PostgreSQL cluster that several hubs share.
#include "sync/commands/commands.h"

#include <memory>

#include <fmt/format.h>

#include "sync/central/health.h"
#include "sync/central/schema.h"

namespace foyer {

static void init(const std::string& url) {
    auto postgres = Postgres::connect(url, {});
    if (!postgres) fail(postgres.error());
    const auto before = format_of_tables(**postgres);
    if (!before) fail(before.error());
    if (auto made = make_tables(**postgres); !made) fail(made.error());
    fmt::print("{} of Foyer, format {}, in {}. Next: `foyer store check URL`, then `foyer hub --store URL`.\n",
               *before ? "There are the tables" : "Made the tables", store_format, without_password(url));
}

static void check(const std::string& url) {
    const auto health = check_store(url);
    if (!health) fail(health.error());
    for (const auto& [what, value] : health->lines) fmt::print("{:<22}{}\n", what, value);
    for (const std::string& line : health->advice) fmt::print("better: {}\n", line);
    for (const std::string& line : health->wrong) fmt::print("WRONG:  {}\n", line);
    if (!health->wrong.empty()) throw CLI::RuntimeError(1);
    fmt::print("Fit for use: what is acknowledged is on the disks of two machines.\n");
}

void add_store(CLI::App& foyer) {
    auto* store = foyer.add_subcommand("store", "The PostgreSQL cluster that several hubs share");
    store->require_subcommand(1);
    auto url = std::make_shared<std::string>();
    const auto command = [&](const char* name, const char* what) {
        auto* sub = store->add_subcommand(name, what);
        sub->add_option("url", *url, "postgresql://user@host1,host2/database")->required();
        return sub;
    };
    command("init", "Make Foyer's tables in a database; leaves those that are there")->callback([=] { init(*url); });
    command("check", "Who answers, what is in it, is it safe; exit code 1 when something is wrong")->callback([=] {
        check(*url);
    });
}

} // namespace foyer
