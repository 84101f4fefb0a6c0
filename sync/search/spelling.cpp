#include "sync/search/spelling.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace foyer::search {
namespace {

using icu::Transliterator;
using icu::UnicodeString;

constexpr std::size_t words_kept = 20'000; // readings of whole words; then all are forgotten

std::string utf8(const UnicodeString& text) {
    std::string bytes;
    return text.toUTF8String(bytes);
}

struct Spelled {
    UChar32 letter;
    const char* text;
};

// What ICU's foldings leave apart and people do not.
constexpr std::array<Spelled, 18> alike = {{
    {U'\u0671', "ا"},
    {U'\u0649', "ي"},
    {U'\u06cc', "ي"},
    {U'\u0629', "ه"},
    {U'\u06a9', "ك"},
    {U'\u06c1', "ه"},
    {U'\u0640', ""},
    {U'ך', "כ"},
    {U'ם', "מ"},
    {U'ן', "נ"},
    {U'ף', "פ"},
    {U'ץ', "צ"},
    {U'ə', "a"},
    {U'є', "е"},
    {U'ı', "i"},
    {U'ȷ', "j"},
    {U'ĸ', "k"},
    {U'ŉ', "n"},
}};

// The other way to write a letter without its accent.
constexpr std::array<Spelled, 7> wide = {
    {{U'ä', "ae"}, {U'ö', "oe"}, {U'ü', "ue"}, {U'å', "aa"}, {U'ø', "oe"}, {U'ǿ', "oe"}, {U'ə', "e"}}};

// How letters are written in English, where ICU follows the libraries' standards (ж ž, ю û, ש ş).
constexpr std::array<Spelled, 19> english = {{
    {U'ж', "zh"}, {U'х', "kh"}, {U'ц', "ts"}, {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"}, {U'ю', "yu"},
    {U'я', "ya"}, {U'ё', "yo"}, {U'й', "y"},  {U'є', "ye"}, {U'ї', "yi"}, {U'ў', "w"},    {U'ђ', "dj"},
    {U'љ', "lj"}, {U'њ', "nj"}, {U'џ', "dz"}, {U'ѓ', "gj"}, {U'ש', "sh"},
}};

const char* in(const auto& table, UChar32 letter) {
    const auto found = std::ranges::find(table, letter, &Spelled::letter);
    return found == table.end() ? nullptr : found->text;
}

UScriptCode script_of(UChar32 c) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &error);
    return U_SUCCESS(error) ? script : USCRIPT_COMMON;
}

// Accents, harakat, niqqud: what may be left away. The marks of Thai, of the scripts of India and of kana are letters.
bool may_be_left_away(UChar32 c) {
    if ((U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) == 0 || c == 0x3099 || c == 0x309a) return false;
    const UScriptCode script = script_of(c);
    return script == USCRIPT_INHERITED || script == USCRIPT_COMMON || script == USCRIPT_LATIN ||
           script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC || script == USCRIPT_ARABIC ||
           script == USCRIPT_HEBREW;
}

bool is_letter(UChar32 c) {
    return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0 && !(c >= 0x2b9 && c <= 0x2ff);
}

bool is_hard(UChar32 c) {
    static constexpr std::u32string_view dots = U",;/\\|()[]{}<>\"·・･‧•∙،、，；（）「」『』《》“”„«»";
    return u_isUWhiteSpace(c) || u_iscntrl(c) || (U_GET_GC_MASK(c) & U_GC_Z_MASK) != 0 ||
           dots.find(static_cast<char32_t>(c)) != dots.npos;
}

bool is_foreign(int script) {
    return script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED &&
           script != USCRIPT_UNKNOWN;
}

Script kind_of(UScriptCode script) {
    switch (script) {
    case USCRIPT_HAN: return Script::han;
    case USCRIPT_HANGUL: return Script::hangul;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA: return Script::kana;
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR: return Script::thai;
    case USCRIPT_CYRILLIC: return Script::letters;
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW: return Script::consonants;
    default: return Script::spaced;
    }
}

} // namespace

struct Spelling::Icu {
    std::unordered_map<UChar32, Glyph> glyphs;
    std::unordered_map<std::string, std::vector<std::string>> words;
    std::map<int, std::unique_ptr<Transliterator>> to_latin; // by script; null: ICU has none
    std::unique_ptr<Transliterator> ascii = rules("Latin-ASCII"), simplified = rules("Traditional-Simplified");
    std::unique_ptr<Transliterator> modern_greek = rules("Greek-Latin/UNGEGN"); // ICU's own is of ancient Greek
    const icu::Normalizer2 *nfc = nullptr, *nfkd = nullptr, *fold = nullptr;

