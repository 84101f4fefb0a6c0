// What flows once both know each other: facts to whom lacks them, acknowledgements of what is on disk.
#include <algorithm>
#include <cassert>

#include "sync/replication/conversation.h"

namespace foyer {

// A staff mark says that the floor's part is there too.
template <class Marks, class Seq>
static std::uint64_t reach(const Marks& marks, const OriginId& origin, Audience audience, Seq seq_of) {
    std::uint64_t seq = 0;
    for (const Audience held : {Audience::floor, Audience::staff}) {
        const auto found = marks.find(HaveKey{origin, held});
        if (held >= audience && found != marks.end()) seq = std::max<std::uint64_t>(seq, seq_of(found->second));
    }
    return seq;
}

static std::uint64_t reach(const Have& have, const OriginId& origin, Audience audience) {
    return reach(have, origin, audience, [](const Mark& mark) { return mark.seq; });
}

static std::uint64_t reach(const SortedMap<HaveKey, std::uint64_t>& have, const OriginId& origin, Audience audience) {
    return reach(have, origin, audience, [](std::uint64_t seq) { return seq; });
}

static void raise(SortedMap<HaveKey, std::uint64_t>& marks, const HaveKey& key, std::uint64_t seq) {
    std::uint64_t& mark = marks[key];
    mark = std::max(mark, seq);
}

static std::uint64_t last_seq(const SealedRun& frame) { return frame.first_seq + frame.facts.size() - 1; }

// Whoever sends a frame holds it, and whoever gets it will: `marks` of what one of the two has, raised so far. A frame
// that withholds no body counts for staff as well, where it goes on from what was held before: with a peer that may
// hold such. `origin`: what its history is called here; a branch has nothing before its base.
void Conversation::raise_by(const SealedRun& frame, const OriginId& origin, Reached& marks) const {
    const std::uint64_t last = last_seq(frame);
    raise(marks, {origin, Audience::floor}, last);
    if (audience_of(peer_.role) == Audience::floor) return;
    const bool whole =
        frame.audience == Audience::staff ||
        std::ranges::all_of(frame.facts, [](const SealedRun::Fact& fact) { return fact.body.has_value(); });
    const HaveKey staff{origin, Audience::staff};
    const auto base = store_.base(origin);
    if (whole && std::max(marks[staff], base ? base->seq : 0) + 1 >= frame.first_seq) raise(marks, staff, last);
    if (!whole || !base || frame.first_seq > base->seq) return;
    const HaveKey before{base->origin, Audience::staff}; // it begins in what the branch leaves
    const auto before_that = store_.base(base->origin);
    if (std::max(marks[before], before_that ? before_that->seq : 0) + 1 >= frame.first_seq)
        raise(marks, before, base->seq);
}

static HaveKey key_of(const SealedRun& frame) { return {frame.origin, frame.audience}; }

// --- receiving ---

// What is against the protocol whatever the chain says: staff bodies are not for doors, and a fact's header must say
// for whom it is.
Result<> Conversation::check(const SealedRun& frame) const {
    if (audience_of(self_.certificate.certificate.role) == Audience::staff) return {};
    if (frame.audience == Audience::staff) return fault(FaultKind::refused, "staff facts were sent to a door");
    for (const SealedRun::Fact& fact : frame.facts) {
        const auto header = decode_header(fact.header);
        if (!header) return fault(FaultKind::refused, header.error().detail);
        if (header->audience == Audience::staff && fact.body)
            return fault(FaultKind::refused, "a staff fact's body was sent to a door");
    }
    return {};
}

void Conversation::on(Facts& facts, Output& out) {
    if (!is_live()) return refuse("facts came before the proof", out);
    for (const SealedRun& frame : facts.frames)
        if (const auto right = check(frame); !right) return refuse(right.error().detail, out);
    const auto receipts = store_.receive(facts.frames);
    if (!receipts) // nothing is acknowledged, so the peer keeps it and sends it again on the next connection
        return end(receipts.error(), "facts cannot be stored here now; try again later", out);
    assert(receipts->size() == facts.frames.size());
    judge(facts.frames, *receipts, out);
}

void Conversation::judge(std::span<const SealedRun> frames, std::span<const Receipt> receipts, Output& out) {
    std::set<HaveKey> behind;
    std::size_t stored = 0;
    std::string refused;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const HaveKey key = key_of(frames[i]);
        stored += receipts[i].new_facts;
        switch (receipts[i].outcome) {
        case Receipt::Outcome::stored:
        case Receipt::Outcome::known:
            holes_.erase(key);
            raise_by(frames[i], receipts[i].origin, cursor_); // no need to send it back
            break;
        case Receipt::Outcome::hole: behind.insert(key); break;
        case Receipt::Outcome::refused: refused = receipts[i].reason; break;
        }
    }
    if (stored > 0) {
        out.notices.emplace_back(FactsStored{stored});
        heard(out); // what the peer said that it has may be known here only now
    }
    acknowledge(out);
    if (phase_ == Phase::closed) return;
    if (!refused.empty()) return refuse(refused, out);
    for (const HaveKey& key : behind)
        if (phase_ != Phase::closed) ask_again(key, out);
}

