#include "sync/search/people_index.h"

#include <algorithm>
#include <array>
#include <compare>
#include <iterator>
#include <map>

#include "sync/search/query.h"
#include "sync/search/reason.h"
#include "sync/search/source.h"
#include "sync/search/word_list.h"

namespace foyer {
namespace {

using namespace search;
using By = Match::By;

// A posting: how it is found, and the number of a person or organisation.
constexpr unsigned number_bits = 26;
constexpr std::uint32_t number_mask = (std::uint32_t{1} << number_bits) - 1;

WordList::Posting posting_of(Found found, std::uint32_t number) {
    return (static_cast<std::uint32_t>(found) << number_bits) | number;
}

struct Word {
    std::string text;
    Found found;
    auto operator<=>(const Word&) const = default;
};

// What people who match alike are ordered by: the first 16 bytes of the name as it is compared.
using Order = std::array<std::uint64_t, 2>;

Order order_of(std::string_view name) {
    Order order{};
    for (std::size_t i = 0; i < 16; ++i)
        order[i / 8] = (order[i / 8] << 8U) | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0U);
    return order;
}

// The best way of each word, and all words together: the cost of somebody, of the costs of the terms.
Cost together(const Query& query, const std::vector<std::vector<Cost>>& terms, std::size_t person) {
    unsigned sum = 0;
    for (const std::vector<Query::Terms>& ways : query.words) {
        Cost best = not_found;
        for (const Query::Terms& way : ways) {
            Cost dearest = 0;
            for (const std::size_t term : way) dearest = std::max(dearest, terms[term][person]);
            best = std::min(best, dearest);
        }
        if (best == not_found) return not_found;
        sum += best;
    }
    return static_cast<Cost>(std::min(sum, not_found - 1U));
}

struct Organisation {
    std::string text;
    std::vector<std::uint32_t> people;
};

} // namespace

struct PeopleIndex::Inside {
    mutable Spelling spelling; // remembers what it has spelled
    Surnames surnames{spelling};
    WordList words;
    // Of each person, by number; a free number has nothing known.
    std::vector<Known> known;
    std::vector<Digits> phones;
    std::vector<Order> orders;
    std::vector<std::uint32_t> free;
    std::map<std::string, std::uint32_t> numbers; // by id; a hash table would stop now and then to grow
    std::vector<Organisation> organisations;      // a free one has no text
    std::vector<std::uint32_t> free_organisations;
    std::map<std::string, std::uint32_t> organisation_numbers;
    // Room for a search, kept from one to the next.
    mutable std::vector<std::vector<Cost>> costs;
    mutable std::vector<char> organisation_hit;

    // The words of some texts, each once, at its best.
    std::vector<Word> words_of(const std::vector<Source>& sources) {
        std::vector<Word> found;
        for (const Source& source : sources)
            if (source.by != By::organisation || !source.organisation)
                for (FoundForm& one : forms_of(source, spelling, surnames))
                    found.push_back({std::move(one.form.text), one.found});
        std::ranges::sort(found);
        const auto same = std::ranges::unique(found, {}, &Word::text);
        found.erase(same.begin(), same.end());
        return found;
    }

    // The number of an organisation, from 1 on; one that is new has nobody yet.
    std::uint32_t organisation(const std::string& text) {
        const auto [at, fresh] = organisation_numbers.try_emplace(text);
        if (!fresh) return at->second;
        if (organisations.empty()) organisations.emplace_back(); // 0 is none
        if (free_organisations.empty()) {
            free_organisations.push_back(static_cast<std::uint32_t>(organisations.size()));
            organisations.emplace_back();
        }
        at->second = free_organisations.back();
        free_organisations.pop_back();
        organisations[at->second].text = text;
        for (const Word& word : words_of({{By::organisation, text}}))
            words.add(word.text, posting_of(word.found, at->second));
        return at->second;
    }

    void join(std::uint32_t person, const Known& who) {
        for (const Source& source : who.sources())
            if (source.organisation) organisations[source.organisation].people.push_back(person);
    }

    void leave(std::uint32_t person, const Known& who) {
        for (const Source& source : who.sources()) {
            if (!source.organisation) continue;
            Organisation& one = organisations[source.organisation];
            if (const auto at = std::ranges::find(one.people, person); at != one.people.end()) {
                *at = one.people.back();
                one.people.pop_back();
            }
            if (!one.people.empty()) continue;
            for (const Word& word : words_of({{By::organisation, one.text}}))
                words.remove(word.text, posting_of(word.found, source.organisation));
            organisation_numbers.erase(one.text);
            one = {};
            free_organisations.push_back(source.organisation);
        }
    }

    std::uint32_t new_person() {
        if (free.empty()) {
            free.push_back(static_cast<std::uint32_t>(known.size()));
            known.emplace_back();
            phones.emplace_back();
            orders.emplace_back();
        }
        const std::uint32_t number = free.back();
        free.pop_back();
        return number;
    }

