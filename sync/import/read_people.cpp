// people.csv: one row a person. A column that is not there leaves what is known alone; an empty cell empties.
#include <algorithm>
#include <array>

#include "sync/import/cells.h"
#include "sync/import/csv.h"
#include "sync/import/fields.h"
#include "sync/import/readers.h"
#include "sync/import/text_file.h"
#include "sync/summit/latin.h"

namespace foyer {

namespace {

constexpr std::array<std::string_view, 24> columns{"id",
                                                   "native_name",
                                                   "native_language",
                                                   "latin_name",
                                                   "other_names",
                                                   "form_of_address",
                                                   "short_name",
                                                   "organisation",
                                                   "country",
                                                   "category",
                                                   "language",
                                                   "delegation",
                                                   "seat",
                                                   "hold",
                                                   "forums",
                                                   "admitted_from",
                                                   "admitted_until",
                                                   "email",
                                                   "phone",
                                                   "code",
                                                   "note",
                                                   "box",
                                                   "role",
                                                   "pin"};
constexpr std::size_t shortest_code = 6, pin_digits = 6;
constexpr std::string_view organisation_in = "organisation:";

// U+FFFD marks a letter that an earlier program lost; private-use characters have no glyph anywhere else.
bool has_lost_letters(std::string_view text) {
    while (!text.empty()) {
        const char32_t c = next_code_point(text);
        if (c == 0xFFFD || (c >= 0xE000 && c < 0xF900) || c >= 0xF0000) return true;
    }
    return false;
}

// "1.23E+18": what a spreadsheet makes of a long number.
bool is_rounded_number(std::string_view text) {
    const std::size_t e = text.find("E+");
    return e != std::string_view::npos && e > 0 && std::ranges::all_of(text.substr(0, e), [](char c) {
               return (c >= '0' && c <= '9') || c == '.' || c == ',';
           });
}

class Roster {
public:
    Roster(const Csv& table, const Source& source, const Summit& summit, SummitFiles& files)
        : table_(table), source_(source), summit_(summit), calendar_(calendar_of(summit)), files_(files) {}

    void read() {
        if (table_.header.cells.empty() || !read_header()) return; // the first was told already
        for (const CsvRow& row : table_.rows) {
            row_ = &row;
            files_.people.push_back(person_row());
        }
    }

private:
    bool read_header() {
        for (std::size_t i = 0; i < table_.header.cells.size(); ++i) {
            const std::string name = column_name(table_.header.cells[i]);
            if (name.empty()) continue;
            if (name.starts_with(organisation_in) && is_language(name.substr(organisation_in.size())))
                files_.columns.insert("organisation");
            else if (std::ranges::count(columns, std::string_view{name}) == 0) {
                unknown_column(name);
                continue;
            }
            if (!at_.emplace(name, i).second) source_.error(table_.header.line, name, "this column is there twice");
            files_.columns.insert(name);
        }
        if (!at_.contains("id"))
            source_.error(table_.header.line, "id", "this column is missing; give each person an id that stays");
        return at_.contains("id");
    }

    void unknown_column(const std::string& name) {
        const std::string_view meant = nearest(name, columns);
        std::string text = "this column is not known and is ignored";
        if (name.starts_with(organisation_in))
            text += "; write a language after the colon, as in organisation:en";
        else if (!meant.empty())
            text += "; did you mean " + std::string{meant} + "?";
        source_.warning(table_.header.line, name, text);
    }

    void error(const std::string& column, std::string text) { source_.error(row_->line, column, std::move(text)); }
    void warning(const std::string& column, std::string text) { source_.warning(row_->line, column, std::move(text)); }

    // True when the column is there and this row has nothing in it.
    bool is_left_empty(const std::string& column) const {
        const auto at = at_.find(column);
        return at != at_.end() && trimmed(row_->cells[at->second]).empty();
    }

    std::string cell(const std::string& column) {
        const auto at = at_.find(column);
        if (at == at_.end()) return "";
        std::string text{trimmed(row_->cells[at->second])};
        std::string why;
        if (!is_showable(text, why)) return error(column, why), "";
        if (has_lost_letters(text)) warning(column, "has a character that no font can show; type it again");
        return text;
    }

    template <class Id>
    std::optional<Id> reference(const std::string& column, std::string text) {
        if (text.empty()) return std::nullopt;
        if (is_valid_slug(text)) return Id{std::move(text)};
        error(column, shown(text) + " is no id; use up to 64 of the characters A-Z a-z 0-9 . _ -");
        return std::nullopt;
    }

    RosterRow person_row() {
        RosterRow row;
        row.line = row_->line;
        const std::string id = cell("id");
        if (is_left_empty("id")) error("id", "is empty; give each person an id that stays, such as 0001");
        row.attendee = attendee(reference<AttendeeId>("id", id).value_or(AttendeeId{}));
        row.person = person(row.attendee.language);
        row.contact = {cell("email"), cell("phone")};
        if (const auto& email = row.contact.email; !email.empty() && email.find('@') == std::string::npos)
            warning("email", "has no @; nobody can be reached there");
        row.note = {cell("note")};
        row.code = code();
        row.pin = pin(row.attendee.role);
        return row;
    }

    // What staff type after their badge: on the keypad of a terminal.
    std::string pin(StaffRole role) {
        std::string pin = cell("pin");
        const bool digits = pin.find_first_not_of("0123456789") == std::string::npos;
        if (!pin.empty() && (!digits || pin.size() != pin_digits)) error("pin", "is not six digits");
        if (role == StaffRole::none && !pin.empty())
            warning("pin", "is of no use without a role; write one or empty it");
        if (role != StaffRole::none && is_left_empty("pin"))
            warning("role", "is of no use without a PIN; nothing is unlocked by the badge alone");
        return pin;
    }

