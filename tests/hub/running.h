// A real hub on a free port of the loopback, with a real ledger in a folder of its own; and a client made of one
// socket, so that what goes over the wire is exactly what a test writes.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>
#include <thread>

#include "sync/hub/certificate.h"
#include "sync/hub/server.h"
#include "tests/ledger/fixture.h"

namespace foyer::test {

class Client {
public:
    explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        const timeval deadline{60, 0}; // a test that waits longer has failed
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_port = htons(port);
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected = ::connect(socket_, reinterpret_cast<const sockaddr*>(&where), sizeof where) == 0;
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void write(const std::string& text) const { (void)::send(socket_, text.data(), text.size(), MSG_NOSIGNAL); }
    // Everything up to and with `mark`; what came, when the connection ends (or is silent too long) before.
    std::string read_until(const std::string& mark) {
        for (;;) {
            if (const auto at = held_.find(mark); at != std::string::npos) return take(at + mark.size());
            const std::string more = read_some();
            if (more.empty()) return take(held_.size());
            held_ += more;
        }
    }
    // One answer with a Content-Length, whether or not the other side closes after it: its body.
    std::string read_body() {
        std::string head = read_until("\r\n\r\n");
        const std::string name = "content-length:";
        for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const auto at = head.find(name);
        const std::size_t size = at == std::string::npos ? 0 : std::stoul(head.substr(at + name.size()));
        std::string body = take(std::min(size, held_.size()));
        while (body.size() < size) {
            const std::string more = read_some();
            if (more.empty()) break;
            held_ = more;
            body += take(std::min(size - body.size(), held_.size()));
        }
        return body;
    }
    std::string read_all() { return read_until(std::string(1, '\0')); }

    bool connected = false;
    bool ended = false; // the other side closed

private:
    std::string read_some() { // "": the end, or silence
        char part[4096];
        const ssize_t size = ::recv(socket_, part, sizeof part, 0);
        ended = size == 0;
        return size > 0 ? std::string(part, static_cast<std::size_t>(size)) : "";
    }
    std::string take(std::size_t size) {
        std::string text = held_.substr(0, size);
        held_.erase(0, size);
        return text;
    }
    int socket_;
    std::string held_;
};

// One request on a connection of its own: the whole answer, head and body.
inline std::string ask(std::uint16_t port, const std::string& first_line, const std::string& headers = "",
                       const std::string& body = "") {
    Client client(port);
    client.write(first_line + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\nConnection: close\r\n" +
                 headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    return client.read_all();
}

class RunningHub {
public:
    enum class Speaks { plain, tls };
    explicit RunningHub(ServerSettings settings = {}, Speaks speaks = Speaks::plain) : ledger(make_hub(folder.path)) {
        HubSettings known;
        if (speaks == Speaks::tls) {
            const auto now = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
            const HubCertificate certificate = hub_certificate(*ledger, {"localhost", "127.0.0.1"}, now).value();
            settings.certificate = certificate.credential;
            known.authority = certificate.authority;
            known.authority_pem = certificate.authority_pem;
        }
        hub = Hub::open(*ledger, known).value();
        settings.port = 0;
        server = Server::listen(*hub, settings).value();
        thread = std::jthread([this] { server->run(); });
    }
    ~RunningHub() {
        server->stop();
        thread.join();
    }
    [[nodiscard]] std::uint16_t port() const { return server->port(); }
    [[nodiscard]] HubAddress address(HubAddress::Wire wire = HubAddress::Wire::plain) const {
        return {"127.0.0.1", std::to_string(port()), wire,
                wire == HubAddress::Wire::tls ? hub->authority() : std::nullopt};
    }
    [[nodiscard]] std::string bearer() const { return "Authorization: Bearer " + hub->gate().token() + "\r\n"; }
    // On the hub's thread, as the hub itself would; returns when it is on disk.
    void append(const Draft& draft) const {
        std::promise<bool> done;
        server->post([&] { done.set_value(ledger->append({&draft, 1}).has_value()); });
        if (!done.get_future().get()) throw std::runtime_error("not appended");
    }
    template <class Ask>
    auto on_its_thread(Ask question) const {
        std::promise<decltype(question())> answer;
        server->post([&] { answer.set_value(question()); });
        return answer.get_future().get();
    }

    TemporaryFolder folder;
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<Hub> hub;
    std::unique_ptr<Server> server;
    std::jthread thread;
};

} // namespace foyer::test
