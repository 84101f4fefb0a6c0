#include "sync/search/session_index.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <string>
#include <utility>

#include "sync/search/forms.h"
#include "sync/search/query.h"
#include "sync/search/spelling.h"
#include "sync/search/surnames.h"

namespace foyer {

namespace {

using search::Query;

struct Text {
    std::vector<std::string> forms; // under which it is found, sorted
    bool read = false;
};
using Texts = std::map<std::string, Text>;

struct Entry {
    SessionId id;
    std::vector<const Text*> texts;
};

bool begins_one(const Text& text, const std::string& term) {
    const auto at = std::ranges::lower_bound(text.forms, term);
    return at != text.forms.end() && at->starts_with(term);
}

bool has(const Entry& entry, const std::string& term) {
    // Empty: the digits of a telephone number, which no session has.
    return !term.empty() && std::ranges::any_of(entry.texts, [&](const Text* text) { return begins_one(*text, term); });
}

bool has_all(const Entry& entry, const Query& query) {
    const auto has_way = [&](const Query::Terms& way) {
        return std::ranges::all_of(way, [&](std::size_t term) { return has(entry, query.terms[term].text); });
    };
    return std::ranges::all_of(query.words, [&](const auto& ways) { return std::ranges::any_of(ways, has_way); });
}

std::vector<std::string> texts_of(const Wording& wording) {
    std::vector<std::string> all;
    for (const auto& [language, text] : wording.by_language) all.push_back(text);
    return all;
}

// What a guest calls the place of a session: its name and code, and those around it up to the first that has a code on
// its door. Not the site, in which all of them are.
std::vector<std::string> texts_of(const Programme& programme, const PlaceId& id) {
    std::vector<std::string> all;
    const Place* at = programme.place(id);
    // Bounded, so that a ring of parents in a bad import ends.
    for (std::size_t steps = 0; at && at->kind != PlaceKind::site && steps <= programme.places.size(); ++steps) {
        std::ranges::copy(texts_of(at->name), std::back_inserter(all));
        all.push_back(at->code);
        if (!at->code.empty()) break;
        at = at->parent ? programme.place(*at->parent) : nullptr;
    }
    return all;
}

std::vector<std::string> texts_of(const Programme& programme, const Session& session) {
    std::vector<std::string> all = texts_of(session.title);
    std::ranges::copy(texts_of(session.speaker), std::back_inserter(all));
    std::ranges::copy(texts_of(programme, session.place), std::back_inserter(all));
    if (const Forum* forum = session.forum ? programme.forum(*session.forum) : nullptr)
        for (const Wording* name : {&forum->name, &forum->short_name})
            std::ranges::copy(texts_of(*name), std::back_inserter(all));
    return all;
}

} // namespace

struct SessionIndex::Inside {
    search::Spelling spelling;
    search::Surnames surnames{spelling};
    Texts texts; // nodes: entries point into them
    std::vector<Texts::value_type*> unread;
    std::vector<Entry> entries;

    void read(Texts::value_type& node) {
        auto& [words, text] = node;
        if (text.read) return;
        const auto letters = spelling.letters(words, search::letters_max);
        for (auto& form : search::written_forms(letters, search::Joined::near)) text.forms.push_back(form.text);
        for (auto& form : search::read_forms(letters, spelling, surnames)) text.forms.push_back(form.text);
        std::ranges::sort(text.forms);
        const auto twice = std::ranges::unique(text.forms);
        text.forms.erase(twice.begin(), twice.end());
        text.read = true;
    }

    // As it was `before`, or to be read; a text of several sessions is read once.
    const Text& known(const std::string& words, Texts& before) {
        if (auto node = before.extract(words)) texts.insert(std::move(node));
        const auto at = texts.try_emplace(words).first;
        if (!at->second.read) unread.push_back(&*at);
        return at->second;
    }
};

SessionIndex::SessionIndex() : inside_(std::make_unique<Inside>()) {}
SessionIndex::~SessionIndex() = default;

void SessionIndex::put(const Programme& programme) {
    Inside& in = *inside_;
    Texts before = std::exchange(in.texts, {});
    in.entries.clear();
    in.unread.clear();
    for (const Session& session : programme.sessions) {
        Entry entry{session.id, {}};
        for (const std::string& words : texts_of(programme, session))
            if (!words.empty()) entry.texts.push_back(&in.known(words, before));
        in.entries.push_back(std::move(entry));
    }
}

bool SessionIndex::read_some(std::size_t most) {
    Inside& in = *inside_;
    for (; most > 0 && !in.unread.empty(); --most) {
        in.read(*in.unread.back());
        in.unread.pop_back();
    }
    return !in.unread.empty();
}

std::vector<SessionId> SessionIndex::find(std::string_view query) {
    Inside& in = *inside_;
    while (read_some(100)) {}
    // Word by word, for "2 04" is no telephone number here.
    std::vector<Query> words;
    for (const auto word : std::views::split(query, ' ')) {
        Query one = search::query_of(std::string_view{word.begin(), word.end()}, in.spelling);
        if (!one.words.empty()) words.push_back(std::move(one));
    }
    std::vector<SessionId> found;
    if (words.empty()) return found;
    for (const Entry& entry : in.entries)
        if (std::ranges::all_of(words, [&](const Query& word) { return has_all(entry, word); }))
            found.push_back(entry.id);
    return found;
}

} // namespace foyer
