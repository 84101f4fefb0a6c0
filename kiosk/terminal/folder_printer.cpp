#include "kiosk/terminal/folder_printer.h"

#include <fstream>
#include <system_error>

#include "kiosk/badges/card.h"

namespace foyer {

namespace fs = std::filesystem;

Result<Bytes> FolderPrinter::draw(const BadgeJob& job) {
    if (!press_) press_.emplace();
    std::vector<BadgeCard> cards;
    for (const PersonRow& row : job.rows) cards.push_back(badge_card(job.summit, row.attendee, row.person, row.code));
    return press_->pdf(cards);
}

Result<std::string> FolderPrinter::print(const PrintJob& job) {
    const auto pdf = std::visit([this](const auto& what) { return draw(what); }, job);
    const std::string file = std::visit([](const auto& what) { return what.file_name; }, job);
    if (!pdf) return std::unexpected(pdf.error());
    std::error_code error;
    fs::create_directories(folder_, error);
    fs::permissions(folder_, fs::perms::owner_all, error); // names and codes that are good
    const fs::path whole = folder_ / file, part = folder_ / (file + ".part");
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(pdf->data()), static_cast<std::streamsize>(pdf->size()));
    out.close();
    fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write, error);
    if (out) fs::rename(part, whole, error);
    if (!out || error)
        return fault(FaultKind::disk, "cannot write " + whole.string() + (error ? ": " + error.message() : ""));
    return whole.string();
}

} // namespace foyer