    Icu() {
        UErrorCode error = U_ZERO_ERROR;
        nfc = icu::Normalizer2::getNFCInstance(error);
        nfkd = icu::Normalizer2::getNFKDInstance(error);
        fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
        if (U_FAILURE(error)) nfc = nfkd = fold = nullptr; // ICU without its data: letters are compared as they are
        // What rules cost to read is paid here and not by the first guest of that script.
        for (const UScriptCode script : {USCRIPT_HAN, USCRIPT_HANGUL, USCRIPT_HIRAGANA, USCRIPT_CYRILLIC, USCRIPT_GREEK,
                                         USCRIPT_ARABIC, USCRIPT_HEBREW, USCRIPT_THAI})
            static_cast<void>(latin_rules(script));
    }

    static std::unique_ptr<Transliterator> rules(const char* name) {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<Transliterator> made(
            Transliterator::createInstance(UnicodeString::fromUTF8(name), UTRANS_FORWARD, error));
        if (U_FAILURE(error)) made.reset();
        return made;
    }

    const Transliterator* latin_rules(int script) {
        const auto [at, fresh] = to_latin.try_emplace(script);
        if (fresh && is_foreign(script))
            at->second = rules((std::string(uscript_getName(static_cast<UScriptCode>(script))) + "-Latin").c_str());
        return at->second.get();
    }

    UnicodeString normal(const icu::Normalizer2* form, const UnicodeString& text) const {
        UErrorCode error = U_ZERO_ERROR;
        UnicodeString result = form ? form->normalize(text, error) : text;
        return U_SUCCESS(error) ? result : text;
    }

    // A character of a folded and decomposed text, as it is compared.
    void add_plain(UnicodeString& plain, UChar32 c) const {
        if (may_be_left_away(c) || !is_letter(c)) return;
        if (const char* same = in(alike, c)) {
            plain.append(UnicodeString::fromUTF8(same));
        } else if (const int digit = u_charDigitValue(c); digit >= 0) {
            plain.append(static_cast<UChar32>('0' + digit));
        } else if (c >= 0x30a1 && c <= 0x30f6) { // katakana as hiragana
            plain.append(static_cast<UChar32>(c - 0x60));
        } else {
            plain.append(c);
        }
    }

