// bench_search [people]: what the search costs over an invented roster: filling it in chunks, its memory, and a
// keystroke while names are typed letter by letter; beside it, in turns, a scan of all names in lower case by find().
#include <malloc.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>

#include "sync/search/people_index.h"

using namespace foyer;

namespace {

constexpr std::size_t chunk = 300, typed_names = 400, most = 30, organisations_count = 4'000;

// Of this thread, on its processor: nothing here waits, and what else the machine does is not of interest.
double ms_now() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double ms_of(const auto& work) {
    const double start = ms_now();
    work();
    return ms_now() - start;
}

struct Times {
    std::vector<double> ms;
    double at(double part) {
        std::ranges::sort(ms);
        return ms[static_cast<std::size_t>(part * static_cast<double>(ms.size() - 1))];
    }
};

class Roster {
public:
    explicit Roster(std::uint32_t seed) : random_(seed) {
        for (std::size_t i = 0; i < organisations_count; ++i)
            organisations_.push_back(
                {capital(latin(2, 3)) + " " + capital(latin(2, 4)) + " " + pick(kinds), han(2) + han(2) + "研究院"});
    }

    Findable person(std::size_t number) {
        Findable who;
        who.id.text = "p" + std::to_string(number);
        name(who.person);
        who.organisations = organisations_[below(organisations_count)];
        who.phone = "+" + std::to_string(10 + below(80)) + " " + std::to_string(100 + below(900)) + " " +
                    std::to_string(1'000'000 + below(9'000'000));
        who.email = latin(2, 3) + "." + latin(2, 3) + "@" + latin(2, 2) + ".example";
        if (below(20) == 0) who.cases = {"A-" + std::to_string(number)};
        return who;
    }

private:
    static constexpr std::array<const char*, 4> kinds = {"Institute", "University", "Industries", "Foundation"};
    static constexpr std::array<const char*, 48> syllables = {
        "an",  "ber", "chi", "dor", "el", "fan", "gar", "hel", "in", "jo",  "ka", "lin", "mar", "nor", "os",  "pet",
        "qui", "ros", "sa",  "tam", "ul", "vic", "wen", "xa",  "yo", "zel", "li", "mö",  "né",  "ri",  "sto", "tha",
        "vo",  "ber", "ne",  "ka",  "na", "do",  "ra",  "mi",  "tu", "le",  "so", "bel", "gu",  "pa",  "he",  "cor"};
    static constexpr std::array<const char*, 24> cyrillic = {"ан", "бо", "ви", "гри", "да", "ев", "жу", "зи",
                                                             "ко", "ла", "му", "но",  "ор", "пе", "ра", "си",
                                                             "та", "ур", "фё", "ха",  "це", "ша", "ю",  "я"};
    static constexpr std::u32string_view arabic = U"ابتجحدرسشصعفقكلمنهوي";
    static constexpr std::u32string_view surnames = U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹";

    std::size_t below(std::size_t end) { return random_() % end; }
    std::string pick(const auto& from) { return from[below(from.size())]; }

