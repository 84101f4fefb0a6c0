#include "sync/summit/payload.h"

#include <limits>

#include "sync/summit/cbor.h"

namespace foyer {

// One list of fields a kind serves both directions: `Encode` and `Decode` have the same member functions, so what is
// written and what is read cannot drift apart.
namespace {

class Encode {
public:
    Encode& operator()(const std::string& value) { return one(), out_.text(value), *this; }
    Encode& operator()(const Bytes& value) { return one(), out_.bytes(value), *this; }
    Encode& operator()(bool value) { return one(), out_.boolean(value), *this; }
    Encode& operator()(int value) { return one(), out_.integer(value), *this; }
    Encode& operator()(std::uint64_t value) { return one(), out_.uint(value), *this; }
    Encode& operator()(Milliseconds value) { return one(), out_.integer(value.count()), *this; }
    Encode& operator()(Instant value) { return (*this)(value.time_since_epoch()); }
    template <class Tag>
    Encode& operator()(const Slug<Tag>& id) {
        return (*this)(id.text);
    }
    template <class Tag, std::size_t size>
    Encode& operator()(const RawId<Tag, size>& id) {
        return one(), out_.bytes(id.view()), *this;
    }
    Encode& operator()(const Wording& wording) {
        one();
        out_.array(wording.by_language.size() * 2);
        for (const auto& [language, text] : wording.by_language) out_.text(language).text(text);
        return *this;
    }
    Encode& operator()(const CodeKey& key) {
        one(), out_.array(5);
        Encode inner;
        inner.choice(key.kind, CodeKeyKind::pretix_sig1)(key.public_key)(key.retired)(key.items)(key.subevents);
        out_.raw(inner.out_.view());
        return *this;
    }
    Encode& operator()(const Summit::Region& region) {
        one(), out_.array(2);
        Encode inner;
        inner(region.code)(region.name);
        out_.raw(inner.out_.view());
        return *this;
    }
    Encode& operator()(const Trusted& t) {
        return one(), out_.array(3).bytes(t.origin.view()).uint(t.seq).bytes(t.head.view()), *this;
    }
    template <class Item>
    Encode& operator()(const std::optional<Item>& item) {
        return items(item ? 1 : 0, [&](Encode& inner) {
            if (item) inner(*item);
        });
    }
    template <class Item>
    Encode& operator()(const std::vector<Item>& list) {
        return items(list.size(), [&](Encode& inner) {
            for (const Item& item : list) inner(item);
        });
    }
    template <class Enum>
    Encode& choice(Enum value, Enum) {
        return one(), out_.uint(static_cast<std::uint64_t>(value)), *this;
    }
    template <class Enum>
    Encode& later_choice(Enum value, Enum last) {
        return choice(value, last);
    }
    template <class Item>
    Encode& later(const Item& item) { // a field that was added since
        return (*this)(item);
    }
    Bytes take() {
        cbor::Writer whole;
        whole.array(count_).raw(out_.view());
        return whole.take();
    }

private:
    void one() { ++count_; }
    template <class Write>
    Encode& items(std::size_t count, Write write) {
        one();
        out_.array(count);
        Encode inner;
        write(inner);
        out_.raw(inner.out_.view());
        return *this;
    }
    cbor::Writer out_;
    std::size_t count_ = 0;
};

class Decode {
public:
    explicit Decode(ByteView in) : in_(in), left_(in_.array()) {}