    UnicodeString plain_of(UChar32 c) const {
        UnicodeString folded = normal(fold, UnicodeString(c));
        if (simplified && script_of(c) == USCRIPT_HAN) simplified->transliterate(folded);
        folded = normal(nfkd, folded);
        UnicodeString plain;
        for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) add_plain(plain, folded.char32At(i));
        if (ascii && script_of(c) == USCRIPT_LATIN) ascii->transliterate(plain);
        return plain.toLower(icu::Locale::getRoot());
    }

    // Latin letters and digits of a reading, all else dropped.
    std::string read(const UnicodeString& text, int script) { return read(text, latin_rules(script)); }
    std::string read(UnicodeString text, const Transliterator* rule) {
        if (!rule) return {};
        rule->transliterate(text);
        if (ascii) ascii->transliterate(text);
        std::string letters = utf8(text.toLower(icu::Locale::getRoot()));
        std::erase_if(letters, [](char c) { return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'); });
        return letters;
    }

    void add_readings(Glyph& glyph, UChar32 c) {
        const UChar32 small = u_tolower(c);
        // Arabic is read without the difference of its alefs, Hebrew without its finals, and so on.
        const UnicodeString letter =
            glyph.script == Script::consonants ? UnicodeString::fromUTF8(glyph.plain) : UnicodeString(small);
        glyph.latin.push_back(read(letter, glyph.rules));
        if (const char* other = in(english, small)) glyph.latin.emplace_back(other);
        if (glyph.script == Script::hangul && glyph.latin[0].starts_with('l')) // first in its syllable, it is an r
            glyph.latin.insert(glyph.latin.begin(), "r" + glyph.latin[0].substr(1));
        if (glyph.script != Script::han) return;
        if (glyph.latin[0].empty()) glyph.latin[0] = read(UnicodeString::fromUTF8(glyph.plain), glyph.rules);
        if (glyph.latin[0] != "lu" && glyph.latin[0] != "nu") return;
        UnicodeString toned(c);
        latin_rules(glyph.rules)->transliterate(toned);
        if (normal(nfkd, toned).indexOf(UChar{0x308}) < 0) return;
        for (const char* vowel : {"v", "yu"}) glyph.latin.push_back(glyph.latin[0].substr(0, 1) + vowel); // ü
    }

    const Glyph& glyph(UChar32 c) {
        const auto [at, fresh] = glyphs.try_emplace(c);
        Glyph& made = at->second;
        if (!fresh) return made;
        if (const UnicodeString plain = plain_of(c); !plain.isEmpty()) {
            made.plain = utf8(plain);
            const UScriptCode script = script_of(c == 0x30fc || c == 0xff70 ? 0x3042 : plain.char32At(0));
            made.script = c == 0x3099 || c == 0x309a ? Script::kana : kind_of(script);
            made.rules = made.script == Script::kana ? USCRIPT_HIRAGANA : script;
            made.by_word = made.script == Script::kana || made.script == Script::thai ||
                           (made.script == Script::spaced && is_foreign(script));
            if (made.script == Script::spaced || made.script == Script::letters)
                if (const char* other = in(wide, u_tolower(c))) made.wide = other;
            if (made.script != Script::spaced && !made.by_word) add_readings(made, c);
        } else if (is_hard(c)) {
            made.gap = Gap::hard;
        } else if (!is_letter(c) && u_charType(c) != U_FORMAT_CHAR) {
            made.gap = Gap::soft;
        } else if (c >= 0x2b9 && c <= 0x2ff) { // apostrophes among the letters
            made.gap = Gap::soft;
        }
        return made;
    }

    // A letter with its accents: the one character they make, if there is one.
    UChar32 composed(std::string_view letter, UChar32 base) const {
        const auto bytes = icu::StringPiece(letter.data(), static_cast<int32_t>(letter.size()));
        const UnicodeString one = normal(nfc, UnicodeString::fromUTF8(bytes));
        return one.isEmpty() ? base : one.char32At(0);
    }
};

Spelling::Spelling() : icu_(std::make_unique<Icu>()) {}
Spelling::~Spelling() = default;

std::vector<Letter> Spelling::letters(std::string_view text, std::size_t most) {
    constexpr std::size_t accents_max = 8; // of one letter; the others are passed over
    text = text.substr(0, most * 16);
    std::vector<Letter> found;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<int32_t>(text.size());
    for (int32_t at = 0; at < size && found.size() < most;) {
        const int32_t from = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        int32_t end = at;
        for (std::size_t accents = 0; end < size; ++accents) {
            UChar32 mark = 0;
            int32_t next = end;
            U8_NEXT(bytes, next, size, mark);
            if (mark < 0 || !may_be_left_away(mark)) break;
            if (accents < accents_max) at = next;
            end = next;
        }
        const std::string_view letter =
            text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from));
        if (c >= 0 && end > from + U8_LENGTH(c)) c = icu_->composed(letter, c);
        at = end;
        found.push_back(
            {&icu_->glyph(c < 0 ? ' ' : c), static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at)});
    }
    return found;
}

const std::vector<std::string>& Spelling::read(std::string_view word, int rules) {
    std::unordered_map<std::string, std::vector<std::string>>& known = icu_->words;
    const std::string key = std::to_string(rules) + ":" + std::string(word);
    if (const auto found = known.find(key); found != known.end()) return found->second;
    if (known.size() >= words_kept) known.clear();
    const icu::StringPiece bytes(word.data(), static_cast<int32_t>(word.size()));
    const UnicodeString text = icu_->normal(icu_->nfc, UnicodeString::fromUTF8(bytes));
    std::vector<std::string>& readings = known[key];
    readings.push_back(icu_->read(text, rules));
    if (rules == USCRIPT_GREEK) readings.push_back(icu_->read(text, icu_->modern_greek.get()));
    if (rules != USCRIPT_HIRAGANA) return readings;
    std::string shorter = readings[0]; // Satou is written Sato
    for (const std::string_view vowel : {"ou", "oo", "uu"})
        for (std::size_t at = 0; (at = shorter.find(vowel, at)) != std::string::npos; ++at) shorter.erase(at + 1, 1);
    readings.push_back(std::move(shorter));
    return readings;
}

std::string region_name(const std::string& code, const std::string& language) {
    icu::UnicodeString name;
    icu::Locale{"", code.c_str()}.getDisplayCountry(icu::Locale{language.c_str()}, name);
    std::string text;
    return name.toUTF8String(text);
}

} // namespace foyer::search
