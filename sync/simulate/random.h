// The one source of chance of a simulation: xoshiro256** started by splitmix64. The same seed, the same numbers, on
// every machine. Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021 (public domain).
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace foyer::simulate {

class Random {
public:
    explicit Random(std::uint64_t seed) {
        for (std::uint64_t& word : state_) {
            seed += 0x9e3779b97f4a7c15U;
            std::uint64_t z = seed;
            z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
            z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
            word = z ^ (z >> 31U);
        }
    }

    std::uint64_t next() {
        const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
        const std::uint64_t shifted = state_[1] << 17U;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }

    // In [0, below); the bias of a modulus does not matter to a simulation.
    std::uint64_t below(std::uint64_t below) { return next() % below; }
    // In [least, most].
    std::int64_t between(std::int64_t least, std::int64_t most) {
        return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least) + 1));
    }
    bool chance(unsigned percent) { return below(100) < percent; }
    template <class Value>
    Value& pick(std::vector<Value>& among) {
        return among[below(among.size())];
    }

private:
    std::array<std::uint64_t, 4> state_{};
};

} // namespace foyer::simulate
