#include "sync/search/forms.h"

#include <algorithm>

namespace foyer::search {
namespace {

constexpr std::size_t insides_max = 64; // of a text: where a substring may begin
constexpr char consonants_mark = '\x01';

using Kind = Form::Kind;
using Letters = std::span<const Letter>;

bool has_syllables(Script script) { return script == Script::han || script == Script::hangul; }
bool has_no_spaces(Script script) { return has_syllables(script) || script == Script::kana || script == Script::thai; }
Span of(const Letter& letter) { return {letter.from, letter.to}; }

class Forms {
public:
    void begin(Kind kind) {
        form_ = {.kind = kind, .text = {}, .pieces = {}};
        full_ = false;
    }
    void add(std::string_view text, Span of) {
        const std::string_view fits = cut(text, full_ ? 0 : form_bytes_max - form_.text.size());
        full_ = full_ || fits.size() < text.size();
        if (fits.empty()) return;
        form_.text += fits;
        form_.pieces.push_back({static_cast<std::uint32_t>(form_.text.size()), of});
    }
    void end() {
        if (!form_.text.empty()) found_.push_back(std::move(form_));
    }
    void one(Kind kind, std::string_view text, Span of) {
        begin(kind);
        add(text, of);
        end();
    }
    std::vector<Form> take() { return std::move(found_); }

private:
    std::vector<Form> found_;
    Form form_{};
    bool full_ = false;
};

// ---- As it is written ----

struct Word {
    std::size_t from, to; // letters
    bool joined;          // to the word before it
};

std::vector<Word> words_of(Letters letters, Joined how) {
    std::vector<Word> words;
    bool hard = true;
    for (std::size_t i = 0; i < letters.size();) {
        if (letters[i].glyph->gap != Gap::none) {
            hard = hard || letters[i].glyph->gap == Gap::hard;
            ++i;
            continue;
        }
        std::size_t to = i;
        while (to < letters.size() && letters[to].glyph->gap == Gap::none) ++to;
        const bool spaceless = !words.empty() && has_no_spaces(letters[words.back().to - 1].glyph->script) &&
                               has_no_spaces(letters[i].glyph->script);
        words.push_back({i, to, !words.empty() && (how != Joined::near || !hard || spaceless)});
        hard = false;
        i = to;
    }
    return words;
}

class Written {
public:
    Written(Letters letters, Joined how) : letters_(letters), words_(words_of(letters, how)) {}

    std::vector<Form> forms(Joined how) {
        const bool any_wide = std::ranges::any_of(letters_, [](const Letter& it) { return !it.glyph->wide.empty(); });
        for (const bool wide : {false, true}) {
            if (wide && !any_wide) break;
            wide_ = wide;
            if (how == Joined::whole)
                add(Kind::word, 0, letters_.size());
            else
                for (std::size_t i = 0; i < words_.size(); ++i) word(i);
        }
        if (how != Joined::whole) initials();
        return forms_.take();
    }

private:
    void add(Kind kind, std::size_t from, std::size_t to) {
        forms_.begin(kind);
        for (std::size_t i = from; i < to; ++i) {
            const Glyph& glyph = *letters_[i].glyph;
            forms_.add(wide_ && !glyph.wide.empty() ? glyph.wide : glyph.plain, of(letters_[i]));
        }
        forms_.end();
    }

    void word(std::size_t at) {
        const Word& word = words_[at];
        std::size_t last = at;
        while (last + 1 < words_.size() && words_[last + 1].joined) ++last;
        const std::size_t end = words_[last].to;
        add(Kind::word, word.from, word.to);
        if (last != at && insides_++ < insides_max) add(Kind::inside, word.from, end);
        for (std::size_t i = word.from + 1; i < word.to; ++i)
            if (has_no_spaces(letters_[i].glyph->script) && insides_++ < insides_max) add(Kind::inside, i, end);
        // Arabic's article is part of the word.
        if (word.to - word.from >= 5 && letters_[word.from].glyph->plain == "ا" &&
            letters_[word.from + 1].glyph->plain == "ل")
            add(Kind::inside, word.from + 2, word.to);
    }

    // ㅁㅎㄴ of 무하늘: Hangul is compared by its jamo, of which the first of a syllable is the consonant.
    void initials() {
        forms_.begin(Kind::initials);
        for (const Letter& letter : letters_)
            if (letter.glyph->script == Script::hangul && letter.glyph->plain.size() > 3)
                forms_.add(std::string_view(letter.glyph->plain).substr(0, 3), of(letter));
        forms_.end();
    }

    Letters letters_;
    std::vector<Word> words_;
    Forms forms_;
    bool wide_ = false;
    std::size_t insides_ = 0;
};

// ---- As it is read ----

class Read {
public:
    Read(Spelling& spelling, const Surnames& surnames) : spelling_(spelling), surnames_(surnames) {}

    std::vector<Form> forms(Letters letters) {
        std::vector<Letter> run; // of one script; Han and Hangul over gaps
        for (const Letter& letter : letters) {
            const Glyph& glyph = *letter.glyph;
            const bool gap = glyph.gap != Gap::none;
            if (!gap && glyph.plain.empty()) continue;
            const bool ends = gap ? !run.empty() && !has_syllables(run.back().glyph->script)
                                  : !run.empty() && (run.back().glyph->rules != glyph.rules);
            if (ends) read(run);
            if (!gap) run.push_back(letter);
        }
        read(run);
        return forms_.take();
    }

private:
    void read(std::vector<Letter>& run) {
        if (!run.empty()) {
            const Glyph& first = *run[0].glyph;
            if (has_syllables(first.script))
                syllables(run);
            else if (first.by_word)
                whole(run);
            else if (!first.latin.empty())
                by_letter(run);
        }
        run.clear();
    }

