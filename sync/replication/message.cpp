#include "sync/replication/message.h"

#include <algorithm>
#include <cassert>

#include "sync/summit/cbor.h"

namespace foyer {

// Numbers are the wire format: never reused, only added.
enum class MessageKind : std::uint64_t {
    hello = 1,
    proof,
    facts,
    have,
    ping,
    pong,
    goodbye,
    dismissed,
    standing,
    doors,
    all_sent
};

inline constexpr std::size_t signature_size = 64; // Ed25519

// --- writing ---

static void write(cbor::Writer& out, Instant time) { out.integer(time.time_since_epoch().count()); }

static void write(cbor::Writer& out, const Have& have) {
    assert(have.size() <= max_marks);
    out.array(have.size() * 4);
    for (const auto& [key, mark] : have)
        out.bytes(key.origin.view())
            .uint(static_cast<std::uint64_t>(key.audience))
            .uint(mark.seq)
            .bytes(mark.head.view());
}

// A withheld body is an empty byte string: a real one is never empty.
static void write(cbor::Writer& out, const SealedRun& frame) {
    out.array(5).bytes(frame.origin.view()).uint(static_cast<std::uint64_t>(frame.audience)).uint(frame.first_seq);
    out.array(frame.facts.size() * 2);
    for (const SealedRun::Fact& fact : frame.facts) {
        assert(!fact.body || !fact.body->empty());
        out.bytes(fact.header).bytes(fact.body ? ByteView(*fact.body) : ByteView{});
    }
    out.bytes(frame.signature);
}

static cbor::Writer start(MessageKind kind, std::size_t fields) {
    cbor::Writer out;
    out.array(fields + 1).uint(static_cast<std::uint64_t>(kind));
    return out;
}

static Bytes encode_one(const Hello& hello) {
    cbor::Writer out = start(MessageKind::hello, 6);
    out.bytes(hello.summit.view()).bytes(hello.certificate).array(hello.versions.size());
    for (const std::uint64_t version : hello.versions) out.uint(version);
    write(out, hello.have);
    out.bytes(hello.challenge);
    write(out, hello.now);
    return out.take();
}

static Bytes encode_one(const Proof& proof) { return start(MessageKind::proof, 1).bytes(proof.signature).take(); }

static Bytes encode_one(const Facts& facts) {
    cbor::Writer out = start(MessageKind::facts, 1);
    out.array(facts.frames.size());
    for (const SealedRun& frame : facts.frames) write(out, frame);
    return out.take();
}

static Bytes encode_one(const HaveChanged& have) {
    cbor::Writer out = start(MessageKind::have, 2);
    out.boolean(have.again);
    write(out, have.have);
    return out.take();
}

static Bytes encode_one(const Ping& ping) {
    cbor::Writer out = start(MessageKind::ping, 1);
    write(out, ping.sent);
    return out.take();
}

static Bytes encode_one(const Pong& pong) {
    cbor::Writer out = start(MessageKind::pong, 2);
    write(out, pong.ping_sent);
    write(out, pong.now);
    return out.take();
}

static Bytes encode_one(const AllSent&) { return start(MessageKind::all_sent, 0).take(); }

static Bytes encode_one(const Goodbye& goodbye) {
    assert(goodbye.reason.size() <= max_reason_size);
    return start(MessageKind::goodbye, 1).text(goodbye.reason).take();
}

static Bytes encode_one(const Dismissed& dismissed) {
    assert(dismissed.reason.size() <= max_reason_size);
    return start(MessageKind::dismissed, 1).text(dismissed.reason).take();
}

static Bytes encode_one(const Standing& standing) {
    cbor::Writer out = start(MessageKind::standing, 5);
    out.uint(standing.port).text(standing.place).uint(standing.unsent);
    return out.uint(standing.doors_seen).uint(standing.doors_enrolled).take();
}

static Bytes encode_one(const Doors& doors) {
    assert(doors.doors.size() <= max_doors);
    cbor::Writer out = start(MessageKind::doors, 1);
    out.array(doors.doors.size() * 5);
    for (const DoorSeen& door : doors.doors)
        out.bytes(door.device.view()).text(door.host).uint(door.port).text(door.place).integer(door.ago.count());
    return out.take();
}

Bytes encode(const Message& message) {
    return std::visit([](const auto& one) { return encode_one(one); }, message);
}

std::size_t encoded_size(const SealedRun& frame) {
    constexpr std::size_t item = 5; // head of a byte string below 4 GiB
    std::size_t size = 1 + 17 + 1 + 9 + item + item + frame.signature.size();
    for (const SealedRun::Fact& fact : frame.facts)
        size += item + fact.header.size() + item + (fact.body ? fact.body->size() : 0);
    return size;
}

std::string clipped(std::string reason) {
    if (reason.size() <= max_reason_size) return reason;
    std::size_t size = max_reason_size;
    while (size > 0 && (static_cast<unsigned char>(reason[size]) & 0xc0U) == 0x80) --size;
    reason.resize(size);
    return reason;
}

// --- reading ---

// Reads one message; remembers the first field that was wrong.
class Scan {
public:
    explicit Scan(ByteView in) : in_(in) {}

