#include "tests/central/cluster.h"

#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sync/central/schema.h"

namespace foyer::test {

namespace fs = std::filesystem;

namespace {

void need(bool holds, const std::string& what) {
    if (!holds) throw std::runtime_error(what);
}

std::uint16_t free_port() {
    const int file = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof where;
    need(::bind(file, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0, "no free port");
    need(::getsockname(file, reinterpret_cast<sockaddr*>(&where), &size) == 0, "no free port");
    ::close(file);
    return ntohs(where.sin_port);
}

const passwd* other_user() {
    const passwd* user = ::getpwnam("postgres");
    return user != nullptr ? user : ::getpwnam("nobody");
}

// The newest server that Debian's packages have put here.
fs::path programs() {
    fs::path newest;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", none))
        if (fs::exists(entry.path() / "bin/postgres")) newest = std::max(newest, entry.path() / "bin");
    return newest;
}

fs::path make_folder() {
    std::string pattern = (fs::temp_directory_path() / "foyer-cluster-XXXXXX").string();
    const fs::path folder = ::mkdtemp(pattern.data());
    if (::geteuid() == 0)
        if (const passwd* user = other_user())
            need(::chown(folder.c_str(), user->pw_uid, user->pw_gid) == 0, "chown " + folder.string());
    return folder;
}

// The child never returns: it becomes the program, and ends when the test does.
int start_program(const std::vector<std::string>& words, const fs::path& log) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const passwd* user = ::geteuid() == 0 ? other_user() : nullptr;
    const int child = ::fork();
    if (child != 0) return child;
    if (user != nullptr && (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0))
        ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(out, 1);
    ::dup2(out, 2);
    (void)::chdir("/");
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

void run_program(const std::vector<std::string>& words, const fs::path& log) {
    const int child = start_program(words, log);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (status == 0) return;
    std::ifstream text(log);
    need(false, words[0] + ": " + std::string(std::istreambuf_iterator<char>(text), {}));
}

} // namespace

bool Cluster::is_installed() { return !programs().empty(); }

Cluster::Cluster(Disk disk, const std::string& settings) : folder_(make_folder()), port_(free_port()) {
    run_program({programs() / "initdb", "-D", folder_ / "data", "-A", "trust", "-U", "foyer", "-E", "UTF8",
                 "--locale=C", "--no-sync"},
                folder_ / "log");
    write_settings((disk == Disk::careless ? "fsync = off\n" : "") + settings);
    start();
}

Cluster::Cluster(const Cluster& primary, const std::string& name, const std::string& settings)
    : folder_(make_folder()), port_(free_port()) {
    run_program({programs() / "pg_basebackup", "-D", folder_ / "data", "-R", "-X", "stream", "-c", "fast", "-d",
                 primary.url("postgres") + "?application_name=" + name},
                folder_ / "log");
    write_settings(settings);
    start();
}

Cluster::~Cluster() {
    freeze(false);
    stop();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void Cluster::write_settings(const std::string& settings) const {
    std::ofstream(folder_ / "data/postgresql.conf", std::ios::app)
        << "listen_addresses = '127.0.0.1'\nport = " << port_ << "\nunix_socket_directories = '" << folder_.string()
        << "'\nmax_connections = 60\nshared_buffers = 32MB\nautovacuum_naptime = 10s\n"
        << settings << "\n";
}

void Cluster::start() {
    process_ = start_program({programs() / "postgres", "-D", folder_ / "data"}, folder_ / "log");
    wait_until_ready();
}

void Cluster::wait_until_ready() const {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    std::string why;
    while (std::chrono::steady_clock::now() < give_up) {
        auto there = Postgres::connect(url("postgres") + "?target_session_attrs=any", {});
        if (there) return;
        why = there.error().detail;
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    need(false, "PostgreSQL does not come up: " + why);
}

std::vector<int> Cluster::processes() const {
    std::vector<int> found;
    if (process_ == 0) return found;
    found.push_back(process_);
    std::ifstream children("/proc/" + std::to_string(process_) + "/task/" + std::to_string(process_) + "/children");
    for (int child = 0; children >> child;) found.push_back(child);
    return found;
}

void Cluster::stop() {
    if (process_ == 0) return;
    ::kill(process_, SIGQUIT);
    ::waitpid(std::exchange(process_, 0), nullptr, 0);
}

void Cluster::kill_at_once() {
    for (const int process : processes()) ::kill(process, SIGKILL);
    ::waitpid(std::exchange(process_, 0), nullptr, 0);
}

void Cluster::freeze(bool frozen) {
    for (const int process : processes()) ::kill(process, frozen ? SIGSTOP : SIGCONT);
}

void Cluster::promote() {
    run_program({programs() / "pg_ctl", "promote", "-w", "-D", folder_ / "data"}, folder_ / "log");
}

std::string Cluster::url(const std::string& database) const { return url({this}, database); }

std::string Cluster::url(const std::vector<const Cluster*>& clusters, const std::string& database) {
    std::string hosts;
    for (const Cluster* cluster : clusters)
        hosts += (hosts.empty() ? "" : ",") + ("127.0.0.1:" + std::to_string(cluster->port_));
    return "postgresql://foyer@" + hosts + "/" + database;
}

std::string Cluster::make_database(bool with_tables) {
    const std::string name = "summit" + std::to_string(++databases_);
    run("postgres", "CREATE DATABASE " + name);
    if (with_tables) {
        const auto made = make_tables(*connect(name));
        need(made.has_value(), made ? "" : made.error().detail);
    }
    return name;
}

std::unique_ptr<Postgres> Cluster::connect(const std::string& database, Postgres::Options options) const {
    auto connected = Postgres::connect(url(database), options);
    need(connected.has_value(), connected ? "" : connected.error().detail);
    return std::move(*connected);
}

void Cluster::run(const std::string& database, const std::string& sql) const {
    const auto done = connect(database)->execute(sql);
    need(done.has_value(), done ? "" : done.error().detail);
}

Cluster& shared_cluster() {
    static Cluster cluster;
    return cluster;
}

} // namespace foyer::test
