// A real headless Chromium, told what to do by chromedriver over WebDriver (W3C): one window, gone with this object.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <fstream>
#include <thread>

#include <nlohmann/json.hpp>

#include "tests/hub/running.h"

extern char** environ;

namespace foyer::test {

// A program's standard output, until it ends with this object.
class Child {
public:
    explicit Child(std::vector<std::string> command) {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
        out_ = ends[0];
        posix_spawn_file_actions_t files;
        ::posix_spawn_file_actions_init(&files);
        ::posix_spawn_file_actions_adddup2(&files, ends[1], 1);
        ::posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
        std::vector<char*> words;
        for (std::string& word : command) words.push_back(word.data());
        words.push_back(nullptr);
        const int failed = ::posix_spawnp(&pid_, words[0], &files, nullptr, words.data(), environ);
        ::posix_spawn_file_actions_destroy(&files);
        ::close(ends[1]);
        if (failed != 0) throw std::runtime_error(command[0] + " does not start");
    }
    ~Child() {
        ::kill(pid_, SIGTERM);
        ::waitpid(pid_, nullptr, 0);
        ::close(out_);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // What it printed after `mark`, up to `end`.
    std::string printed(const std::string& mark, char end) {
        std::string text;
        for (;;) {
            const auto at = text.find(mark);
            const auto stop = at == std::string::npos ? at : text.find(end, at + mark.size());
            if (stop != std::string::npos) return text.substr(at + mark.size(), stop - at - mark.size());
            char part[512];
            pollfd waits{out_, POLLIN, 0};
            const ssize_t size = ::poll(&waits, 1, 30'000) == 1 ? ::read(out_, part, sizeof part) : 0;
            if (size <= 0) throw std::runtime_error("the program printed no \"" + mark + "\" but: " + text);
            text.append(part, static_cast<std::size_t>(size));
        }
    }

private:
    pid_t pid_ = 0;
    int out_ = -1;
};

class Browser {
public:
    static bool is_installed() {
        return ::access("/usr/bin/chromium", X_OK) == 0 && ::access("/usr/bin/chromedriver", X_OK) == 0;
    }

    Browser() {
        // By number: a bare system has no /etc/hosts, and the driver asks by name for a browser that it starts itself.
        const nlohmann::json options = {{"debuggerAddress", "127.0.0.1:" + debugging_port()}};
        const nlohmann::json wanted = {{"capabilities", {{"alwaysMatch", {{"goog:chromeOptions", options}}}}}};
        session_ = "/session/" + command("POST", "/session", wanted).at("sessionId").get<std::string>();
    }
    ~Browser() { (void)send("DELETE", session_, nlohmann::json::object()); }
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;

    void open(const std::string& url) { command("POST", session_ + "/url", {{"url", url}}); }
    // The size of the page's viewport, as of a phone or a laptop.
    void resize(int width, int height) {
        const nlohmann::json size = {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", false}};
        command("POST", session_ + "/goog/cdp/execute",
                {{"cmd", "Emulation.setDeviceMetricsOverride"}, {"params", size}});
    }
    // What a script returns.
    nlohmann::json run(const std::string& script) {
        return command("POST", session_ + "/execute/sync", {{"script", script}, {"args", nlohmann::json::array()}});
    }
    // Waits until the page changes so that `condition` (JavaScript) holds; false: not within half a minute.
    bool shows(const std::string& condition) {
        const std::string script = "const done = arguments[0]; const look = () => { try { if (" + condition +
                                   ") { seen.disconnect(); done(true); } } catch {} };"
                                   "const seen = new MutationObserver(look);"
                                   "seen.observe(document, {subtree: true, childList: true, characterData: true,"
                                   " attributes: true}); look(); setTimeout(() => done(false), 25000);";
        return command("POST", session_ + "/execute/async", {{"script", script}, {"args", nlohmann::json::array()}}) ==
               true;
    }

private:
    nlohmann::json command(const std::string& method, const std::string& path, const nlohmann::json& body) {
        auto answer = nlohmann::json::parse(send(method, path, body)).at("value");
        if (answer.is_object() && answer.contains("error")) throw std::runtime_error(answer.dump());
        return answer;
    }
    std::string send(const std::string& method, const std::string& path, const nlohmann::json& body) const {
        Client client(port_); // chromedriver keeps connections open, whatever it is asked
        client.write(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" +
                     "Content-Length: " + std::to_string(body.dump().size()) + "\r\n\r\n" + body.dump());
        return client.read_body();
    }

    // Chromium writes it into its data folder once it listens.
    [[nodiscard]] std::string debugging_port() const {
        for (int tenths = 0; tenths < 300; ++tenths) {
            std::ifstream file(folder_.path / "DevToolsActivePort");
            if (std::string port; std::getline(file, port) && file.good()) return port;
            std::this_thread::sleep_for(std::chrono::milliseconds{100});
        }
        throw std::runtime_error("Chromium did not start within half a minute");
    }

    TemporaryFolder folder_;
    Child chromium_{{"/usr/bin/chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                     "--no-first-run", "--disable-background-networking", "--disable-component-update",
                     "--disable-sync", "--window-size=1440,900", "--remote-debugging-port=0",
                     "--user-data-dir=" + folder_.path.string()}};
    Child driver_{{"/usr/bin/chromedriver", "--port=0"}};
    std::uint16_t port_ = static_cast<std::uint16_t>(std::stoi(driver_.printed("started successfully on port ", '.')));
    std::string session_;
};

} // namespace foyer::test
