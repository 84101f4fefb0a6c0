// meetings.csv: one row a meeting, and what no row can see alone.
#include <algorithm>
#include <array>

#include "sync/import/cells.h"
#include "sync/import/csv.h"
#include "sync/import/fields.h"
#include "sync/import/readers.h"
#include "sync/import/text_file.h"

namespace foyer {

namespace {

constexpr const char* meetings_file = "meetings.csv";
constexpr std::array<std::string_view, 8> columns{"id", "starts", "ends",        "table",
                                                  "a",  "b",      "interpreter", "languages"};
constexpr std::size_t needed = 6; // the first of them

std::string in_quotes(const std::string& text) { return "\"" + text + "\""; }

class Rows {
public:
    Rows(const Csv& table, const Source& source, const Summit& summit, SummitFiles& files)
        : table_(table), source_(source), calendar_(calendar_of(summit)), files_(files) {}

    void read() {
        if (table_.header.cells.empty() || !read_header()) return;
        for (const CsvRow& row : table_.rows) {
            row_ = &row;
            files_.meetings.push_back({meeting(), row.line});
        }
    }

private:
    bool read_header() {
        for (std::size_t i = 0; i < table_.header.cells.size(); ++i) {
            const std::string name = column_name(table_.header.cells[i]);
            if (name.empty()) continue;
            if (std::ranges::count(columns, std::string_view{name}) == 0) {
                const std::string_view meant = nearest(name, columns);
                source_.warning(table_.header.line, name,
                                "this column is not known and is ignored" +
                                    (meant.empty() ? "" : "; did you mean " + std::string{meant} + "?"));
            } else if (!at_.emplace(name, i).second) {
                source_.error(table_.header.line, name, "this column is there twice");
            }
        }
        bool whole = true;
        for (const std::string_view column : std::span{columns}.first(needed))
            if (!at_.contains(std::string{column})) {
                source_.error(table_.header.line, std::string{column},
                              "this column is missing; every meeting needs it");
                whole = false;
            }
        return whole;
    }

    void error(const std::string& column, std::string text) { source_.error(row_->line, column, std::move(text)); }

    std::string cell(const std::string& column) {
        const auto at = at_.find(column);
        if (at == at_.end()) return "";
        std::string text{trimmed(row_->cells[at->second])};
        std::string why;
        if (!is_showable(text, why)) return error(column, why), "";
        return text;
    }

    // An empty id is told here, and looked up nowhere.
    std::string id(const std::string& column, Need need) {
        std::string text = cell(column);
        if (text.empty() && need == Need::required) error(column, "is empty; every meeting needs it");
        if (text.empty() || is_valid_slug(text)) return text;
        return error(column, shown(text) + " is no id; use up to 64 of the characters A-Z a-z 0-9 . _ -"), "";
    }

    Instant time(const std::string& column) {
        const std::string written = cell(column);
        const auto instant = parse_instant(written, calendar_);
        if (written.empty()) error(column, "is empty; every meeting needs it");
        if (!written.empty() && !instant) {
            const std::string short_form = calendar_.only_day ? "10:50 or " : "";
            error(column, shown(written) + " is no time of this summit; write " + short_form + "2023-05-29 10:50");
        }
        if (const auto other = foreign_offset(written, calendar_))
            source_.warning(row_->line, column, foreign_offset_text(*other, calendar_));
        return instant.value_or(Instant{});
    }

    Meeting meeting() {
        Meeting meeting;
        meeting.id = {id("id", Need::required)};
        meeting.starts = time("starts");
        meeting.ends = time("ends");
        meeting.table = {id("table", Need::required)};
        for (const char* party : {"a", "b"}) meeting.parties.push_back({id(party, Need::required)});
        if (std::string text = id("interpreter", Need::optional); !text.empty())
            meeting.interpreter = AttendeeId{std::move(text)};
        for (const std::string& language : list_of(cell("languages")))
            if (is_language(language))
                meeting.languages.push_back(language);
            else
                error("languages", shown(language) + " is no language; write tags such as de;zh");
        return meeting;
    }

    const Csv& table_;
    const Source& source_;
    Calendar calendar_;
    SummitFiles& files_;
    std::map<std::string, std::size_t> at_; // column -> index
    const CsvRow* row_ = nullptr;
};

class Check {
public:
    Check(const SummitFiles& files, const Programme& programme, const Known& known, const Source& source)
        : files_(files), programme_(programme), known_(known), source_(source) {
        for (const RosterRow& row : files.people) ids_.insert(row.attendee.id);
    }