    StaffRole role() {
        const std::string word = cell("role");
        if (word.empty()) return StaffRole::none;
        const auto role = choice_named(staff_roles(), word);
        if (!role) error("role", shown(word) + " is not one of " + listed(staff_roles()) + "; empty: a guest");
        return role.value_or(StaffRole::none);
    }

    std::string code() {
        std::string code = cell("code");
        if (is_rounded_number(code))
            error("code", "is a number that a spreadsheet rounded; format the column as text and fill it in again");
        if (code.find_first_of("\t\r\n") != std::string::npos)
            error("code", "has a tab or a line end inside, which no scanner passes on; delete it");
        if (code.size() > longest_code)
            error("code", "has " + std::to_string(code.size()) + " bytes; a QR code of more than " +
                              std::to_string(longest_code) + " is not read off a badge: shorten it");
        if (!code.empty() && code.size() < shortest_code)
            warning("code", "is so short that others can guess it; use " + std::to_string(shortest_code) +
                                " characters or more, or empty the cell for a fresh one");
        return code;
    }

    Attendee attendee(AttendeeId id) {
        Attendee attendee;
        attendee.id = std::move(id);
        attendee.category = category();
        attendee.organisation = organisation();
        attendee.country = country();
        attendee.language = language();
        attendee.delegation = reference<DelegationId>("delegation", cell("delegation"));
        attendee.seat = cell("seat");
        attendee.hold = hold();
        attendee.role = role();
        attendee.box = cell("box");
        for (const std::string& text : list_of(cell("forums")))
            if (const auto forum = reference<ForumId>("forums", text)) attendee.forums.push_back(*forum);
        attendee.admitted_from = time("admitted_from");
        attendee.admitted_until = time("admitted_until");
        if (attendee.admitted_from && attendee.admitted_until && *attendee.admitted_from >= *attendee.admitted_until)
            error("admitted_until", "is not after admitted_from; check both times");
        return attendee;
    }

    Person person(const Language& preferred) {
        Person person;
        person.native_name = cell("native_name");
        if (is_left_empty("native_name")) error("native_name", "is empty; write the name as its owner writes it");
        person.native_language = cell("native_language");
        if (person.native_language.empty())
            person.native_language = preferred;
        else if (!is_language(person.native_language))
            error("native_language", shown(person.native_language) + " is no language; write a tag such as en or zh");
        person.latin_name = cell("latin_name");
        person.other_names = list_of(cell("other_names"));
        person.form_of_address = cell("form_of_address");
        person.short_name = cell("short_name");
        if (!person.latin_name.empty()) return person;
        if (is_latin(person.native_name))
            person.latin_name = person.native_name;
        else
            warning("latin_name", "is empty; staff who do not read the native script cannot find this person");
        return person;
    }

    Category category() {
        const std::string word = cell("category");
        if (word.empty()) return Category::delegate;
        const auto category = choice_named(categories(), word);
        if (!category)
            error("category", shown(word) + " is not one of " + listed(categories()));
        else if (!files_.categories.empty() && std::ranges::count(files_.categories, *category) == 0)
            error("category",
                  shown(word) + " is not among the categories of summit.toml; add it there or change it here");
        return category.value_or(Category::delegate);
    }

    Hold hold() {
        const std::string word = cell("hold");
        if (word.empty()) return Hold::none;
        const auto hold = choice_named(holds(), word);
        if (!hold) error("hold", shown(word) + " is not one of " + listed(holds()) + "; empty: nothing keeps them");
        return hold.value_or(Hold::none);
    }

    Wording organisation() {
        Wording wording;
        for (const auto& [name, index] : at_) {
            const bool translated = name.starts_with(organisation_in);
            if (name != "organisation" && !translated) continue;
            if (std::string text = cell(name); !text.empty())
                wording.by_language[translated ? name.substr(organisation_in.size()) : ""] = std::move(text);
        }
        return wording;
    }

    std::string country() {
        std::string country = cell("country");
        if (!country.empty() && !is_country_code(country))
            error("country", shown(country) + " is no country code; write two capital letters, such as CN or DE");
        return country;
    }

    // The screens' default where the file does not say.
    Language language() {
        const Language language = cell("language");
        const Language otherwise = summit_.languages.empty() ? "en" : summit_.languages.front();
        if (language.empty()) return otherwise;
        if (!is_language(language)) {
            error("language", shown(language) + " is no language; write a tag such as en or zh");
            return otherwise;
        }
        if (std::ranges::count(summit_.languages, language) == 0)
            warning("language", "the summit's screens do not speak \"" + language + "\"; they show the default");
        return language;
    }

    std::optional<Instant> time(const std::string& column) {
        const std::string written = cell(column);
        if (written.empty()) return std::nullopt;
        const auto instant = parse_instant(written, calendar_);
        if (!instant) {
            const std::string short_form = calendar_.only_day ? "10:50 or " : "";
            error(column, shown(written) + " is no time of this summit; write " + short_form + "2023-05-29 10:50");
        }
        if (const auto other = foreign_offset(written, calendar_))
            warning(column, foreign_offset_text(*other, calendar_));
        return instant;
    }

    const Csv& table_;
    const Source& source_;
    const Summit& summit_;
    Calendar calendar_;
    SummitFiles& files_;
    std::map<std::string, std::size_t> at_; // column -> index
    const CsvRow* row_ = nullptr;
};

} // namespace

void read_people(std::string_view text, const Source& source, const Summit& summit, SummitFiles& files) {
    const Csv table = read_csv(text, source);
    Roster(table, source, summit, files).read();
}

} // namespace foyer
