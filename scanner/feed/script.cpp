#include "scanner/feed/script.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <string_view>

namespace foyer {

namespace {

constexpr std::string_view columns = "file,hold_s,difficulty,pause_s,code_left,code_top,code_width,code_height,label";
constexpr std::size_t column_count = 9;
constexpr std::size_t max_guests = 10'000;

// The label is the last column and keeps its commas, so the file needs no quoting.
std::vector<std::string_view> split(std::string_view line) {
    std::vector<std::string_view> cells;
    while (cells.size() + 1 < column_count) {
        const auto comma = line.find(',');
        if (comma == line.npos) break;
        cells.push_back(line.substr(0, comma));
        line.remove_prefix(comma + 1);
    }
    cells.push_back(line);
    return cells;
}

// One line of guests.csv and where it stands, for sentences about what is wrong in it.
class Line {
public:
    Line(std::string where, std::string_view text) : where_(std::move(where)), cells_(split(text)) {}

    [[nodiscard]] std::string_view cell(std::size_t column) const {
        return column < cells_.size() ? cells_[column] : std::string_view{};
    }
    [[nodiscard]] std::unexpected<Fault> wrong(const std::string& what) const {
        return fault(FaultKind::bad_input, where_ + ": " + what);
    }
    // `otherwise` where the cell is empty or missing.
    [[nodiscard]] Result<float> number(std::size_t column, float otherwise, float least, float most) const {
        const auto text = cell(column);
        if (text.empty()) return otherwise;
        float value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size() || !(value >= least && value <= most))
            return wrong("column " + std::to_string(column + 1) + " must be a number from " + std::to_string(least) +
                         " to " + std::to_string(most));
        return value;
    }

private:
    std::string where_;
    std::vector<std::string_view> cells_;
};

Result<std::optional<CodeBox>> read_code(const Line& line) {
    if (line.cell(4).empty()) return std::nullopt;
    std::array<float, 4> sides{};
    for (std::size_t i = 0; i < sides.size(); ++i) {
        if (line.cell(4 + i).empty()) return line.wrong("the code's box needs all of left, top, width, height");
        const auto side = line.number(4 + i, 0, 0, static_cast<float>(max_picture_side));
        if (!side) return std::unexpected(side.error());
        sides[i] = *side;
    }
    return CodeBox{sides[0], sides[1], sides[2], sides[3]};
}

bool lies_in(const CodeBox& box, const GreyPicture& picture) {
    return box.width > 0 && box.height > 0 && box.left + box.width <= static_cast<float>(picture.width) &&
           box.top + box.height <= static_cast<float>(picture.height);
}

Result<Guest> read_guest(const std::filesystem::path& folder, const Line& line) {
    const std::filesystem::path name{line.cell(0)};
    if (name.empty() || name.has_parent_path()) return line.wrong("the first column must name a file of this folder");
    auto picture = read_pgm(folder / name);
    if (!picture) return std::unexpected(picture.error());
    const auto hold = line.number(1, 2, 0.2F, 60), difficulty = line.number(2, 0.5F, 0, 1),
               pause = line.number(3, 1, 0, 60);
    for (const auto* number : {&hold, &difficulty, &pause})
        if (!*number) return std::unexpected(number->error());
    const auto code = read_code(line);
    if (!code) return std::unexpected(code.error());
    if (*code && !lies_in(**code, *picture)) return line.wrong("the code's box lies outside the picture, or is empty");
    const auto label = line.cell(8).empty() ? line.cell(0) : line.cell(8);
    return Guest{std::move(*picture), std::string(label), *hold, *difficulty, *pause, *code};
}

std::string decimal(float value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string line_of(const std::string& file, const Guest& guest) {
    std::string line = file + ',' + decimal(guest.hold_seconds) + ',' + decimal(guest.difficulty) + ',' +
                       decimal(guest.pause_seconds) + ',';
    if (guest.code)
        line += decimal(guest.code->left) + ',' + decimal(guest.code->top) + ',' + decimal(guest.code->width) + ',' +
                decimal(guest.code->height) + ',';
    else
        line += ",,,,";
    std::string label = guest.label;
    std::replace(label.begin(), label.end(), '\n', ' '); // a line is a guest
    return line + label + '\n';
}

} // namespace

Result<FeedScript> read_feed(const std::filesystem::path& folder) {
    const auto file = folder / "guests.csv";
    std::ifstream in(file);
    if (!in)
        return fault(FaultKind::not_found, "cannot open " + file.string() + ": a feed is a folder with a guests.csv");
    FeedScript script;
    std::string text;
    for (int number = 1; std::getline(in, text); ++number) {
        if (text.ends_with('\r')) text.pop_back();
        if (text.empty() || text.starts_with('#') || text.starts_with("file,")) continue;
        auto guest = read_guest(folder, Line{file.string() + ":" + std::to_string(number), text});
        if (!guest) return std::unexpected(guest.error());
        script.guests.push_back(std::move(*guest));
        if (script.guests.size() > max_guests)
            return fault(FaultKind::bad_input, file.string() + ": more than " + std::to_string(max_guests) + " guests");
    }
    if (script.guests.empty()) return fault(FaultKind::bad_input, file.string() + ": no guest in it");
    return script;
}

Result<> write_feed(const std::filesystem::path& folder, const FeedScript& script) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fault(FaultKind::disk, "cannot make the folder " + folder.string() + ": " + error.message());
    std::string csv = std::string(columns) + '\n';
    for (std::size_t i = 0; i < script.guests.size(); ++i) {
        std::array<char, 32> name{};
        std::snprintf(name.data(), name.size(), "%03zu.pgm", i + 1);
        if (auto written = write_pgm(folder / name.data(), script.guests[i].picture); !written) return written;
        csv += line_of(name.data(), script.guests[i]);
    }
    const auto file = folder / "guests.csv";
    std::ofstream out(file, std::ios::trunc);
    out << csv;
    out.close();
    if (!out) return fault(FaultKind::disk, "cannot write " + file.string());
    return {};
}

} // namespace foyer
