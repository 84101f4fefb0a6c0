#include "sync/import/toml_guard.h"

#include <algorithm>

namespace foyer {

namespace {

constexpr std::string_view stray = "letters beyond A-Z stand outside quotes; put quotes around the text";
constexpr std::string_view folded = "a backslash before a blank or a line's end is not supported; write one long line";

class Walk {
public:
    explicit Walk(std::string_view text) : text_(text) {}

    std::optional<TomlObstacle> obstacle() {
        while (at_ < text_.size() && found_.empty()) step();
        if (found_.empty()) return std::nullopt;
        return TomlObstacle{1 + static_cast<std::size_t>(std::ranges::count(text_.substr(0, at_), '\n')), found_};
    }

private:
    void step() {
        const char c = text_[at_];
        if (static_cast<unsigned char>(c) >= 0x80)
            found_ = stray;
        else if (c == '#')
            at_ = std::min(text_.find('\n', at_), text_.size());
        else if ((c == '"' || c == '\'') && may_open())
            quoted(c, text_.substr(at_, 3) == std::string(3, c));
        else
            ++at_;
    }

    // Inside a bare word a quote opens nothing: toml++ goes on reading the word.
    [[nodiscard]] bool may_open() const {
        constexpr std::string_view before = " \t\r\n=[{,.";
        return at_ == 0 || before.find(text_[at_ - 1]) != std::string_view::npos;
    }

    // A text in one line ends with the line when its quote is missing: toml++ reports that.
    void quoted(char quote, bool many_lines) {
        const std::string end(many_lines ? 3 : 1, quote);
        for (at_ += end.size(); at_ < text_.size(); ++at_) {
            if (text_.substr(at_, end.size()) == end) return void(at_ += end.size());
            if (text_[at_] == '\n' && !many_lines) return;
            if (text_[at_] != '\\' || quote != '"') continue;
            const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
            const bool blank = next == ' ' || next == '\t' || next == '\r' || next == '\n';
            if (blank || static_cast<unsigned char>(next) >= 0x80) return void(found_ = folded);
            ++at_;
        }
    }

    std::string_view text_, found_;
    std::size_t at_ = 0;
};

} // namespace

std::optional<TomlObstacle> obstacle_in_toml(std::string_view text) { return Walk(text).obstacle(); }

} // namespace foyer
