#include "kiosk/terminal/badge_printer.h"

#include <fstream>
#include <system_error>

#include "kiosk/badges/card.h"

namespace foyer {

namespace fs = std::filesystem;

Result<std::string> BadgePrinter::print(const BadgeJob& job) {
    if (!press_) press_.emplace();
    const BadgeCard card = badge_card(job.summit, job.row.attendee, job.row.person, job.row.code);
    const auto pdf = press_->pdf({&card, 1});
    if (!pdf) return std::unexpected(pdf.error());
    std::error_code error;
    fs::create_directories(folder_, error);
    const fs::path whole = folder_ / job.file_name, part = folder_ / (job.file_name + ".part");
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(pdf->data()), static_cast<std::streamsize>(pdf->size()));
    out.close();
    if (out) fs::rename(part, whole, error);
    if (!out || error)
        return fault(FaultKind::disk, "cannot write " + whole.string() + (error ? ": " + error.message() : ""));
    return whole.string();
}

} // namespace foyer
