// A hand scanner on a serial line (USB CDC-ACM, a USB adapter, RS-232), by termios. What it is and when it hangs up is
// tested on pseudo terminals; no library is in between, because the one there is (libserialport) refuses those.
//
// Belongs to one thread at a time, like every source. A fault of kind `device` names it and says what to do.
#pragma once

#include <deque>

#include "scanner/hand/hand_lines.h"
#include "scanner/source.h"

namespace foyer {

struct SerialSettings {
    std::string device; // /dev/serial/by-id/... stays the same whatever is plugged in where
    int baud = 9600;    // 8 data bits, no parity, 1 stop bit. USB scanners mostly take any speed
};

// "/dev/ttyACM0", "/dev/serial/by-id/usb-Maker_Model-if00@115200". A fault when the speed is none.
Result<SerialSettings> serial_settings(const std::string& text);

// The serial devices under `dev`, by-id paths first; a device that has one is not listed again by its short name.
std::vector<std::string> list_serial(const std::string& dev = "/dev");

class SerialScanner : public CodeSource {
public:
    // Takes the line for itself. What came before is forgotten: nobody was told of it.
    static Result<std::unique_ptr<SerialScanner>> open(const SerialSettings& settings);
    ~SerialScanner() override;
    SerialScanner(const SerialScanner&) = delete;
    SerialScanner& operator=(const SerialScanner&) = delete;

    [[nodiscard]] const std::string& name() const override { return settings_.device; }
    [[nodiscard]] int ready() const override { return file_; }
    Result<std::optional<Glimpse>> take() override;
    [[nodiscard]] std::string remark() const override;

private:
    SerialScanner(SerialSettings settings, int file) : settings_(std::move(settings)), file_(file) {}
    Result<> read_line();
    void keep(const std::string& sent, SteadyTime now);

    SerialSettings settings_;
    int file_;
    HandLines lines_;
    std::deque<Reading> waiting_; // of one look at the line: bounded by what that reads
    std::size_t unreadable_ = 0;  // since the last code
};

} // namespace foyer
