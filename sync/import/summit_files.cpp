#include "sync/import/summit_files.h"

#include <algorithm>
#include <array>

#include "sync/import/choices.h"
#include "sync/import/readers.h"
#include "sync/import/text_file.h"

namespace foyer {

namespace {

// Without exceptions: what cannot be looked at is reported by whoever reads it. So is a link that leads nowhere.
bool is_there(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

bool is_folder(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

using ReadTable = void (*)(const TomlNode&, const Source&, SummitFiles&);

// True when the file is there and is TOML: it was read, whatever else is wrong inside.
bool read_toml(const std::filesystem::path& path, ReadTable read, Problems& problems, SummitFiles& files) {
    const Source source{path.filename().string(), problems};
    const auto text = read_text_file(path, source);
    const auto root = text ? parse_toml(*text, source) : std::nullopt;
    if (root) read(*root, source, files);
    return root.has_value();
}

void read_people_file(const std::filesystem::path& path, const Programme& programme, Problems& problems,
                      SummitFiles& files) {
    files.people_file = path.filename().string();
    const Source source{files.people_file, problems};
    const auto text = read_text_file(path, source);
    if (!text) return;
    read_people(*text, source, programme.summit, files);
    check_people(files, programme, problems);
}

constexpr std::string_view revoked_file = "revoked_codes.txt";
constexpr std::string_view meetings_file = "meetings.csv";
constexpr std::array<std::string_view, 9> file_names{"summit.toml",      "places.toml",      "programme.toml",
                                                     "checkpoints.toml", "delegations.toml", "codes.toml",
                                                     "people.csv",       revoked_file,       meetings_file};

void read_revoked_file(const std::filesystem::path& path, Problems& problems, SummitFiles& files) {
    const Source source{path.filename().string(), problems};
    if (const auto text = read_text_file(path, source)) read_revoked_codes(*text, source, files);
}

void read_meetings_file(const std::filesystem::path& path, const Programme& programme, const Known& known,
                        Problems& problems, SummitFiles& files) {
    const Source source{path.filename().string(), problems};
    const auto text = read_text_file(path, source);
    if (!text) return;
    read_meetings(*text, source, programme.summit, files);
    check_meetings(files, programme, known, problems);
}

std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

// Files that look like a summit's and are not read: by name, and the name that may have been meant.
std::vector<std::pair<std::string, std::string>> stray_files(const std::filesystem::path& folder) {
    std::vector<std::pair<std::string, std::string>> stray;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const std::string ending = lower(entry->path().extension().string());
        if ((ending != ".toml" && ending != ".csv") || std::ranges::count(file_names, name) > 0) continue;
        stray.emplace_back(name, std::string{nearest(lower(name), file_names)});
    }
    std::ranges::sort(stray);
    return stray;
}

// Each part may come later, so nothing here is a mistake.
void check_files(const std::filesystem::path& folder, Problems& problems) {
    for (const auto& [name, meant] : stray_files(folder))
        problems.warning(name, 0, "",
                         "is not read; " + (meant.empty() ? "a summit's files are named in assets/summits/README.md"
                                                          : "rename it to " + meant + " if that is what it is"));
    for (const char* name : {"places.toml", "programme.toml", "people.csv"})
        if (!is_there(folder / name))
            problems.warning(name, 0, "", "there is no such file; add it, or import it later");
}

void read_folder(const std::filesystem::path& folder, const Known& known, Problems& problems, SummitFiles& files) {
    check_files(folder, problems);
    if (!read_toml(folder / "summit.toml", read_summit_table, problems, files)) files.summit = Summit{};
    read_logo(folder, problems, files);
    const bool calendar_is_sound = files.summit->starts != Instant{} && files.summit->ends > files.summit->starts;
    const auto read_if_there = [&](const char* name, ReadTable read) {
        const auto path = folder / name;
        return !is_there(path) || read_toml(path, read, problems, files);
    };
    bool whole = read_if_there("places.toml", read_places);
    // Every time of the day would be wrong where the summit's own days are: one mistake, not a hundred.
    if (!calendar_is_sound) return;
    whole = read_if_there("programme.toml", read_programme) && whole;
    whole = read_if_there("checkpoints.toml", read_checkpoints) && whole;
    whole = read_if_there("delegations.toml", read_delegations) && whole;
    whole = read_if_there("codes.toml", read_codes) && whole;
    if (is_there(folder / revoked_file)) read_revoked_file(folder / revoked_file, problems, files);
    const Programme programme = to_programme(files);
    if (!whole) return; // references into a file that could not be read are not the writer's mistakes
    check_summit(files, problems);
    const std::size_t errors = problems.errors();
    if (is_there(folder / "people.csv")) read_people_file(folder / "people.csv", programme, problems, files);
    if (problems.errors() != errors) return;
    check_focal_points(files, known, problems);
    if (is_there(folder / meetings_file)) read_meetings_file(folder / meetings_file, programme, known, problems, files);
}

void no_summit(const std::filesystem::path& folder, const std::string& name, Problems& problems) {
    std::string instead;
    for (const auto& [stray, meant] : stray_files(folder))
        if (meant == "summit.toml") instead = "; rename " + stray + " if that is it";
    problems.error(name, 0, "",
                   "the folder has no summit.toml; it is no summit (see assets/summits/README.md)" + instead);
}

} // namespace

bool SummitReading::usable() const {
    return std::ranges::count(problems, Problem::Weight::error, &Problem::weight) == 0;
}

SummitReading inspect_summit(const std::filesystem::path& path, const Known& known) {
    SummitReading reading;
    Problems problems;
    const std::string name =
        path.filename().empty() ? path.parent_path().filename().string() : path.filename().string();
    if (!is_there(path))
        problems.error(path.string(), 0, "", "there is no such file or folder; check the path");
    else if (!is_folder(path) && known.programme.summit.languages.empty())
        problems.error(
            name, 0, "",
            "a list of people, codes or meetings needs a summit to belong to; import the summit's folder first");
    else if (!is_folder(path) && name == revoked_file)
        read_revoked_file(path, problems, reading.files);
    else if (!is_folder(path) && name == meetings_file)
        read_meetings_file(path, known.programme, known, problems, reading.files);
    else if (!is_folder(path))
        read_people_file(path, known.programme, problems, reading.files);
    else if (!is_there(path / "summit.toml"))
        no_summit(path, name, problems);
    else
        read_folder(path, known, problems, reading.files);
    problems.sort();
    reading.problems = problems.all();
    std::ranges::copy_if(reading.problems, std::back_inserter(reading.files.warnings),
                         [](const Problem& problem) { return problem.weight == Problem::Weight::warning; });
    return reading;
}

Result<SummitFiles> read_summit(const std::filesystem::path& path, const Known& known) {
    SummitReading reading = inspect_summit(path, known);
    if (reading.usable()) return std::move(reading.files);
    std::string detail;
    for (const Problem& problem : reading.problems)
        if (problem.weight == Problem::Weight::error) detail += (detail.empty() ? "" : "\n") + problem.sentence();
    return fault(is_there(path) ? FaultKind::bad_input : FaultKind::not_found, detail);
}

bool is_same_summit(const Summit& a, const Summit& b) {
    const auto is_name_of_b = [&](const auto& name) {
        return std::ranges::any_of(b.name.by_language, [&](const auto& other) { return other.second == name.second; });
    };
    if (std::ranges::any_of(a.name.by_language, is_name_of_b)) return true;
    return a.starts == b.starts && a.ends == b.ends && a.venue == b.venue;
}

Programme to_programme(const SummitFiles& files) {
    const auto values = [](const auto& located) {
        std::vector<decltype(located.front().value)> list;
        for (const auto& item : located) list.push_back(item.value);
        return list;
    };
    Programme programme{files.summit.value_or(Summit{}), values(files.places), values(files.forums),
                        values(files.sessions),          values(files.hints),  values(files.checkpoints),
                        values(files.delegations)};
    std::ranges::stable_sort(programme.forums, {}, &Forum::order);
    std::ranges::stable_sort(programme.sessions, [](const Session& a, const Session& b) {
        return std::tie(a.starts, a.place) < std::tie(b.starts, b.place);
    });
    return programme;
}

} // namespace foyer