// Asked once: frames that were on their way when we asked have the same hole. A peer that never fills it is broken.
void Conversation::ask_again(const HaveKey& key, Output& out) {
    const std::size_t found = ++holes_[key];
    if (found > 2 * options_.window_frames) return refuse("it does not send what is missing", out);
    if (found > 1) return;
    const Have mine = store_.settled();
    const auto mark = mine.find(key);
    say(HaveChanged{{{key, mark == mine.end() ? Mark{} : mark->second}}, true}, out);
}

void Conversation::note_held(const Have& marks) {
    for (const auto& [key, mark] : marks)
        if (is_worth_telling(key)) raise(told_, key, mark.seq);
}

// How far staff bodies are held is nothing to a door, but of its own facts, which it so knows to be settled.
bool Conversation::is_worth_telling(const HaveKey& key) const {
    return key.audience <= audience_of(peer_.role) || store_.wrote(peer_.device, key.origin);
}

// The durable acknowledgement: every mark that the peer does not know of yet.
void Conversation::acknowledge(Output& out) {
    start_anew_after_fork(out);
    if (phase_ == Phase::closed) return;
    HaveChanged changed;
    const auto flush = [&] {
        if (changed.have.empty()) return;
        note_held(changed.have);
        say(changed, out);
        changed.have.clear();
    };
    const Store::News settled = store_.settled_since(settled_seen_);
    settled_seen_ = settled.now;
    for (const auto& [key, mark] : settled.marks) {
        const auto told = told_.find(key);
        if (mark.seq == 0 || (told != told_.end() && told->second >= mark.seq) || !is_worth_telling(key)) continue;
        changed.have.emplace(key, mark);
        if (changed.have.size() == max_marks) flush();
    }
    flush();
}

void Conversation::on(const HaveChanged& have, Output& out) {
    if (!is_live()) return refuse("a have came before the proof", out);
    if (have.again && ++asked_again_ > max_asked_again) return refuse("it asks again and again", out);
    for (const auto& [key, mark] : have.have) peer_has_[key] = mark;
    for (const auto& [key, mark] : have.have) {
        const std::uint64_t common = store_.common(key, peer_has_);
        if (!have.again && common >= mark.seq) {
            raise(cursor_, key, common);
            continue;
        }
        // It has a hole, or holds another history: it needs what follows what both have. Of a branch that it cannot
        // place also what that leaves, from the start.
        send_again(key.origin, common);
        if (const auto base = store_.base(key.origin); base && have.again) send_again(base->origin, 0);
    }
    if (peer_has_.size() > max_known_marks) return refuse("it says that it has more origins than can be", out);
    settle(have.have);
    heard(out);
    if (phase_ == Phase::closed) return;
    if (!have.have.empty()) out.notices.emplace_back(PeerHas{have.have});
    go_on(out);
}