    Decode& operator()(std::string& value) { return one(), value = in_.text(), *this; }
    Decode& operator()(Bytes& value) {
        one();
        const ByteView bytes = in_.bytes();
        value.assign(bytes.begin(), bytes.end());
        return *this;
    }
    Decode& operator()(bool& value) { return one(), value = in_.boolean(), *this; }
    Decode& operator()(int& value) {
        one();
        const std::int64_t wide = in_.integer();
        if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max()) in_.fail();
        value = in_.good() ? static_cast<int>(wide) : 0;
        return *this;
    }
    Decode& operator()(std::uint64_t& value) { return one(), value = in_.uint(), *this; }
    Decode& operator()(Milliseconds& value) { return one(), value = Milliseconds{in_.integer()}, *this; }
    Decode& operator()(Instant& value) { return one(), value = Instant{Milliseconds{in_.integer()}}, *this; }
    template <class Tag>
    Decode& operator()(Slug<Tag>& id) {
        (*this)(id.text);
        if (!is_valid_slug(id.text)) in_.fail();
        return *this;
    }
    template <class Tag, std::size_t size>
    Decode& operator()(RawId<Tag, size>& id) {
        one();
        const auto raw = RawId<Tag, size>::from(in_.bytes());
        if (!raw) in_.fail();
        id = raw.value_or(RawId<Tag, size>{});
        return *this;
    }
    Decode& operator()(Wording& wording) {
        one();
        const std::size_t texts = in_.array();
        if (texts % 2 != 0) in_.fail();
        for (std::size_t i = 0; i + 1 < texts && in_.good(); i += 2) {
            const std::string language{in_.text()};
            wording.by_language[language] = in_.text();
        }
        return *this;
    }
    Decode& operator()(CodeKey& key) {
        one();
        if (in_.array() != 5) in_.fail();
        left_ += 5;
        choice(key.kind, CodeKeyKind::pretix_sig1)(key.public_key)(key.retired)(key.items)(key.subevents);
        return *this;
    }
    Decode& operator()(Summit::Region& region) {
        one();
        if (in_.array() != 2) in_.fail();
        left_ += 2;
        return (*this)(region.code)(region.name);
    }
    Decode& operator()(Trusted& t) {
        one();
        if (in_.array() != 3) in_.fail();
        const auto origin = OriginId::from(in_.bytes());
        t.seq = in_.uint();
        const auto head = Hash::from(in_.bytes());
        if (!origin || !head) return in_.fail(), *this;
        t.origin = *origin;
        t.head = *head;
        return *this;
    }
    template <class Item>
    Decode& operator()(std::optional<Item>& item) {
        std::vector<Item> list;
        (*this)(list);
        if (list.size() > 1) in_.fail();
        if (!list.empty()) item = std::move(list.front());
        return *this;
    }
    template <class Item>
    Decode& operator()(std::vector<Item>& list) {
        one();
        const std::size_t count = in_.array();
        left_ += count;
        for (std::size_t i = 0; i < count && in_.good(); ++i) (*this)(list.emplace_back());
        return *this;
    }
    template <class Enum>
    Decode& choice(Enum& value, Enum last) {
        one();
        const std::uint64_t number = in_.uint();
        if (number > static_cast<std::uint64_t>(last)) in_.fail();
        if (in_.good()) value = static_cast<Enum>(number);
        return *this;
    }
    template <class Enum>
    Decode& later_choice(Enum& value, Enum last) {
        return left_ == 0 ? *this : choice(value, last);
    }
    template <class Item>
    Decode& later(Item& item) { // an older version did not write it
        return left_ == 0 ? *this : (*this)(item);
    }
    // Skips what a newer version added.
    bool finish() {
        for (; left_ > 0 && in_.good(); --left_) in_.raw();
        return in_.done();
    }

private:
    void one() {
        if (left_ == 0)
            in_.fail();
        else
            --left_;
    }
    cbor::Reader in_;
    std::size_t left_;
};

// `V` is the value, const when encoding. The order of fields is the wire format: only ever add at the end, by `later`.
template <class Value, class Kind>
concept Is = std::same_as<std::remove_const_t<Value>, Kind>;

void fields(auto& io, Is<OriginOpened> auto& v) { io(v.device_name); }

void fields(auto& io, Is<Summit> auto& v) {
    io(v.id)(v.name)(v.venue)(v.time_zone)(v.utc_offset)(v.starts)(v.ends)(v.languages).later(v.code_keys);
    io.later_choice(v.second_factor, SecondFactor::email).later_choice(v.unlock, StaffUnlock::by_badge);
    io.later_choice(v.walk_ins, WalkIns::refused).later(v.no_show).later(v.release_after);
    io.later(v.look.colour).later(v.look.forums).later(v.look.logo).later(v.privacy);
    io.later(v.greeted_short.bits).later(v.greeted_unnamed.bits).later(v.discreet.bits).later(v.regions);
}

void fields(auto& io, Is<Place> auto& v) {
    io(v.id)(v.parent).choice(v.kind, PlaceKind::table)(v.code)(v.name)(v.level)(v.capacity)(v.overflow);
}

void fields(auto& io, Is<Forum> auto& v) { io(v.id)(v.name)(v.short_name)(v.host)(v.place)(v.order); }

void fields(auto& io, Is<Session> auto& v) {
    io(v.id)(v.forum)(v.place).choice(v.kind, SessionKind::break_);
    io(v.title)(v.speaker)(v.summary)(v.starts)(v.ends)(v.languages).later(v.channels).later(v.doors_open);
}

void fields(auto& io, Is<Checkpoint> auto& v) {
    io(v.id)(v.name)(v.place).choice(v.direction, Direction::out).choice(v.mode, last_mode);
    io(v.single_entry)(v.forum_only)(v.opens_before).choice(v.unknown_code, UnknownCodeRule::admit_and_flag);
    io.later(v.categories.bits).later(v.protocol);
}

void fields(auto& io, Is<Hint> auto& v) { io(v.from)(v.to)(v.words).choice(v.arrow, Arrow::down)(v.minutes_on_foot); }

void fields(auto& io, Is<Delegation> auto& v) { io(v.id)(v.name)(v.focal_point); }

void fields(auto& io, Is<Person> auto& v) {
    io(v.native_name)(v.native_language)(v.latin_name)(v.other_names)(v.form_of_address).later(v.proof).later(v.pin);
    io.later(v.short_name);
}

void fields(auto& io, Is<Attendee> auto& v) {
    io(v.id).choice(v.category, Category::guest)(v.organisation)(v.country)(v.language)(v.delegation)(v.seat);
    io(v.forums)(v.admitted_from)(v.admitted_until)(v.withdrawn).later_choice(v.hold, Hold::question);
    io.later_choice(v.role, StaffRole::admin).later(v.box);
}

void fields(auto& io, Is<Contact> auto& v) { io(v.email)(v.phone); }
void fields(auto& io, Is<Note> auto& v) { io(v.text); }

void fields(auto& io, Is<BadgeIssued> auto& v) {
    io(v.attendee).choice(v.kind, BadgeKind::badge)(v.revision)(v.code)(v.replaces);
}

void fields(auto& io, Is<BadgeCode> auto& v) { io(v.code); }
void fields(auto& io, Is<BadgePrinted> auto& v) { io(v.printer).later(v.by); }
void fields(auto& io, Is<BadgeHandedOver> auto& v) { io(v.to).later(v.by); }
void fields(auto& io, Is<BadgeRevoked> auto& v) { io(v.why); }

void fields(auto& io, Is<Entered> auto& v) {
    io(v.place)(v.checkpoint)(v.badge).choice(v.reason, last_reason).later(v.why);
}

void fields(auto& io, Is<Left> auto& v) { io(v.place)(v.checkpoint)(v.badge).later(v.why); }

void fields(auto& io, Is<Refused> auto& v) { io(v.checkpoint).choice(v.reason, last_reason)(v.badge)(v.case_number); }

void fields(auto& io, Is<DeviceEnrolled> auto& v) {
    io(v.name).choice(v.role, Role::hub)(v.checkpoint).later(v.reached_at);
}

void fields(auto& io, Is<DeviceRevoked> auto& v) { io(v.why)(v.trusted); }

void fields(auto& io, Is<Voided> auto& v) { io(v.fact.origin)(v.fact.seq)(v.why); }
void fields(auto& io, Is<Purged> auto& v) { io(v.why); }
void fields(auto& io, Is<CardResolved> auto& v) { io(v.choice)(v.note); }
void fields(auto& io, Is<ClockNoticed> auto& v) { io(v.ahead); }
void fields(auto& io, Is<SessionRuns> auto& v) { io(v.starts)(v.ends)(v.doors_open); }
void fields(auto& io, Is<Call> auto& v) {
    io(v.checkpoint)(v.called).choice(v.state, Call::State::done)(v.by).later(v.meeting);
    io.later(v.guest).later(v.case_number).later(v.taken_by.text);
}
void fields(auto& io, Is<Loan> auto& v) { io(v.to)(v.since).later(v.by); }
void fields(auto& io, Is<Emergency> auto& v) { io.choice(v.state, Emergency::State::on)(v.since); }

void fields(auto& io, Is<Meeting> auto& v) {
    io(v.id)(v.table)(v.starts)(v.ends)(v.parties)(v.interpreter)(v.languages);
    io.choice(v.state, Meeting::State::released)(v.moved_from);
}

void fields(auto& io, Is<MeetingRuns> auto& v) {
    io(v.table)(v.interpreter)(v.parties).choice(v.then, MeetingRuns::Then::planned)(v.by);
}

template <class Value>
Result<Payload> decode_as(ByteView encoded) {
    Decode in(encoded);
    Value value;
    fields(in, value);
    if (!in.finish()) return fault(FaultKind::bad_input, "a fact's content is malformed");
    return Payload{std::move(value)};
}

} // namespace

