// From a frame to the code in it. A Reader remembers where the last code was and how long it has seen none, so that
// most frames cost a tenth of a plain call of the decoder: last place -> what moved -> gate -> region -> lattice -> now
// and then a hard look. One thread an object; the terminal's lives on the eye thread.
#pragma once

#include <optional>
#include <string>

#include "scanner/fusion.h"
#include "scanner/reading.h"
#include "scanner/rings.h"
#include "scanner/stillness.h"
#include "scanner/zxing.h"

namespace foyer {

class Reader {
public:
    struct Settings {
        std::string source = "camera"; // goes into each Reading
        // Frames without a reading until a hard look: while something looks like a code, and while nothing does. 1 and
        // 1: every frame by every means, for pictures that have nothing to do with each other.
        int hard_look_every = 5;
        int hard_look_every_quiet = 75;
        std::chrono::milliseconds region_kept{500}; // how long the place of the last reading is looked at first
        Formats others;                             // beside QR codes; looked for in one of three frames without one
    };

    Reader() : Reader(Settings()) {}
    explicit Reader(Settings settings) : settings_(std::move(settings)) {}

    // No code in view is normal; of several, the one nearest the middle that is read. Frames may differ in size; an
    // empty one has no code.
    std::optional<Reading> read(const Frame& frame);

private:
    std::optional<Decoded> look(const Frame& frame);
    std::optional<Decoded> look_at_triples(const Frame& frame, const std::vector<Triple>& triples);
    std::optional<Decoded> look_at_hits(const Frame& frame, const std::vector<Triple>& triples);
    std::optional<Decoded> look_round(const Frame& frame, const std::vector<Finder>& lone);
    std::optional<Decoded> look_at_triple(const Frame& frame, const Triple& triple, Patience patience);
    std::optional<Decoded> look_at_guesses(const Frame& frame, const std::vector<Finder>& hits, std::size_t pairs);
    std::optional<Decoded> look_by_every_means(const Frame& frame, const std::vector<Finder>& hits);
    std::optional<Decoded> look_hard(const Frame& frame, const std::vector<Finder>& hits);
    std::optional<Decoded> look_at_flattened(const GreyView& view, int windows); // across its short side
    std::optional<Decoded> look_at_bends(const GreyView& view, const std::vector<Finder>& hits);
    // When patterns are known: codes that one of them belongs to.
    std::optional<Decoded> look_at_rings(const GreyView& view, const std::vector<Finder>& known = {});
    std::optional<Decoded> look_at_rings_near(const GreyView& view, const std::vector<Finder>& hits);
    std::optional<Decoded> look_at_smeared(const Frame& frame, const std::vector<Triple>& looked_at);
    std::optional<Decoded> look_for_others(const GreyView& view);
    [[nodiscard]] bool just_read(const Frame& frame) const;
    [[nodiscard]] bool is_crowded() const;
    bool hard_look_due(bool something_there);

    Settings settings_;
    FinderGate gate_, flat_gate_;
    RingFinder rings_;
    Fusion fusion_;
    Stillness stillness_;
    Bytes scratch_;
    std::optional<Decoded> last_found_; // in the frame before
    PixelRect last_region_;
    SteadyTime last_seen_;
    int patience_ = 0; // used up by frames without a reading
    int in_vain_ = 0;  // hard looks at what looked like a code
    int hard_looks_ = 0, frames_without_ = 0, lone_frames_ = 0;
    int waiting_ = 0; // frames, for the next hard look
};

// One plain call of the decoder with its defaults, for comparison.
std::optional<Reading> plain_read(const Frame& frame, const std::string& source);

// The best that can be done for one picture without regard to time: all sizes, negatives, and whatever else helps.
std::optional<Reading> read_still(const Frame& frame, const std::string& source, const Formats& others = {});

// Every code of one picture, the first found first: of some 80 at most, beyond which it is looked at less closely.
std::vector<Reading> read_all(const Frame& frame, const std::string& source, const Formats& others = {});

} // namespace foyer