void Conversation::send_again(const OriginId& origin, std::uint64_t after) {
    for (const Audience held : {Audience::floor, Audience::staff}) {
        std::uint64_t& cursor = cursor_[{origin, held}];
        cursor = std::min(cursor, after);
    }
    seen_ = 0; // what is behind the cursor is due again
    std::erase_if(unacknowledged_, [&](const Sent& sent) { return sent.key.origin == origin; });
}

// Under the name that the frame had, or, where there are forks, under that by which the peer knows its history.
void Conversation::settle(const Have& changed) {
    const bool forked = store_.forks() > 0;
    Reached there;
    for (const Sent& sent : unacknowledged_) {
        const bool is_news = forked || changed.contains({sent.key.origin, Audience::floor}) ||
                             changed.contains({sent.key.origin, Audience::staff});
        if (!is_news || there.contains(sent.key)) continue;
        const std::uint64_t named = reach(peer_has_, sent.key.origin, sent.key.audience);
        there[sent.key] = forked ? std::max(named, store_.common(sent.key, peer_has_)) : named;
    }
    std::erase_if(unacknowledged_, [&](const Sent& sent) {
        const auto reached = there.find(sent.key);
        return reached != there.end() && reached->second >= sent.last;
    });
    unacknowledged_bytes_ = 0;
    for (const Sent& sent : unacknowledged_) unacknowledged_bytes_ += sent.bytes;
}

// --- sending ---

// Who is revoked has no say in who is an older copy of itself; the facts it brings have.
void Conversation::heard(Output& out) {
    if (store_.dismissed(peer_.device)) return;
    if (const auto taken = store_.heard(peer_has_, peer_.role); !taken)
        end(taken.error(), "a failure here; try again later", out);
}

// What the peer surely has, by its marks alone. Of a branch here it may have facts under the origin's name.
void Conversation::reckon() {
    cursor_.clear();
    for (const auto& [key, mark] : peer_has_) cursor_[key] = store_.common(key, peer_has_);
    if (store_.forks() == 0) return;
    for (const auto& [key, mark] : store_.have())
        if (store_.base(key.origin)) cursor_[key] = store_.common(key, peer_has_);
}

// The store found that an origin has two histories, and named them anew: what each of us has is told from the start,
// as after a hello. Facts that are sent twice for it are known to their receiver.
void Conversation::start_anew_after_fork(Output& out) {
    if (store_.forks() == forks_) return;
    forks_ = store_.forks();
    reckon();
    told_.clear();
    seen_ = settled_seen_ = 0;
    unacknowledged_.clear();
    unacknowledged_bytes_ = 0;
    heard(out);
}

bool Conversation::window_open() const {
    return unacknowledged_bytes_ < options_.window_bytes && unacknowledged_.size() < options_.window_frames;
}

void Conversation::look_at_news() {
    Store::News news = store_.have_since(seen_);
    if (seen_ == 0) due_.clear(); // names may stand for other histories now
    seen_ = news.now;
    for (const auto& [key, mark] : news.marks) due_.insert_or_assign(key, mark);
}

// To those who may hold staff bodies those first: they bring the floor's facts along. Of a run whose staff bodies are
// not all here only the floor's part can go.
std::expected<SealedRun, Conversation::Nothing> Conversation::next_frame(const OriginId& origin, Output& out) {
    if (dismissed_ && !store_.wrote(peer_.device, origin)) return std::unexpected(Nothing::until_news);
    const auto base = store_.base(origin); // a branch is nothing without what it branches off
    if (base && reach(cursor_, base->origin, Audience::floor) < base->seq) return std::unexpected(Nothing::now);
    for (const Audience audience : {Audience::staff, Audience::floor}) {
        if (audience > audience_of(peer_.role) || left_out_.contains(origin) || phase_ == Phase::closed) continue;
        const std::uint64_t theirs = std::max(reach(cursor_, origin, audience), base ? base->seq : 0);
        if (reach(due_, origin, audience) <= theirs) continue;
        if (auto frame = take({{origin, audience}, theirs}, out)) return std::move(*frame);
    }
    return std::unexpected(Nothing::until_news);
}

