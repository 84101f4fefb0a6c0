// Who the peer is, and how a conversation begins, keeps alive and ends. What it is about is in exchange.cpp.
#include "sync/replication/conversation.h"

#include <algorithm>
#include <cassert>

#include "sync/crypto/crypto.h"

namespace foyer {

Conversation::Conversation(Store& store, NodeIdentity self, Options options)
    : store_(store), self_(std::move(self)), options_(options) {
    assert(options_.message_bytes <= max_message_size && options_.frame_bytes <= options_.message_bytes);
    assert(options_.window_frames > 0 && options_.window_bytes > 0);
}

Output Conversation::on_connected(Instant now) {
    assert(phase_ == Phase::new_);
    now_ = began_ = heard_ = pinged_ = now;
    challenge_ = random_bytes(challenge_size);
    Hello hello{store_.summit_id(),
                encode(self_.certificate),
                {protocol_version, neighbours_version, all_sent_version},
                {},
                challenge_,
                now};
    for (const auto& [key, mark] : store_.settled()) {
        if (hello.have.size() == max_marks) break; // the rest is told when the conversation is live
        hello.have.emplace(key, mark);
    }
    said_ = hello.have;
    forks_ = store_.forks();
    Output out;
    hello_ = encode(Message(std::move(hello)));
    out.send.push_back(hello_);
    phase_ = Phase::greeting;
    return out;
}

Output Conversation::on_message(ByteView message, Instant now) {
    Output out;
    if (phase_ == Phase::closed) return out;
    assert(phase_ != Phase::new_);
    now_ = heard_ = now;
    Result<Message> decoded = decode_message(message);
    if (!decoded) {
        refuse(decoded.error().detail, out);
        return out;
    }
    if (phase_ == Phase::greeting && std::holds_alternative<Hello>(*decoded))
        peer_hello_.assign(message.begin(), message.end());
    std::visit([&](auto& one) { on(one, out); }, *decoded);
    return out;
}

Output Conversation::on_new_facts(Instant now) {
    Output out;
    now_ = now;
    if (!is_live()) return out;
    if (peer_.role == Role::hub) heard(out); // what it said that it has of us may be known here only now
    if (phase_ == Phase::closed) return out;
    fill(out);
    if (phase_ != Phase::closed) acknowledge(out); // what was received before may have settled only now
    return out;
}

Output Conversation::on_tick(Instant now) {
    Output out;
    if (phase_ == Phase::closed || phase_ == Phase::new_) return out;
    // A clock that was set back must not keep a dead connection, nor one that was set forward end a good one. Ticks
    // come a few times a second: so long a step is no time that passed.
    const Milliseconds step = now - now_, forward = step > options_.silence_max / 2 ? step : Milliseconds{0};
    for (Instant* past : {&began_, &heard_, &pinged_}) *past = std::min(*past + forward, now);
    now_ = now;
    if (!is_live() && now - began_ >= options_.greeting_max)
        end({FaultKind::network, "the peer did not say who it is in time"}, "no hello and proof in time", out);
    else if (now - heard_ >= options_.silence_max)
        end({FaultKind::network,
             "nothing was heard from the peer for " + std::to_string((now - heard_).count() / 1000) + " s"},
            "nothing was heard from you", out);
    else if (is_live() && now - pinged_ >= options_.ping_every) {
        ping(out);
        acknowledge(out);
        fill(out);
    }
    return out;
}

Output Conversation::on_relayed_facts(Instant now) {
    Output out;
    now_ = now;
    if (is_live()) acknowledge(out);
    return out;
}

Output Conversation::tell(const Standing& standing) {
    Output out;
    if (is_live() && speaks_of_neighbours_) say(standing, out);
    return out;
}

Output Conversation::tell(const Doors& doors) {
    Output out;
    if (is_live() && speaks_of_neighbours_) say(doors, out);
    return out;
}

Output Conversation::leave(const std::string& reason) {
    Output out;
    if (phase_ != Phase::closed) end({FaultKind::network, reason}, reason, out);
    return out;
}

// --- greeting ---

Result<Certificate> Conversation::check(const Hello& hello) const {
    const auto refused = [](const char* why) { return fault(FaultKind::refused, why); };
    if (hello.summit != store_.summit_id()) return refused("it belongs to another summit");
    if (std::ranges::find(hello.versions, protocol_version) == hello.versions.end())
        return refused("it speaks no version of the protocol that is spoken here: upgrade the older of the two");
    const auto certificate = decode_certificate(hello.certificate);
    if (!certificate) return fault(FaultKind::refused, certificate.error().detail);
    if (certificate->certificate.summit != store_.summit_id()) return refused("its certificate is for another summit");
    if (!verify(signed_part(certificate->certificate), certificate->signature, store_.summit_key()))
        return refused("its certificate is not signed by this summit's key");
    if (certificate->certificate.device == self_.certificate.certificate.device)
        return refused("it says that it is this very device: a copied data folder, or an echo");
    return certificate->certificate;
}

void Conversation::on(const Hello& hello, Output& out) {
    if (phase_ != Phase::greeting) return refuse("a second hello came", out);
    const auto certificate = check(hello);
    if (!certificate) return refuse(certificate.error().detail, out);
    peer_ = *certificate;
    const auto speaks = [&](std::uint64_t version) { return std::ranges::count(hello.versions, version) > 0; };
    speaks_of_neighbours_ = speaks(neighbours_version);
    hears_of_all_sent_ = self_.certificate.certificate.role == Role::hub && speaks(all_sent_version);
    peer_has_ = hello.have;
    note_held(std::exchange(said_, {}));
    reckon();
    phase_ = Phase::proving;
    say(Proof{sign(proof_text(hello_, peer_hello_), self_.secret_key)}, out);
}

// Both hellos whole, so that neither challenge, certificate nor have can be another's: a proof is good for one
// conversation only. Who speaks comes first: an echoed proof is none.
Bytes Conversation::proof_text(ByteView speaker_hello, ByteView listener_hello) const {
    Bytes text;
    const Hash speaker = hash({speaker_hello}), listener = hash({listener_hello});
    const SummitId summit = store_.summit_id();
    for (const ByteView part :
         {as_bytes("foyer proof 1"), summit.view(), speaker.view(), listener.view(), ByteView(channel_)})
        text.insert(text.end(), part.begin(), part.end());
    return text;
}

void Conversation::on(const Proof& proof, Output& out) {
    if (phase_ != Phase::proving) return refuse("a proof came out of turn", out);
    if (!verify(proof_text(peer_hello_, hello_), proof.signature, peer_.public_key))
        return refuse("it does not hold the key of its certificate, or somebody sits between the two of us", out);
    phase_ = Phase::live;
    hello_ = peer_hello_ = {}; // proved, and as long as all marks
    out.notices.emplace_back(PeerKnown{peer_.device, peer_.role, peer_.summit});
    heard(out);
    if (phase_ == Phase::closed) return;
    ping(out);
    acknowledge(out);
    fill(out);
}

// --- time ---

void Conversation::ping(Output& out) {
    pinged_ = now_;
    say(Ping{now_}, out);
}

void Conversation::on(const Ping& ping, Output& out) {
    if (!is_live()) return refuse("a ping came before the proof", out);
    say(Pong{ping.sent, now_}, out);
    if (!hears_of_all_sent_) return;
    fill(out);
    const bool all_sent = due_.empty() && left_out_.empty() && !dismissed_;
    if (phase_ != Phase::closed && all_sent) say(AllSent{}, out);
}

// What went before it is on disk here, but for what a hole took.
void Conversation::on(const AllSent&, Output& out) {
    if (!is_live()) return refuse("word that all was sent came before the proof", out);
    if (peer_.role == Role::hub && holes_.empty()) out.notices.emplace_back(AllReceived{});
}

void Conversation::on(const Pong& pong, Output& out) {
    if (!is_live()) return refuse("a pong came before the proof", out);
    const Milliseconds round_trip = now_ - pong.ping_sent;
    if (round_trip < Milliseconds{0} || round_trip > options_.silence_max) return; // our clock was set meanwhile
    out.notices.emplace_back(ClockMeasured{pong.now - (pong.ping_sent + round_trip / 2), round_trip});
}

// --- neighbours ---

void Conversation::on(const Standing& standing, Output& out) {
    if (!is_live()) return refuse("a standing came before the proof", out);
    out.notices.emplace_back(PeerStands{standing});
}

// From a hub only: a door's word for where the others are would be worth no more than a rumour.
void Conversation::on(const Doors& doors, Output& out) {
    if (!is_live()) return refuse("a list of doors came before the proof", out);
    if (peer_.role == Role::hub) out.notices.emplace_back(DoorsTold{doors.doors});
}

// --- ending ---

void Conversation::on(const Goodbye& goodbye, Output& out) {
    phase_ = Phase::closed;
    out.close = Fault{FaultKind::network, "the peer said goodbye: " + goodbye.reason};
}

// Only a hub may send a device away: a door that could would need no more than to be stolen.
void Conversation::on(const Dismissed& dismissed, Output& out) {
    if (!is_live()) return refuse("a dismissal came before the proof", out);
    if (peer_.role == Role::hub) out.notices.emplace_back(dismissed);
}

void Conversation::say(const Message& message, Output& out) const { out.send.push_back(encode(message)); }

void Conversation::refuse(const std::string& reason, Output& out) {
    end({FaultKind::refused, "the peer was refused: " + reason}, "refused: " + reason, out);
}

void Conversation::end(Fault why, const std::string& goodbye, Output& out) {
    say(Goodbye{clipped(goodbye)}, out);
    phase_ = Phase::closed;
    out.close = std::move(why);
}

} // namespace foyer
