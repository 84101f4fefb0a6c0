#include "scanner/hand/serial.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <set>

#include "scanner/code/reading_text.h"

namespace foyer {
namespace {

namespace fs = std::filesystem;

// A burst that the kernel kept while the eye was busy is fetched whole; what is beyond waits for the next look.
constexpr std::size_t read_most = std::size_t{4} * HandLines::longest;

struct Speed {
    int baud;
    speed_t code;
};
constexpr Speed speeds[] = {{1200, B1200},   {2400, B2400},   {4800, B4800},     {9600, B9600},     {19200, B19200},
                            {38400, B38400}, {57600, B57600}, {115200, B115200}, {230400, B230400}, {460800, B460800}};

std::optional<speed_t> speed_of(int baud) {
    const auto* found = std::ranges::find(speeds, baud, &Speed::baud);
    if (found == std::end(speeds)) return std::nullopt;
    return found->code;
}

std::unexpected<Fault> no_scanner(const std::string& device, const std::string& why) {
    return fault(FaultKind::device, "Hand scanner " + device + ": " + why);
}

std::string reason_not_opened(int error) {
    if (error == EACCES || error == EPERM) return "this user may not open it. Add the user to the group \"dialout\".";
    if (error == EBUSY) return "another program uses it. End that program.";
    if (error == ENOENT || error == ENODEV || error == ENXIO || error == EIO)
        return "there is no such device. Check that it is plugged in, or name another one.";
    return std::string("cannot be opened (") + std::strerror(error) + "). Check its cable.";
}

// Raw, 8N1, no flow control; a read gives what is there.
bool set_up(int file, speed_t speed) {
    termios line{};
    if (::tcgetattr(file, &line) != 0) return false;
    ::cfmakeraw(&line);
    line.c_cflag &= ~static_cast<tcflag_t>(PARENB | CSTOPB | CRTSCTS | CSIZE);
    line.c_cflag |= CS8 | CREAD | CLOCAL;
    line.c_cc[VMIN] = 1; // with 0, nothing there and hung up would look alike
    line.c_cc[VTIME] = 0;
    ::cfsetispeed(&line, speed);
    ::cfsetospeed(&line, speed);
    return ::tcsetattr(file, TCSANOW, &line) == 0;
}

} // namespace

Result<SerialSettings> serial_settings(const std::string& text) {
    const auto at = text.rfind('@');
    if (at == std::string::npos) return SerialSettings{text};
    SerialSettings settings{text.substr(0, at)};
    const char *from = text.data() + at + 1, *end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(from, end, settings.baud);
    if (error != std::errc{} || rest != end || !speed_of(settings.baud))
        return fault(FaultKind::bad_input, text + ": a speed is one of 1200, 2400, 4800, 9600, 19200, 38400, 57600, "
                                                  "115200, 230400, 460800");
    return settings;
}

std::vector<std::string> list_serial(const std::string& dev) {
    std::vector<std::string> by_id, others;
    std::set<fs::path> listed;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(dev + "/serial/by-id", error)) {
        by_id.push_back(entry.path().string());
        listed.insert(fs::weakly_canonical(entry.path(), error));
    }
    for (const auto& entry : fs::directory_iterator(dev, error)) {
        const auto name = entry.path().filename().string();
        const bool serial = name.starts_with("ttyACM") || name.starts_with("ttyUSB");
        if (serial && !listed.contains(fs::weakly_canonical(entry.path(), error))) others.push_back(entry.path());
    }
    std::ranges::sort(by_id);
    std::ranges::sort(others);
    by_id.insert(by_id.end(), others.begin(), others.end());
    return by_id;
}

Result<std::unique_ptr<SerialScanner>> SerialScanner::open(const SerialSettings& settings) {
    const auto speed = speed_of(settings.baud);
    if (!speed) return no_scanner(settings.device, std::to_string(settings.baud) + " baud is no speed.");
    const int file = ::open(settings.device.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) return no_scanner(settings.device, reason_not_opened(errno));
    std::unique_ptr<SerialScanner> scanner(new SerialScanner(settings, file)); // closes it from here on
    if (::isatty(file) == 0 || !set_up(file, *speed))
        return no_scanner(settings.device, "is no serial line. Name another one; `foyer scan --devices` lists them.");
    (void)::ioctl(file, TIOCEXCL); // two programs would have half of each code
    (void)::tcflush(file, TCIFLUSH);
    return scanner;
}

SerialScanner::~SerialScanner() {
    (void)::ioctl(file_, TIOCNXCL);
    ::close(file_);
}

Result<std::optional<Glimpse>> SerialScanner::take() {
    if (waiting_.empty())
        if (auto read = read_line(); !read && waiting_.empty()) return std::unexpected(read.error());
    if (waiting_.empty()) return std::nullopt;
    Glimpse glimpse{std::nullopt, std::move(waiting_.front())};
    waiting_.pop_front();
    return glimpse;
}

Result<> SerialScanner::read_line() {
    const auto now = std::chrono::steady_clock::now();
    std::array<char, 512> bytes{};
    for (std::size_t all = 0; all < read_most;) {
        const auto count = ::read(file_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
        if (count <= 0) // hung up: half a code went with it
            return no_scanner(settings_.device, "has gone. Check its cable; it is tried again.");
        all += static_cast<std::size_t>(count);
        for (const auto& code : lines_.take({bytes.data(), static_cast<std::size_t>(count)}, now)) keep(code, now);
    }
    if (const auto code = lines_.wait(now)) keep(*code, now);
    return {};
}

void SerialScanner::keep(const std::string& sent, SteadyTime now) {
    auto text = tidy(sent);
    if (text.empty()) return;
    if (!is_utf8(as_bytes(text))) { // another speed than the scanner's makes such bytes
        ++unreadable_;
        return;
    }
    unreadable_ = 0;
    const auto bytes = as_bytes(text);
    waiting_.push_back({Bytes(bytes.begin(), bytes.end()), std::move(text), {}, settings_.device, now});
}

std::string SerialScanner::remark() const {
    if (unreadable_ == 0) return {};
    return "Hand scanner " + settings_.device + ": what it sends is no text. Is it set to " +
           std::to_string(settings_.baud) + " baud?";
}

} // namespace foyer