void Conversation::dismiss(Output& out) {
    const auto why = store_.dismissed(peer_.device);
    if (why && !dismissed_) say(Dismissed{clipped(*why)}, out);
    if (std::exchange(dismissed_, why.has_value()) != dismissed_) seen_ = 0;
}

void Conversation::fill(Output& out) {
    dismiss(out);
    start_anew_after_fork(out);
    if (phase_ == Phase::closed) return;
    look_at_news();
    go_on(out);
}

// One frame a turn from each origin, so that a door's scan of this moment does not wait behind a whole roster. The news
// of this moment wait for the owner's call, so that they go out together with what comes meanwhile.
void Conversation::go_on(Output& out) {
    if (seen_ == 0) look_at_news();
    std::set<OriginId> turn;
    for (const auto& [key, mark] : due_) turn.insert(key.origin);
    Facts batch;
    std::size_t batch_bytes = 0;
    const auto flush = [&] {
        if (!batch.frames.empty()) say(batch, out);
        batch.frames.clear();
        batch_bytes = 0;
    };
    while (!turn.empty() && window_open() && phase_ != Phase::closed)
        for (auto origin = turn.begin(); origin != turn.end() && window_open() && phase_ != Phase::closed;) {
            auto frame = next_frame(*origin, out);
            if (!frame) {
                if (frame.error() == Nothing::until_news)
                    for (const Audience held : {Audience::floor, Audience::staff}) due_.erase({*origin, held});
                origin = turn.erase(origin);
                continue;
            }
            const std::size_t bytes = encoded_size(*frame);
            if (batch_bytes + bytes > options_.message_bytes || batch.frames.size() == max_frames) flush();
            sent(*frame, bytes);
            batch_bytes += bytes;
            batch.frames.push_back(std::move(*frame));
            ++origin;
        }
    if (phase_ != Phase::closed) flush();
}

// The last gate before the wire: whatever the store gave, no staff body passes to a reader of the floor.
static void withhold_staff_bodies(SealedRun& frame) {
    for (SealedRun::Fact& fact : frame.facts) {
        const auto header = decode_header(fact.header);
        if (!header || header->audience == Audience::staff) fact.body.reset();
    }
}

std::optional<SealedRun> Conversation::take(const Offer& offer, Output& out) {
    const auto leave_out = [&](const std::string& why) {
        left_out_.insert(offer.key.origin);
        out.notices.emplace_back(NotSent{offer.key.origin, why});
        return std::nullopt;
    };
    auto found = store_.suffix(offer.key.origin, offer.key.audience, offer.after, options_.frame_bytes);
    if (!found) {
        end(found.error(), "facts cannot be read here now; try again later", out);
        return std::nullopt;
    }
    if (!*found) return std::nullopt;
    SealedRun frame = std::move(**found);
    assert(frame.audience == offer.key.audience);
    assert(!frame.facts.empty() && frame.first_seq <= offer.after + 1 && last_seq(frame) > offer.after);
    if (frame.audience == Audience::floor) withhold_staff_bodies(frame);
    if (encoded_size(frame) + 16 > max_message_size || frame.facts.size() > max_facts_in_frame)
        return leave_out("a sealed run of its facts is larger than a message may be");
    return frame;
}

void Conversation::sent(const SealedRun& frame, std::size_t bytes) {
    unacknowledged_.push_back({key_of(frame), last_seq(frame), bytes});
    unacknowledged_bytes_ += bytes;
    raise_by(frame, frame.origin, cursor_);
    // No need to tell, but to its author, for whom the mark says that the facts are settled.
    if (!store_.wrote(peer_.device, frame.origin)) raise_by(frame, frame.origin, told_);
}

} // namespace foyer