    static std::string_view reading(const Letter& letter, std::size_t which = 0) {
        const std::vector<std::string>& all = letter.glyph->latin;
        return all.empty() ? std::string_view{} : all[std::min(which, all.size() - 1)];
    }

    // All in one style: who types lv for 吕 does so for 律.
    void syllables(Letters run) {
        run = run.first(std::min(run.size(), insides_max));
        std::size_t styles = 1;
        for (const Letter& letter : run) styles = std::max(styles, letter.glyph->latin.size());
        std::span<const Syllables> spellings;
        if (run.size() > 1) spellings = surnames_.of(run[0].glyph->plain + run[1].glyph->plain);
        if (spellings.empty()) spellings = surnames_.of(run[0].glyph->plain);
        for (std::size_t style = 0; style < styles; ++style) {
            for (std::size_t from = 1; from < run.size(); ++from) {
                forms_.begin(Kind::reading);
                for (const Letter& letter : run.subspan(from)) forms_.add(reading(letter, style), of(letter));
                forms_.end();
            }
            name(run, {std::string(reading(run[0], style))}, style);
            for (const Syllables& spelling : spellings) name(run, spelling, style);
        }
    }

    // A name whose surname is spelled so: the surname alone, all of it, and its initials.
    void name(Letters run, const Syllables& surname, std::size_t style) {
        const auto form = [&](Kind kind, std::size_t syllables, std::size_t letters) {
            forms_.begin(kind);
            for (std::size_t i = 0; i < syllables; ++i) {
                const std::string_view text = i < surname.size() ? surname[i] : reading(run[i], style);
                forms_.add(text.substr(0, letters), of(run[i]));
            }
            forms_.end();
        };
        form(Kind::surname, std::min(surname.size(), run.size()), std::string_view::npos);
        form(Kind::reading, run.size(), std::string_view::npos);
        if (run.size() > 1) form(Kind::initials, run.size(), 1);
    }

    void by_letter(Letters run) {
        const bool other = std::ranges::any_of(run, [](const Letter& it) { return it.glyph->latin.size() > 1; });
        for (const std::size_t which : {std::size_t{0}, std::size_t{1}}) {
            if (which != 0 && !other) break;
            forms_.begin(Kind::reading);
            for (const Letter& letter : run) forms_.add(reading(letter, which), of(letter));
            forms_.end();
        }
        if (other) without_glide(run);
        if (run[0].glyph->script == Script::consonants) consonants(run);
    }

    // Юлия is Yuliya and as often Yulia.
    void without_glide(Letters run) {
        forms_.begin(Kind::reading);
        for (std::size_t i = 0; i < run.size(); ++i) {
            const bool glides = i > 0 && run[i - 1].glyph->plain == "и" && run[i].glyph->plain == "я";
            forms_.add(glides ? "a" : reading(run[i], 1), of(run[i]));
        }
        forms_.end();
    }

    void consonants(Letters run) {
        const Span all{run.front().from, run.back().to};
        const bool article = run.size() >= 5 && run[0].glyph->plain == "ا" && run[1].glyph->plain == "ل";
        for (const std::size_t skipped : {std::size_t{0}, std::size_t{2}}) {
            if (skipped != 0 && !article) break;
            std::string latin;
            for (const Letter& letter : run.subspan(skipped)) latin.append(reading(letter)) += '\'';
            forms_.one(Kind::initials, consonants_of(latin), all);
        }
    }

    void whole(Letters run) {
        std::string word;
        for (const Letter& letter : run) word += letter.glyph->plain;
        for (const std::string& latin : spelling_.read(word, run[0].glyph->rules))
            forms_.one(Kind::reading, latin, {run.front().from, run.back().to});
    }

    Spelling& spelling_;
    const Surnames& surnames_;
    Forms forms_;
};

} // namespace

std::string_view cut(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0U) == 0x80U) --most;
    return text.substr(0, most);
}

Span Form::first(std::size_t bytes) const {
    if (pieces.empty()) return {};
    const auto last = std::ranges::find_if(pieces, [&](const Piece& piece) { return piece.end >= bytes; });
    return {pieces.front().of.from, (last == pieces.end() ? pieces.back() : *last).of.to};
}

std::vector<Form> written_forms(const std::vector<Letter>& letters, Joined joined) {
    return Written(letters, joined).forms(joined);
}

std::vector<Form> read_forms(const std::vector<Letter>& letters, Spelling& spelling, const Surnames& surnames) {
    return Read(spelling, surnames).forms(letters);
}

std::string consonants_of(std::string_view latin) {
    static constexpr std::string_view vowels = "aeiouyw", before_h = "sktdgcpz";
    static constexpr std::string_view from = "vpqc", to = "bfkk";
    std::string found{consonants_mark};
    char before = 0;
    for (const char c : latin) {
        const bool digraph = c == 'h' && before_h.find(before) != std::string_view::npos;
        before = c;
        if (digraph || c < 'a' || c > 'z' || vowels.find(c) != std::string_view::npos) continue;
        const std::size_t at = from.find(c);
        const char same = at == std::string_view::npos ? c : to[at];
        if (found.back() != same) found += same;
    }
    return found.size() > 2 ? found : std::string{};
}

} // namespace foyer::search