    // From what was known of a person to what is: only what differs is touched.
    void change(std::uint32_t person, Known now) {
        const std::vector<Word> before = words_of(known[person].sources()), after = words_of(now.sources());
        std::vector<Word> gone, come;
        std::ranges::set_difference(before, after, std::back_inserter(gone));
        std::ranges::set_difference(after, before, std::back_inserter(come));
        for (const Word& word : gone) words.remove(word.text, posting_of(word.found, person));
        for (const Word& word : come) words.add(word.text, posting_of(word.found, person));
        join(person, now);
        leave(person, known[person]);
        known[person] = std::move(now);
    }

    void describe(std::uint32_t person, const Findable& who) {
        phones[person] = digits_of(spelling.letters(who.phone, letters_max));
        const std::string& name = who.person.latin_name.empty() ? who.person.native_name : who.person.latin_name;
        std::string plain;
        for (const Letter& letter : spelling.letters(name, 16))
            plain += letter.glyph->gap == Gap::hard ? " " : letter.glyph->plain;
        orders[person] = order_of(plain);
    }

    void look_up(const Term& term, std::vector<Cost>& cost) const {
        cost.assign(known.size(), not_found);
        if (term.text.empty()) {
            for (std::size_t i = 0; i < phones.size(); ++i)
                if (phones[i].contain(term.digits)) cost[i] = cost_of(Found::rest, true);
            return;
        }
        organisation_hit.assign(organisations.size(), 0);
        words.each(term.text, [&](bool whole, std::span<const WordList::Posting> postings) {
            for (const WordList::Posting posting : postings) {
                const auto found = static_cast<Found>(posting >> number_bits);
                if (const std::uint32_t number = posting & number_mask; found == Found::organisation)
                    organisation_hit[number] = 1;
                else
                    cost[number] = std::min(cost[number], cost_of(found, whole));
            }
        });
        const Cost of_organisation = cost_of(Found::organisation, true);
        for (std::size_t i = 0; i < organisations.size(); ++i)
            if (organisation_hit[i])
                for (const std::uint32_t person : organisations[i].people)
                    cost[person] = std::min(cost[person], of_organisation);
    }

    Match match(const Query& query, std::uint32_t person) const {
        std::vector<Source> sources = known[person].sources();
        for (Source& source : sources)
            if (source.organisation) source.text = organisations[source.organisation].text;
        // Names first: what they do not explain is looked for in the rest.
        std::ranges::stable_sort(sources, {}, &Source::by);
        Match found = reason(query, sources, spelling, surnames);
        found.id.text = known[person].id();
        return found;
    }
};

PeopleIndex::PeopleIndex() : inside_(std::make_unique<Inside>()) {}
PeopleIndex::~PeopleIndex() = default;
PeopleIndex::PeopleIndex(PeopleIndex&& other) noexcept = default;
PeopleIndex& PeopleIndex::operator=(PeopleIndex&& other) noexcept = default;

std::size_t PeopleIndex::size() const { return inside_->numbers.size(); }

void PeopleIndex::put(const Findable& who) {
    std::vector<std::uint32_t> organisations;
    for (const std::string& text : who.organisations)
        if (!text.empty()) organisations.push_back(inside_->organisation(text));
    std::ranges::sort(organisations);
    organisations.erase(std::ranges::unique(organisations).begin(), organisations.end());
    Known now(who, organisations);
    const auto [at, fresh] = inside_->numbers.try_emplace(who.id.text);
    if (fresh) at->second = inside_->new_person();
    if (inside_->known[at->second] == now) return;
    inside_->describe(at->second, who);
    inside_->change(at->second, std::move(now));
}

void PeopleIndex::remove(const AttendeeId& id) {
    const auto at = inside_->numbers.find(id.text);
    if (at == inside_->numbers.end()) return;
    const std::uint32_t person = at->second;
    inside_->change(person, {});
    inside_->phones[person] = {};
    inside_->orders[person] = {};
    inside_->free.push_back(person);
    inside_->numbers.erase(at);
}

Matches PeopleIndex::find(std::string_view typed, std::size_t most) const {
    const Inside& all = *inside_;
    Matches matches;
    const Query query = query_of(typed, all.spelling);
    if (query.words.empty()) return matches;
    std::vector<std::vector<Cost>>& costs = all.costs;
    costs.resize(std::max(costs.size(), query.terms.size()));
    for (std::size_t i = 0; i < query.terms.size(); ++i) all.look_up(query.terms[i], costs[i]);

    struct Somebody {
        Cost cost;
        std::uint32_t number;
    };
    const auto before = [&](const Somebody& a, const Somebody& b) {
        if (a.cost != b.cost) return a.cost < b.cost;
        if (all.orders[a.number] != all.orders[b.number]) return all.orders[a.number] < all.orders[b.number];
        return all.known[a.number].id() < all.known[b.number].id();
    };
    std::vector<Somebody> best; // a heap: the last of them on top
    for (std::uint32_t i = 0; i < all.known.size(); ++i) {
        const Somebody person{together(query, costs, i), i};
        if (person.cost == not_found) continue;
        ++matches.all;
        if (best.size() == most && (most == 0 || !before(person, best.front()))) continue;
        if (best.size() == most) {
            std::ranges::pop_heap(best, before);
            best.pop_back();
        }
        best.push_back(person);
        std::ranges::push_heap(best, before);
    }
    std::ranges::sort_heap(best, before);
    for (const Somebody& person : best) matches.best.push_back(all.match(query, person.number));
    return matches;
}

} // namespace foyer