Kind kind_of(const Payload& payload) {
    // The variant lists its alternatives in the order of Kind, which starts at 1.
    static_assert(std::same_as<std::variant_alternative_t<0, Payload>, OriginOpened>);
    static_assert(std::same_as<std::variant_alternative_t<static_cast<std::size_t>(Kind::meeting_runs) - 1, Payload>,
                               MeetingRuns>);
    return static_cast<Kind>(payload.index() + 1);
}

Audience audience_of(const Payload& payload) {
    const Kind kind = kind_of(payload);
    const bool staff = kind == Kind::contact || kind == Kind::note || kind == Kind::badge_code;
    return staff ? Audience::staff : Audience::floor;
}

Bytes encode(const Payload& payload) {
    Encode out;
    std::visit([&](const auto& value) { fields(out, value); }, payload);
    return out.take();
}

template <std::size_t... index>
static Result<Payload> decode_nth(std::size_t wanted, ByteView encoded, std::index_sequence<index...>) {
    Result<Payload> result = fault(FaultKind::bad_input, "a fact of a kind that this version does not know");
    (void)((index == wanted && (result = decode_as<std::variant_alternative_t<index, Payload>>(encoded), true)) || ...);
    return result;
}

Result<Payload> decode_payload(Kind kind, ByteView encoded) {
    const auto number = static_cast<std::size_t>(kind);
    return decode_nth(number - 1, encoded, std::make_index_sequence<std::variant_size_v<Payload>>{});
}

Subject subject_of(const AttendeeId& id) { return {SubjectKind::attendee, id.text}; }
Subject subject_of(const BadgeId& id) { return {SubjectKind::badge, id.text}; }

} // namespace foyer