    static std::string utf8(char32_t c) {
        if (c < 0x800) return {static_cast<char>(0xc0U | (c >> 6U)), static_cast<char>(0x80U | (c & 63U))};
        return {static_cast<char>(0xe0U | (c >> 12U)), static_cast<char>(0x80U | ((c >> 6U) & 63U)),
                static_cast<char>(0x80U | (c & 63U))};
    }
    std::string latin(std::size_t least, std::size_t greatest) {
        std::string word;
        for (std::size_t n = least + below(greatest - least + 1); n > 0; --n) word += pick(syllables);
        return word;
    }
    static std::string capital(std::string word) {
        if (word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
        return word;
    }
    std::string han(std::size_t count) {
        std::string word;
        for (; count > 0; --count) word += utf8(static_cast<char32_t>(0x4e00 + below(3'000)));
        return word;
    }
    std::string run(const std::u32string_view& letters, std::size_t count) {
        std::string word;
        for (; count > 0; --count) word += utf8(letters[below(letters.size())]);
        return word;
    }

    // Half of them in Latin letters, a third in Han, the others in Cyrillic, Hangul and Arabic.
    void name(Person& who) {
        who.latin_name = capital(latin(2, 3)) + " " + capital(latin(2, 3));
        const std::size_t script = below(12);
        if (script < 6)
            who.native_name = who.latin_name;
        else if (script < 10)
            who.native_name = run(surnames, 1) + han(1 + below(2));
        else if (script == 10)
            who.native_name = pick(cyrillic) + pick(cyrillic) + " " + pick(cyrillic) + pick(cyrillic) + "ва";
        else if (below(2) == 0)
            who.native_name = run(arabic, 4) + " " + run(arabic, 5);
        else
            for (int i = 0; i < 3; ++i) who.native_name += utf8(static_cast<char32_t>(0xac00 + below(11'000)));
    }

    std::mt19937 random_;
    std::vector<std::vector<std::string>> organisations_;
};

// What would be typed for these people, the beginnings of it one after the other.
std::vector<std::string> keystrokes(const std::vector<Findable>& people) {
    std::mt19937 random(7);
    std::vector<std::string> typed;
    for (std::size_t i = 0; i < typed_names; ++i) {
        const Person& who = people[random() % people.size()].person;
        const std::string& name = i % 3 == 0 ? who.native_name : who.latin_name;
        for (std::size_t end = 1; end <= name.size(); ++end)
            if (end == name.size() || (static_cast<unsigned char>(name[end]) & 0xc0U) != 0x80U)
                typed.push_back(name.substr(0, end));
    }
    return typed;
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

void print(const char* what, Times times) {
    std::printf("%-40s p50 %7.3f  p99 %7.3f  max %7.3f ms\n", what, times.at(0.5), times.at(0.99), times.at(1));
}

void typing(const PeopleIndex& index, const std::vector<Findable>& people) {
    std::vector<std::string> names;
    names.reserve(people.size());
    for (const Findable& who : people) names.push_back(lower(who.person.native_name + " " + who.person.latin_name));
    Times searched, short_ones, scanned;
    std::size_t found = 0, found_by_scan = 0;
    for (const std::string& text : keystrokes(people)) {
        const double ms = ms_of([&] { found += index.find(text, most).all; });
        searched.ms.push_back(ms);
        if (text.size() <= 2) short_ones.ms.push_back(ms);
        const std::string wanted = lower(text);
        scanned.ms.push_back(ms_of([&] {
            for (const std::string& name : names) found_by_scan += name.find(wanted) != std::string::npos;
        }));
    }
    const auto count = static_cast<double>(searched.ms.size());
    std::printf("%zu keystrokes; people found at each: %.0f, by the scan %.0f\n", searched.ms.size(),
                static_cast<double>(found) / count, static_cast<double>(found_by_scan) / count);
    print("a keystroke", searched);
    print("  of one or two bytes", short_ones);
    print("the same by a scan of all names", scanned);
    Times phones, organisations;
    for (std::size_t i = 0; i < 100; ++i) {
        const Findable& who = people[i * people.size() / 100];
        phones.ms.push_back(ms_of([&] { found += index.find(who.phone.substr(who.phone.size() - 4), most).all; }));
        organisations.ms.push_back(ms_of([&] { found += index.find("inst " + who.organisations[0], most).all; }));
    }
    print("the end of a phone number", phones);
    print("an organisation, four words", organisations);
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000;
    Roster roster(2026);
    std::vector<Findable> people;
    for (std::size_t i = 0; i < std::max<std::size_t>(count, 1); ++i) people.push_back(roster.person(i));

    std::optional<PeopleIndex> made;
    std::printf("making the first index of a process: %.0f ms\n", ms_of([&] { made.emplace(); }));
    PeopleIndex& index = *made;
    const std::size_t before = mallinfo2().uordblks;
    Times chunks;
    double sum = 0;
    for (std::size_t from = 0; from < people.size(); from += chunk) {
        chunks.ms.push_back(ms_of([&] {
            for (std::size_t i = from; i < std::min(from + chunk, people.size()); ++i) index.put(people[i]);
        }));
        sum += chunks.ms.back();
    }
    std::printf("%zu people: %.2f s, %.0f bytes a person\n", index.size(), sum / 1000,
                static_cast<double>(mallinfo2().uordblks - before) / static_cast<double>(people.size()));
    std::printf("the first chunk of %zu: %.1f ms\n", chunk, chunks.ms[0]);
    print("a chunk of 300", chunks);
    typing(index, people);

    Times changes;
    for (std::size_t i = 0; i < 1'000; ++i) {
        Findable who = people[i * people.size() / 1'000];
        who.person.latin_name += "o";
        changes.ms.push_back(ms_of([&] { index.put(who); }));
    }
    print("one person changed", changes);
}
