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

std::string text_under(KeyboardLayout layout, const Keys& shown) {
    const auto keys = meant(layout, shown);
    return keys ? utf8_of(*keys) : std::string();
}

// The layout under which these are what a scanner puts before a code.
std::optional<KeyboardLayout> layout_of_aim(const Keys& three) {
    const auto* layout = std::ranges::find_if(
        keyboard_layouts, [&](KeyboardLayout each) { return begins_with_symbology(text_under(each, three)); });
    if (layout == keyboard_layouts.end()) return std::nullopt;
    return *layout;
}

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
        const Keys shown = keys(from, run_.size());
        std::vector<Code> codes; // by text
        for (const auto layout : keyboard_layouts) {
            auto text = tidy(text_under(layout, shown));
            if (!is_ours_(text)) continue;
            if (layout == KeyboardLayout::as_shown) { // needs no interpretation; the letters of some are all the same
                const bool either = meant(layout_, shown) == shown;
                return Code{from, std::move(text), either ? layout_ : layout};
            }
            const auto known = std::ranges::find(codes, text, &Code::text);
            if (known == codes.end())
                codes.push_back({from, std::move(text), layout});
            else if (layout == layout_)
                known->layout = layout;
        }
        if (codes.size() == 1) return codes.front(); // of several none can be believed
    }
    return std::nullopt;
}

// From behind the last gap that a scanner would not leave.
std::optional<KeyBursts::Code> KeyBursts::others() const {
    std::size_t from = run_.size() - 1;
    while (from > 0 && run_[from].earliest - run_[from - 1].latest <= others_a_key) --from;
    const std::size_t size = run_.size() - from;
    const auto aim = size > aim_length ? layout_of_aim(keys(from, from + aim_length)) : std::nullopt;
    if ((size < others_least && !aim) || !fast(from, others_a_key) || is_one_key()) return std::nullopt;
    const auto layout = aim.value_or(layout_);
    const Keys shown = keys(from + (aim ? aim_length : 0), run_.size());
    auto text = tidy(text_under(layout, shown));
    if (text.empty()) text = tidy(utf8_of(shown)); // not all of it can be taken back
    return Code{from, std::move(text), layout};
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
        layout_ = code->layout;
    } else if (!dropped) {
        heard.typed = keys(0, run_.size());
    }
    run_.clear();
    return heard;
}

} // namespace foyer