    void run() {
        std::map<std::string, std::size_t> first_line;
        for (const auto& [meeting, line] : files_.meetings) {
            const auto [first, is_new] = first_line.emplace(meeting.id.text, line);
            if (!is_new && !meeting.id.text.empty())
                source_.error(line, "id",
                              in_quotes(meeting.id.text) + " is already used in line " + std::to_string(first->second) +
                                  "; give each meeting its own id");
            times(meeting, line);
            table(meeting, line);
            people(meeting, line);
        }
        doubles();
    }

private:
    void times(const Meeting& meeting, std::size_t line) {
        if (meeting.starts == Instant{} || meeting.ends == Instant{}) return; // told where they were read
        if (meeting.ends <= meeting.starts)
            return source_.error(line, "ends", "the meeting ends before it starts; check both times");
        if (meeting.starts < programme_.summit.starts)
            source_.error(line, "starts", "the meeting starts before the summit does; check it and summit.toml");
        if (meeting.ends > programme_.summit.ends)
            source_.error(line, "ends", "the meeting ends after the summit; check it and summit.toml");
    }

    void table(const Meeting& meeting, std::size_t line) {
        if (meeting.table.text.empty()) return;
        const Place* place = programme_.place(meeting.table);
        if (!place)
            source_.error(line, "table",
                          "there is no place " + in_quotes(meeting.table.text) +
                              "; correct it or add a [[place]] of kind \"table\" to places.toml");
        else if (place->kind != PlaceKind::table)
            source_.error(line, "table",
                          in_quotes(meeting.table.text) +
                              " is no table; correct it, or write kind = \"table\" for it in places.toml");
    }

    void known_person(const AttendeeId& who, std::size_t line, const char* column) {
        if (!who.text.empty() && !ids_.contains(who) && !known_.people.contains(who))
            source_.error(line, column, "nobody has the id " + in_quotes(who.text) + "; correct it or add the person");
    }

    void people(const Meeting& meeting, std::size_t line) {
        known_person(meeting.parties[0], line, "a");
        known_person(meeting.parties[1], line, "b");
        if (meeting.parties[0] == meeting.parties[1] && !meeting.parties[0].text.empty())
            source_.error(line, "b", "is the same person as a; a meeting is of two");
        if (!meeting.interpreter) return;
        known_person(*meeting.interpreter, line, "interpreter");
        if (std::ranges::count(meeting.parties, *meeting.interpreter) > 0)
            source_.error(line, "interpreter", "is one of the two who meet; correct it or empty the cell");
    }

    // One table, one person, one place at a time: sorted by start, each is compared with its last one.
    void doubles() {
        std::vector<const Located<Meeting>*> by_start;
        for (const auto& item : files_.meetings) by_start.push_back(&item);
        std::ranges::stable_sort(by_start, {}, [](const auto* item) { return item->value.starts; });
        std::map<std::string, const Located<Meeting>*> tables, people;
        const auto look = [&](auto& last, const std::string& id, const Located<Meeting>& item, const char* column,
                              const char* does) {
            if (id.empty()) return;
            auto& before = last[id];
            if (before && item.value.starts < before->value.ends)
                source_.error(item.line, column,
                              in_quotes(id) + does + in_quotes(before->value.id.text) + " (line " +
                                  std::to_string(before->line) + ") at that time; change one of the two");
            if (!before || item.value.ends > before->value.ends) before = &item;
        };
        for (const auto* item : by_start) {
            const Meeting& meeting = item->value;
            look(tables, meeting.table.text, *item, "table", " has ");
            look(people, meeting.parties[0].text, *item, "a", " is in ");
            if (meeting.parties[0] != meeting.parties[1]) look(people, meeting.parties[1].text, *item, "b", " is in ");
            if (meeting.interpreter && std::ranges::count(meeting.parties, *meeting.interpreter) == 0)
                look(people, meeting.interpreter->text, *item, "interpreter", " is in ");
        }
    }

    const SummitFiles& files_;
    const Programme& programme_;
    const Known& known_;
    const Source& source_;
    std::set<AttendeeId> ids_;
};

} // namespace

void read_meetings(std::string_view text, const Source& source, const Summit& summit, SummitFiles& files) {
    const Csv table = read_csv(text, source);
    Rows(table, source, summit, files).read();
}

void check_meetings(const SummitFiles& files, const Programme& programme, const Known& known, Problems& problems) {
    const Source source{meetings_file, problems};
    Check(files, programme, known, source).run();
}

} // namespace foyer
