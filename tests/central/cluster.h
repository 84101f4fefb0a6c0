// A real PostgreSQL server in a folder of its own, on a free port of the loopback, gone with its test. Runs as another
// user when the test is root, because PostgreSQL refuses root.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/central/central_store.h"

namespace foyer::test {

class Cluster {
public:
    static bool is_installed();
    enum class Disk { careless, careful }; // careful: fsync, as in earnest
    explicit Cluster(Disk disk = Disk::careless, const std::string& settings = "");
    // A standby of `primary`, which streams from it and calls itself `name`.
    Cluster(const Cluster& primary, const std::string& name, const std::string& settings = "");
    ~Cluster();
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    void start();
    void stop();              // as an administrator would, at once
    void kill_at_once();      // kill -9, its children too
    void freeze(bool frozen); // SIGSTOP for all its processes: there, and silent
    void promote();

    // `postgresql://...` of a database; several clusters: hosts to try in turn.
    [[nodiscard]] std::string url(const std::string& database) const;
    static std::string url(const std::vector<const Cluster*>& clusters, const std::string& database);
    // A new database with Foyer's tables, and its name.
    std::string make_database(bool with_tables = true);
    // One connection; throws when there is none.
    [[nodiscard]] std::unique_ptr<Postgres> connect(const std::string& database, Postgres::Options options = {}) const;
    void run(const std::string& database, const std::string& sql) const;
    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    void write_settings(const std::string& settings) const;
    void wait_until_ready() const;
    [[nodiscard]] std::vector<int> processes() const;

    std::filesystem::path folder_;
    std::uint16_t port_;
    int process_ = 0;
    int databases_ = 0;
};

// One for the whole test program.
Cluster& shared_cluster();

} // namespace foyer::test
