// Hand scanners that act as keyboards, told from people at one: keys with their times in, typed keys and codes out,
// whatever has the focus. A pure state machine of one thread; who hears the keys asks it with each of them, and again
// at `due`.
//
// Keys at most 100 ms apart are held together as a run, until one ends it: Enter or Tab, a pause, a key that no code
// has (Esc, backspace). A run is a code
//   - when it is one of ours by its own check, in any layout that makes exactly one of it, and came at most 60 ms a
//     key;
//   - when it has at least 8 characters, or any after a scanner's AIM identifier ("]Q1"), came at most 30 ms a key and
//     ends in Enter, Tab or a pause: a ticket of somebody else's, or one of ours that is damaged. Nobody types 33 keys
//     a second.
// What else was held is given back as typed, in its order: no typed key is ever lost, and no key of a code is ever
// typed. What a person typed before a scanner broke in stands before the code; an Enter or Tab of the scanner's goes
// with it.
//
// Which layout a scanner's keys go through is learned: from what is shown of an AIM identifier, and from our own codes
// where only one layout makes one of what is shown. A ticket of somebody else's, which has no check that could tell, is
// taken back by the layout learned last.
//
// Speed alone admits nobody: a code is looked up like any other.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "scanner/frame.h"
#include "scanner/hand/keyboard_layout.h"

namespace foyer {

// A key, and what is known of when it was pressed: a window that was busy painting hears several at once, late.
struct Keystroke {
    static constexpr char32_t enter = 13, tab = 9;
    char32_t key = 0; // a character; or a control character for the key of that name
    SteadyTime earliest, latest;
};

struct Heard {
    Keys typed;                      // first
    std::optional<std::string> code; // UTF-8, without what the scanner puts round it
};

class KeyBursts {
public:
    static constexpr std::chrono::milliseconds apart_most{100}; // keys of one run
    static constexpr std::chrono::milliseconds ours_a_key{60}, others_a_key{30};
    static constexpr std::size_t others_least = 8;
    static constexpr std::size_t longest =
        1024; // characters; what comes faster for longer is nobody's typing, and is dropped

    // Is this text one of our own codes, whole? Its check must be able to say no.
    using IsOurs = std::function<bool(std::string_view)>;
    explicit KeyBursts(IsOurs is_ours) : is_ours_(std::move(is_ours)) {}

    Heard hear(const Keystroke& key);
    // Time passes: what a pause has ended. To be asked at `due`; asking earlier gives nothing.
    Heard wait(SteadyTime now);
    [[nodiscard]] std::optional<SteadyTime> due() const;

private:
    struct Code {
        std::size_t begins; // in the run
        std::string text;
        KeyboardLayout layout; // that it tells its scanner to be behind
    };
    Heard end_run();
    [[nodiscard]] std::optional<Code> ours() const;
    [[nodiscard]] std::optional<Code> others() const;
    [[nodiscard]] bool is_one_key() const;
    [[nodiscard]] bool may_begin(std::size_t at) const;
    [[nodiscard]] bool fast(std::size_t from, std::chrono::milliseconds a_key) const;
    [[nodiscard]] Keys keys(std::size_t from, std::size_t to) const;

    IsOurs is_ours_;
    std::vector<Keystroke> run_;
    KeyboardLayout layout_ = KeyboardLayout::as_shown;
    bool too_long_ = false;
    std::optional<SteadyTime> code_ended_; // an Enter that follows at once is the scanner's, too
};

} // namespace foyer
