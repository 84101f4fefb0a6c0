#include "sync/search/reason.h"

#include <algorithm>
#include <optional>

namespace foyer::search {
namespace {

// Where a term was found best.
struct Hit {
    Cost cost = not_found;
    std::size_t source = 0;
    Match::By by{};
    Span span;
};

// The least that any form of such a text can cost: what need not be looked at when better is known.
Cost least(Match::By by) {
    switch (by) {
    case Match::By::native_name:
    case Match::By::latin_name: return 0;
    case Match::By::other_name: return cost_of(Found::other_word, true);
    case Match::By::organisation: return cost_of(Found::organisation, true);
    default: return cost_of(Found::rest, true);
    }
}

void look(const Query& query, std::vector<Hit>& hits, const Source& source, std::size_t number, Spelling& spelling,
          const Surnames& surnames) {
    const auto better = [&](Hit& hit, const Hit& other) {
        if (other.cost < hit.cost) hit = other;
    };
    if (source.by == Match::By::phone) {
        const std::vector<Letter> letters = spelling.letters(source.text, letters_max);
        const Digits digits = digits_of(letters);
        for (std::size_t i = 0; i < hits.size(); ++i)
            if (query.terms[i].text.empty() && digits.contain(query.terms[i].digits))
                better(hits[i], {least(source.by), number, source.by, span_of(query.terms[i].digits, letters)});
        return;
    }
    for (const FoundForm& one : forms_of(source, spelling, surnames))
        for (std::size_t i = 0; i < hits.size(); ++i) {
            const std::string& term = query.terms[i].text;
            if (term.empty() || !one.form.text.starts_with(term)) continue;
            const Cost cost = cost_of(one.found, term.size() == one.form.text.size());
            better(hits[i], {cost, number, one.by, one.form.first(term.size())});
        }
}

// Two parts of one text are one when only gaps are between them.
std::optional<Span> together(Span a, Span b, std::string_view text, Spelling& spelling) {
    const Span first = a.from <= b.from ? a : b, second = a.from <= b.from ? b : a;
    if (second.from < first.to) return Span{first.from, std::max(first.to, second.to)};
    const std::string_view between = text.substr(first.to, second.from - first.to);
    for (const Letter& letter : spelling.letters(between, letters_max))
        if (letter.glyph->gap == Gap::none && !letter.glyph->plain.empty()) return std::nullopt;
    return Span{first.from, second.to};
}

// The way a word was found best: its dearest term counts.
const Query::Terms& best_way(const std::vector<Query::Terms>& ways, const std::vector<Hit>& hits) {
    const auto cost = [&](const Query::Terms& way) {
        Cost most = 0;
        for (const std::size_t term : way) most = std::max(most, hits[term].cost);
        return most;
    };
    return *std::ranges::min_element(ways, {}, cost);
}

} // namespace

Match reason(const Query& query, const std::vector<Source>& sources, Spelling& spelling, const Surnames& surnames) {
    std::vector<Hit> hits(query.terms.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const Cost dearest = std::ranges::max_element(hits, {}, &Hit::cost)->cost;
        if (least(sources[i].by) < dearest) look(query, hits, sources[i], i, spelling, surnames);
    }
    std::vector<Hit> found;
    for (const std::vector<Query::Terms>& ways : query.words)
        for (const std::size_t term : best_way(ways, hits)) found.push_back(hits[term]);
    Hit best = *std::ranges::min_element(found, {}, &Hit::cost);
    Match match;
    if (best.cost == not_found) return match;
    for (const Hit& hit : found)
        if (hit.cost != not_found && hit.source == best.source)
            if (const auto both = together(best.span, hit.span, sources[best.source].text, spelling)) best.span = *both;
    match.by = best.by;
    match.text = sources[best.source].text;
    match.from = best.span.from;
    match.length = best.span.to - best.span.from;
    return match;
}

} // namespace foyer::search