    // What `read` gives, and a note of `field` when it could not be read or `is_right` says no.
    template <class Read, class Check>
    auto field(const char* name, Read read, Check is_right) {
        auto value = read(in_);
        if (wrong_.empty() && (!in_.good() || !is_right(value))) wrong_ = name;
        return value;
    }
    template <class Id>
    Id id(const char* name) {
        const auto raw = bytes(name, Id{}.bytes.size());
        return Id::from(raw).value_or(Id{});
    }
    ByteView bytes(const char* name, std::size_t size) {
        return field(name, [](auto& in) { return in.bytes(); }, [&](ByteView v) { return v.size() == size; });
    }
    ByteView bytes_up_to(const char* name, std::size_t most) {
        return field(name, [](auto& in) { return in.bytes(); }, [&](ByteView v) { return v.size() <= most; });
    }
    // Elements of an array that comes in groups of `step`, at most `most` groups.
    std::size_t groups(const char* name, std::size_t step, std::size_t most) {
        const std::size_t count = field(
            name, [](auto& in) { return in.array(); },
            [&](std::size_t n) { return n % step == 0 && n / step <= most; });
        return good() ? count / step : 0;
    }
    std::uint64_t uint(const char* name, std::uint64_t least, std::uint64_t most) {
        return field(
            name, [](auto& in) { return in.uint(); }, [&](std::uint64_t v) { return v >= least && v <= most; });
    }
    Instant instant(const char* name) {
        // Years 1970 to 9999: sums of two cannot overflow.
        constexpr std::int64_t latest = 253'402'300'799'999;
        const std::int64_t ms =
            field(name, [](auto& in) { return in.integer(); }, [](std::int64_t v) { return v >= 0 && v <= latest; });
        return Instant{Milliseconds{good() ? ms : 0}};
    }
    void wrong(const char* name) {
        if (wrong_.empty()) wrong_ = name;
    }
    [[nodiscard]] bool good() const { return wrong_.empty(); }
    [[nodiscard]] const std::string& what_is_wrong() const { return wrong_; }
    cbor::Reader& reader() { return in_; }

private:
    cbor::Reader in_;
    std::string wrong_;
};

static Bytes copy(ByteView view) { return {view.begin(), view.end()}; }

static Have read_have(Scan& in) {
    Have have;
    const std::size_t count = in.groups("count of marks", 4, max_marks);
    for (std::size_t i = 0; i < count && in.good(); ++i) {
        const HaveKey key{in.id<OriginId>("origin of a mark"),
                          static_cast<Audience>(in.uint("audience of a mark", 0, 1))};
        Mark mark;
        mark.seq = in.uint("seq of a mark", 0, INT64_MAX);
        mark.head = in.id<Hash>("head of a mark");
        // Ascending: so that one `have` has one encoding, and no mark comes twice.
        if (!have.empty() && key <= (have.end() - 1)->first) in.wrong("order of the marks");
        if (in.good()) have.emplace(key, mark);
    }
    return have;
}

static SealedRun read_frame(Scan& in) {
    SealedRun frame;
    if (in.groups("fields of a frame", 5, 1) != 1) in.wrong("fields of a frame");
    frame.origin = in.id<OriginId>("origin of a frame");
    frame.audience = static_cast<Audience>(in.uint("audience of a frame", 0, 1));
    frame.first_seq = in.uint("first seq of a frame", 1, INT64_MAX - max_facts_in_frame);
    const std::size_t count = in.groups("count of facts in a frame", 2, max_facts_in_frame);
    if (count == 0) in.wrong("count of facts in a frame");
    for (std::size_t i = 0; i < count && in.good(); ++i) {
        const ByteView header = in.bytes_up_to("header of a fact", max_message_size);
        const ByteView body = in.bytes_up_to("body of a fact", max_body_size);
        if (header.empty()) in.wrong("header of a fact");
        frame.facts.push_back({copy(header), body.empty() ? std::nullopt : std::optional(copy(body))});
    }
    frame.signature = copy(in.bytes("seal of a frame", signature_size));
    return frame;
}

static Hello read_hello(Scan& in) {
    Hello hello;
    hello.summit = in.id<SummitId>("summit");
    hello.certificate = copy(in.bytes_up_to("certificate", 1024));
    const std::size_t versions = in.groups("count of versions", 1, max_versions);
    for (std::size_t i = 0; i < versions && in.good(); ++i) hello.versions.push_back(in.uint("version", 1, UINT32_MAX));
    hello.have = read_have(in);
    hello.challenge = copy(in.bytes("challenge", challenge_size));
    hello.now = in.instant("time");
    return hello;
}

static Facts read_facts(Scan& in) {
    Facts facts;
    const std::size_t count = in.groups("count of frames", 1, max_frames);
    for (std::size_t i = 0; i < count && in.good(); ++i) facts.frames.push_back(read_frame(in));
    return facts;
}

static HaveChanged read_have_changed(Scan& in) {
    HaveChanged have;
    have.again = in.field("again", [](auto& reader) { return reader.boolean(); }, [](bool) { return true; });
    have.have = read_have(in);
    return have;
}

static Pong read_pong(Scan& in) {
    Pong pong;
    pong.ping_sent = in.instant("time of the ping");
    pong.now = in.instant("time");
    return pong;
}

static std::string read_text(Scan& in, const char* name, std::size_t most) {
    return std::string(in.field(
        name, [](auto& reader) { return reader.text(); }, [&](std::string_view text) { return text.size() <= most; }));
}

static Standing read_standing(Scan& in) {
    Standing standing;
    standing.port = static_cast<std::uint16_t>(in.uint("port", 0, UINT16_MAX));
    standing.place = read_text(in, "place", max_name_size);
    standing.unsent = in.uint("count of unsent facts", 0, INT64_MAX);
    standing.doors_seen = in.uint("count of doors seen", 0, UINT32_MAX);
    standing.doors_enrolled = in.uint("count of doors enrolled", 0, UINT32_MAX);
    return standing;
}

static Doors read_doors(Scan& in) {
    Doors doors;
    const std::size_t count = in.groups("count of doors", 5, max_doors);
    for (std::size_t i = 0; i < count && in.good(); ++i) {
        DoorSeen door;
        door.device = in.id<DeviceId>("device of a door");
        door.host = read_text(in, "host of a door", max_name_size);
        door.port = static_cast<std::uint16_t>(in.uint("port of a door", 0, UINT16_MAX));
        door.place = read_text(in, "place of a door", max_name_size);
        door.ago = in.instant("time of a door").time_since_epoch();
        doors.doors.push_back(std::move(door));
    }
    return doors;
}

struct Form {
    const char* name;
    std::size_t items; // of the outer array, the kind included
    Message (*read)(Scan&);
};

static const Form* form_of(std::uint64_t kind) {
    static constexpr Form forms[] = {
        {"hello", 7, [](Scan& in) -> Message { return read_hello(in); }},
        {"proof", 2, [](Scan& in) -> Message { return Proof{copy(in.bytes("signature", signature_size))}; }},
        {"facts", 2, [](Scan& in) -> Message { return read_facts(in); }},
        {"have", 3, [](Scan& in) -> Message { return read_have_changed(in); }},
        {"ping", 2, [](Scan& in) -> Message { return Ping{in.instant("time")}; }},
        {"pong", 3, [](Scan& in) -> Message { return read_pong(in); }},
        {"goodbye", 2, [](Scan& in) -> Message { return Goodbye{read_text(in, "reason", max_reason_size)}; }},
        {"dismissed", 2, [](Scan& in) -> Message { return Dismissed{read_text(in, "reason", max_reason_size)}; }},
        {"standing", 6, [](Scan& in) -> Message { return read_standing(in); }},
        {"doors", 2, [](Scan& in) -> Message { return read_doors(in); }},
        {"all sent", 1, [](Scan&) -> Message { return AllSent{}; }},
    };
    return kind >= 1 && kind <= std::size(forms) ? &forms[kind - 1] : nullptr;
}

Result<Message> decode_message(ByteView encoded) {
    if (encoded.size() > max_message_size)
        return fault(FaultKind::bad_input, "a message of " + std::to_string(encoded.size()) +
                                               " bytes came; the most is " + std::to_string(max_message_size));
    Scan in(encoded);
    const std::size_t items = in.reader().array();
    const std::uint64_t kind = in.reader().uint();
    const Form* form = in.reader().good() ? form_of(kind) : nullptr;
    if (form == nullptr) return fault(FaultKind::bad_input, "a message of an unknown kind came");
    const auto bad = [&](const std::string& what) {
        return fault(FaultKind::bad_input, std::string("a ") + form->name + " message is malformed: " + what);
    };
    if (items != form->items) return bad("number of fields");
    Message message = form->read(in);
    if (!in.good()) return bad(in.what_is_wrong());
    if (!in.reader().done()) return bad("bytes after its end");
    return message;
}

} // namespace foyer
