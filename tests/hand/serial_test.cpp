// A serial hand scanner, on pseudo terminals: the kernel's own line, without the plug.
#include "scanner/hand/serial.h"

#include <poll.h>
#include <termios.h>

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "tests/catch.h"
#include "tests/hand/terminal_pair.h"
#include "tests/random.h"

namespace foyer {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;
using test::TerminalPair;

struct Wired {
    TerminalPair line;
    std::unique_ptr<SerialScanner> scanner = SerialScanner::open({line.device()}).value();

    // As the eye does it: sleep until there is something, and ask every 20 ms nevertheless.
    std::vector<std::string> codes(std::size_t most, std::chrono::milliseconds patience = 3s) {
        std::vector<std::string> texts;
        const auto until = std::chrono::steady_clock::now() + patience;
        while (texts.size() < most && std::chrono::steady_clock::now() < until) {
            auto glimpse = scanner->take();
            if (!glimpse) break;
            if (*glimpse) {
                CHECK_FALSE((*glimpse)->frame);
                CHECK((*glimpse)->reading->source == line.device());
                texts.push_back((*glimpse)->reading->text);
                continue;
            }
            pollfd waits{scanner->ready(), POLLIN, 0};
            ::poll(&waits, 1, 20);
        }
        return texts;
    }
};

TEST_CASE("A code sent on the line is read, without what the scanner put round it") {
    Wired wired;
    CHECK_FALSE(wired.scanner->take().value());
    wired.line.say("]Q1X22222222222222N\r\n");
    CHECK(wired.codes(1) == std::vector<std::string>{"X22222222222222N"});
    wired.line.say("\x02K23456789ABCDEFW\t");
    CHECK(wired.codes(1) == std::vector<std::string>{"K23456789ABCDEFW"});
    CHECK(wired.codes(1, 150ms).empty());
}

TEST_CASE("The line is raw: nothing is echoed, swallowed, or taken for a signal or an end of file") {
    Wired wired;
    wired.line.say("a\x04"
                   "b\x03"
                   "c\x11\x13\x1a\x1c\x7f"
                   "d\r");
    CHECK(wired.codes(2) == std::vector<std::string>{"ab", "cd"});
    termios how{};
    const int file = ::open(wired.line.device().c_str(), O_RDONLY | O_NOCTTY | O_NONBLOCK); // root may, in spite of us
    if (file >= 0) {
        REQUIRE(::tcgetattr(file, &how) == 0);
        CHECK((how.c_lflag & (ICANON | ECHO | ISIG)) == 0);
        CHECK((how.c_cflag & CSIZE) == CS8);
        CHECK((how.c_cflag & (PARENB | CSTOPB)) == 0);
        CHECK(::cfgetispeed(&how) == B9600);
        ::close(file);
    }
}

TEST_CASE("A code without an end is read after a pause") {
    Wired wired;
    wired.line.say("X22222222222222N");
    CHECK(wired.codes(1) == std::vector<std::string>{"X22222222222222N"});
}

TEST_CASE("A burst of a hundred codes at once arrives whole and in order") {
    Wired wired;
    std::vector<std::string> wanted;
    std::string burst;
    for (int i = 0; i < 100; ++i)
        burst += wanted.emplace_back("CODE-" + std::to_string(1000 + i) + std::string(31, 'x')) + "\r";
    REQUIRE(burst.size() > 4000);
    std::jthread scanner([&] { wired.line.say(burst); }); // the kernel's line holds 4 KB: it waits until some is read
    CHECK(wired.codes(100) == wanted);
}

TEST_CASE("4 KB without an end are bounded, and the code behind them is read") {
    Wired wired;
    std::jthread scanner([&] { wired.line.say(std::string(9000, 'z') + "\rX22222222222222N\r"); });
    CHECK(wired.codes(1) == std::vector<std::string>{"X22222222222222N"});
}

TEST_CASE("Bytes that are no text are no code, and staff are told what they may come from") {
    Wired wired;
    wired.line.say("\xff\xfe\x80garbage\xc3\r");
    CHECK(wired.codes(1, 200ms).empty());
    CHECK(wired.scanner->remark().find("9600 baud") != std::string::npos);
    wired.line.say("X22222222222222N\r");
    CHECK(wired.codes(1).size() == 1);
    CHECK(wired.scanner->remark().empty());
}

TEST_CASE("Whatever comes, nothing breaks and the code behind it is read") {
    const auto seed = GENERATE(range(1U, 9U));
    CAPTURE(seed);
    test::Random random(seed);
    std::string noise;
    for (std::size_t n = random.below(3000); n > 0; --n) noise += static_cast<char>(random.next());
    Wired wired;
    std::jthread scanner([&] { wired.line.say(noise + "\rX22222222222222N\r"); });
    const auto codes = wired.codes(3000, 400ms);
    REQUIRE_FALSE(codes.empty());
    CHECK(codes.back() == "X22222222222222N");
}

TEST_CASE("A hang-up is a fault that names the device; what came before it is not lost, half a code is") {
    Wired wired;
    wired.line.say("X22222222222222N\rX3333");
    CHECK(wired.codes(1) == std::vector<std::string>{"X22222222222222N"});
    wired.line.hang_up();
    Result<std::optional<Glimpse>> last;
    for (int i = 0; i < 100 && last; ++i) {
        last = wired.scanner->take();
        if (last) CHECK_FALSE(*last);
        std::this_thread::sleep_for(5ms);
    }
    REQUIRE_FALSE(last);
    CHECK(last.error().kind == FaultKind::device);
    CHECK(last.error().detail.find(wired.line.device()) != std::string::npos);
    CHECK(last.error().detail.find("cable") != std::string::npos);
    pollfd waits{wired.scanner->ready(), POLLIN, 0};
    CHECK(::poll(&waits, 1, 0) == 1); // who sleeps on it wakes
}

TEST_CASE("What is no serial line, not there or at no speed is a fault that says so") {
    const auto why = [](const std::string& device, int baud = 9600) {
        return SerialScanner::open({device, baud}).error().detail;
    };
    CHECK(why("/dev/serial/by-id/usb-gone").find("plugged in") != std::string::npos);
    CHECK(why("/dev/null").find("no serial line") != std::string::npos);
    CHECK(why(TerminalPair().device(), 1234).find("1234 baud") != std::string::npos);
    CHECK(serial_settings("/dev/ttyACM0").value().baud == 9600);
    CHECK(serial_settings("/dev/ttyACM0@115200").value().device == "/dev/ttyACM0");
    CHECK(serial_settings("/dev/ttyACM0@115200").value().baud == 115200);
    for (const auto* wrong : {"/dev/ttyACM0@", "/dev/ttyACM0@fast", "/dev/ttyACM0@96000", "/dev/ttyACM0@9600x"})
        CHECK(serial_settings(wrong).error().detail.find(wrong) != std::string::npos);
}

TEST_CASE("Serial devices are listed by id first, each once") {
    const auto dev = fs::temp_directory_path() / ("foyer-serial-" + std::to_string(::getpid()));
    fs::create_directories(dev / "serial/by-id");
    for (const auto* name : {"ttyACM0", "ttyUSB3", "ttyUSB0", "tty0", "video0"}) std::ofstream(dev / name) << "";
    fs::create_symlink("../../ttyACM0", dev / "serial/by-id/usb-Maker_Model-if00");
    const std::string at = dev.string();
    CHECK(list_serial(at) ==
          std::vector<std::string>{at + "/serial/by-id/usb-Maker_Model-if00", at + "/ttyUSB0", at + "/ttyUSB3"});
    fs::remove_all(dev);
    CHECK(list_serial(at).empty());
}

} // namespace
} // namespace foyer
