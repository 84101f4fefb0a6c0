// Badges and lists as PDF files in a folder, which stands for a printer until one is set up: each is whole when it has
// its name. Press thread.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/badges/badge.h"
#include "kiosk/terminal/printing.h"

namespace foyer {

class FolderPrinter {
public:
    explicit FolderPrinter(std::filesystem::path folder) : folder_(std::move(folder)) {}
    // The file. Faults: disk, bad_input (a code that fits no QR).
    Result<std::string> print(const PrintJob& job);

private:
    Result<Bytes> draw(const BadgeJob& job);
    static Result<Bytes> draw(const RollJob& job) { return roll_pdf(job.title, job.note, job.places); }
    std::filesystem::path folder_;
    std::optional<BadgePress> press_; // fonts are loaded with the first badge
};

} // namespace foyer
