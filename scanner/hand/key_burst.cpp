#include "scanner/hand/key_burst.h"

#include <algorithm>
#include <utility>

#include "scanner/code/reading_text.h"

namespace foyer {
namespace {

constexpr std::size_t aim_length = 3;
constexpr std::size_t ours_longest = 256; // characters; our longest code has some 120

bool is_character(char32_t key) { return key >= 0x20 && key != 0x7f; }
bool is_end(char32_t key) { return key == Keystroke::enter || key == Keystroke::tab; }

// The text under every layout, that which is there first.
std::vector<std::string> readings(const Keys& shown) {
    std::vector<std::string> texts{utf8_of(shown)};
    for (const Keys& meant : meanings(shown)) texts.push_back(utf8_of(meant));
    return texts;
}

bool begins_with_aim(const Keys& three) { return std::ranges::any_of(readings(three), begins_with_symbology); }

// Before one of our codes, where its check has said already that a scanner sent it: whatever a layout makes of the
// bracket and the digit.
bool is_shown_aim(const Keys& typed) {
    const auto letter = [](char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); };
    const auto digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    return typed.size() == aim_length && !letter(typed[0]) && !digit(typed[0]) && letter(typed[1]);
}

} // namespace

std::optional<SteadyTime> KeyBursts::due() const {
    if (run_.empty()) return std::nullopt;
    return run_.back().latest + apart_most;
}

Heard KeyBursts::wait(SteadyTime now) {
    if (run_.empty() || now < *due()) return {};
    return end_run();
}

Heard KeyBursts::hear(const Keystroke& key) {
    Heard before = wait(key.earliest);
    if (is_end(key.key)) {
        const bool after_code = code_ended_ && key.earliest - *code_ended_ < apart_most;
        if (run_.empty() && !before.code && after_code) return before; // the LF of a CR LF
        Heard now = end_run();
        const bool scanned = now.code.has_value();
        if (scanned) code_ended_ = key.latest;
        before.typed += now.typed;
        if (!scanned) before.typed += key.key;
        if (scanned) before.code = std::move(now.code); // at most one: a pause between them ended the other long ago
        return before;
    }
    if (!is_character(key.key)) {
        Heard now = end_run();
        before.typed += now.typed + key.key;
        if (now.code) before.code = std::move(now.code);
        return before;
    }
    if (run_.size() == longest) {
        if (fast(0, others_a_key) && !is_one_key())
            too_long_ = true;
        else
            before.typed += run_.front().key;
        run_.erase(run_.begin());
    }
    run_.push_back(key);
    return before;
}

Keys KeyBursts::keys(std::size_t from, std::size_t to) const {
    Keys some;
    for (std::size_t i = from; i < to; ++i) some += run_[i].key;
    return some;
}

// A finger that rests on a key: the window system repeats it, on some machines as fast as a scanner types.
bool KeyBursts::is_one_key() const {
    return std::ranges::all_of(run_, [this](const Keystroke& key) { return key.key == run_.front().key; });
}

// As slow as the times allow it to have been.
bool KeyBursts::fast(std::size_t from, std::chrono::milliseconds a_key) const {
    const auto steps = static_cast<int>(run_.size() - from) - 1;
    return steps > 0 && run_.back().latest - run_[from].earliest <= steps * a_key;
}

// Could a code begin here? At the start, after what a scanner may put before it, after a gap that a scanner does not
// leave.
bool KeyBursts::may_begin(std::size_t at) const {
    if (run_.size() - at > ours_longest) return false;
    return at <= aim_length || run_[at].earliest - run_[at - 1].latest > others_a_key;
}

// The longest end of the run that is ours under exactly one layout.
std::optional<KeyBursts::Code> KeyBursts::ours() const {
    for (std::size_t from = 0; from + 1 < run_.size(); ++from) {
        if (!may_begin(from) || !fast(from, ours_a_key)) continue;
        auto texts = readings(keys(from, run_.size()));
        std::ranges::transform(texts, texts.begin(), tidy);
        if (is_ours_(texts.front())) return Code{from, texts.front()}; // needs no interpretation
        std::erase_if(texts, [this](const std::string& text) { return !is_ours_(text); });
        if (texts.size() == 1) return Code{from, texts.front()}; // of several none can be believed
    }
    return std::nullopt;
}

// From behind the last gap that a scanner would not leave.
std::optional<KeyBursts::Code> KeyBursts::others() const {
    std::size_t from = run_.size() - 1;
    while (from > 0 && run_[from].earliest - run_[from - 1].latest <= others_a_key) --from;
    if (run_.size() - from < others_least || !fast(from, others_a_key) || is_one_key()) return std::nullopt;
    const bool aim = begins_with_aim(keys(from, from + aim_length));
    return Code{from, tidy(utf8_of(keys(from + (aim ? aim_length : 0), run_.size())))};
}

Heard KeyBursts::end_run() {
    Heard heard;
    if (run_.empty()) return heard;
    const bool dropped = std::exchange(too_long_, false);
    std::optional<Code> code;
    if (!dropped) code = ours();
    if (!dropped && !code) code = others();
    if (code) {
        auto typed = keys(0, code->begins);
        heard = {is_shown_aim(typed) ? Keys{} : std::move(typed), std::move(code->text)};
        code_ended_ = run_.back().latest;
    } else if (!dropped) {
        heard.typed = keys(0, run_.size());
    }
    run_.clear();
    return heard;
}

} // namespace foyer
