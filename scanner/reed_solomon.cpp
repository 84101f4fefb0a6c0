#include "scanner/reed_solomon.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

using Polynomial = std::vector<std::uint8_t>; // the constant first

struct Field {
    std::array<std::uint8_t, 512> power{}; // of 2, twice round
    std::array<int, 256> log{};
    constexpr Field() {
        unsigned value = 1;
        for (int i = 0; i < 255; ++i) {
            power[static_cast<std::size_t>(i)] = power[static_cast<std::size_t>(i) + 255] =
                static_cast<std::uint8_t>(value);
            log[value] = i;
            value = value << 1U ^ ((value & 0x80U) != 0 ? 0x11dU : 0U);
        }
    }
};
constexpr Field field;

std::uint8_t power(int exponent) { return field.power[static_cast<std::size_t>((exponent % 255 + 255) % 255)]; }
int log(std::uint8_t value) { return field.log[value]; }

std::uint8_t times(std::uint8_t a, std::uint8_t b) {
    return a == 0 || b == 0 ? std::uint8_t{0} : field.power[static_cast<std::size_t>(log(a) + log(b))];
}
std::uint8_t over(std::uint8_t a, std::uint8_t b) { return a == 0 ? std::uint8_t{0} : power(log(a) - log(b)); }
std::uint8_t plus(std::uint8_t a, std::uint8_t b) { return static_cast<std::uint8_t>(a ^ b); }

std::uint8_t value_at(const Polynomial& polynomial, std::uint8_t x) {
    std::uint8_t sum = 0;
    for (std::size_t i = polynomial.size(); i-- > 0;) sum = plus(times(sum, x), polynomial[i]);
    return sum;
}

Polynomial syndromes_of(std::span<const std::uint8_t> block, int checks) {
    Polynomial syndromes;
    for (int i = 0; i < checks; ++i) {
        std::uint8_t sum = 0;
        for (const auto byte : block) sum = plus(times(sum, power(i)), byte);
        syndromes.push_back(sum);
    }
    return syndromes;
}

bool all_zero(const Polynomial& polynomial) {
    return std::ranges::all_of(polynomial, [](std::uint8_t value) { return value == 0; });
}

// a += factor * b
void add_scaled(Polynomial& a, const Polynomial& b, std::uint8_t factor) {
    if (a.size() < b.size()) a.resize(b.size());
    for (std::size_t i = 0; i < b.size(); ++i) a[i] = plus(a[i], times(factor, b[i]));
}

Polynomial shifted(Polynomial polynomial) { // times x
    polynomial.insert(polynomial.begin(), 0);
    return polynomial;
}

void trim(Polynomial& polynomial) {
    while (polynomial.size() > 1 && polynomial.back() == 0) polynomial.pop_back();
}

// Berlekamp and Massey's, begun with the erasures: its roots tell where errors and erasures are.
Polynomial locator_of(const Polynomial& syndromes, std::span<const std::uint8_t> erased_at) {
    Polynomial locator = {1};
    for (const auto x : erased_at) {
        const auto before = shifted(locator);
        add_scaled(locator, before, x);
    }
    Polynomial last = locator;
    const int erasures = static_cast<int>(erased_at.size());
    int length = erasures;
    for (int step = erasures + 1; step <= static_cast<int>(syndromes.size()); ++step) {
        std::uint8_t off = 0;
        for (int i = 0; i < std::min(static_cast<int>(locator.size()), step); ++i)
            off = plus(off,
                       times(locator[static_cast<std::size_t>(i)], syndromes[static_cast<std::size_t>(step - 1 - i)]));
        last = shifted(std::move(last));
        if (off == 0) continue;
        auto next = locator;
        add_scaled(next, last, off);
        if (2 * length <= step + erasures - 1) {
            length = step + erasures - length;
            last = locator;
            for (auto& value : last) value = over(value, off);
        }
        locator = std::move(next);
    }
    trim(locator);
    return locator;
}

} // namespace

std::optional<int> correct(std::span<std::uint8_t> block, int checks, std::span<const int> erased) {
    const auto syndromes = syndromes_of(block, checks);
    if (all_zero(syndromes)) return 0;
    const int size = static_cast<int>(block.size());
    std::vector<std::uint8_t> erased_at;
    for (const int place : erased) erased_at.push_back(power(size - 1 - place));
    const auto locator = locator_of(syndromes, erased_at);
    const int degree = static_cast<int>(locator.size()) - 1, errors = degree - static_cast<int>(erased.size());
    if (errors < 0 || 2 * errors + static_cast<int>(erased.size()) > checks) return std::nullopt;

    Polynomial evaluator(static_cast<std::size_t>(checks)); // syndromes times locator, its first terms
    for (std::size_t i = 0; i < evaluator.size(); ++i)
        for (std::size_t j = 0; j < std::min(locator.size(), i + 1); ++j)
            evaluator[i] = plus(evaluator[i], times(locator[j], syndromes[i - j]));
    Polynomial slope; // the locator's derivative: odd terms alone
    for (std::size_t i = 1; i < locator.size(); ++i) slope.push_back(i % 2 == 1 ? locator[i] : std::uint8_t{0});

    Polynomial corrected(block.begin(), block.end());
    int roots = 0;
    for (int place = 0; place < size; ++place) {
        const std::uint8_t x = power(size - 1 - place), back = power(-(size - 1 - place));
        if (value_at(locator, back) != 0) continue;
        ++roots;
        const auto bottom = value_at(slope, back);
        if (bottom == 0) return std::nullopt;
        auto& byte = corrected[static_cast<std::size_t>(place)];
        byte = plus(byte, times(x, over(value_at(evaluator, back), bottom)));
    }
    if (roots != degree || !all_zero(syndromes_of(corrected, checks))) return std::nullopt;
    std::ranges::copy(corrected, block.begin());
    return errors;
}

} // namespace foyer
