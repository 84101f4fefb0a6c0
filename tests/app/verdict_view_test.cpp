// What a guest sees after a scan.
#include "tests/app/guests.h"

namespace foyer::tests {
namespace {

VerdictView seen_at(std::string_view clock, const Outcome& said, std::string checkpoint = "entrance",
                    Programme programme = open_day()) {
    Terminal terminal{std::move(programme), std::move(checkpoint)};
    terminal.set_clock(at(clock)).scan(said);
    return terminal.see<VerdictView>();
}

VerdictView in_language(const Language& language, std::string_view clock, Attendee who = anna) {
    who.language = language;
    return seen_at(clock, welcome(who, anna_name));
}

TEST_CASE("A welcome tells the next session, where it is and how to get there, in the guest's language") {
    Attendee who = anna;
    who.seat = "A-31";
    struct Expected {
        Language language;
        std::string greeting, affiliation, heading, starts_in, title, room_line, minutes, hint, languages;
    };
    const Expected expected[] = {
        {"en", "Good morning and welcome,", "Lindmark Institute\u00a0· Delegate", "Your next session",
         "in 15\u00a0minutes", "Coatings that last fifty years", "Level\u00a02\u00a0· Seat\u00a0A\u201131",
         "4\u00a0minutes on foot", "Up the escalator, then right", "English, Chinese"},
        {"zh", "早上好，欢迎您", "林德马克研究院\u00a0· 代表", "您的下一场", "15\u00a0分钟后", "五十年不变的涂层",
         "2层\u00a0· 座位\u00a0A\u201131", "步行\u00a04\u00a0分钟", "乘扶梯上楼后右转", "英语、中文"},
        {"fr", "Bonjour et bienvenue,", "Institut Lindmark\u00a0· Délégation", "Votre prochaine séance",
         "dans 15\u00a0minutes", "Des revêtements durables", "Niveau\u00a02\u00a0· Place\u00a0A\u201131",
         "4\u00a0minutes à pied", "Escalator, puis à droite", "anglais, chinois"},
        {"de", "Guten Morgen und willkommen,", "Lindmark-Institut\u00a0· Delegation", "Ihr nächster Termin",
         "in 15\u00a0Minuten", "Schichten für fünfzig Jahre", "Ebene\u00a02\u00a0· Platz\u00a0A\u201131",
         "4\u00a0Minuten zu Fuß", "Rolltreppe hoch, dann rechts", "Englisch, Chinesisch"},
    };
    for (const Expected& want : expected) {
        INFO(want.language);
        const VerdictView view = in_language(want.language, "10:35", who);
        CHECK(view.greeting.text == want.greeting);
        CHECK(view.affiliation.text == want.affiliation);
        REQUIRE(view.card);
        CHECK(view.card->heading.text == want.heading);
        CHECK(view.card->time == "10:50");
        CHECK(view.card->starts_in.text == want.starts_in);
        CHECK(view.card->title == Label{want.title, want.language});
        CHECK(view.card->room_code == "2.04");
        CHECK(view.card->room_colour == 1);
        CHECK(view.card->room_line.text == want.room_line);
        CHECK(view.card->minutes.text == want.minutes);
        CHECK(view.card->hint.text == want.hint);
        CHECK(view.card->arrow == Arrow::right);
        CHECK(view.card->languages.text == want.languages);
        CHECK(view.title.text.empty());
        CHECK(view.staff_line.text.empty());
    }
}

TEST_CASE("How soon it starts is said in minutes, rounded up, and not when it is far off") {
    const auto soon = [](std::string_view clock) {
        return in_language("en", clock, attendee("1", "en", {ForumId{"materials"}})).card->starts_in.text;
    };
    CHECK(soon("10:49") == "in 1\u00a0minute");
    CHECK(soon("08:31") == "in 29\u00a0minutes");
    CHECK(in_language("en", "10:50").card->starts_in.text.empty());
}

TEST_CASE("A welcome back, a goodbye, and a welcome without a name") {
    Outcome again = welcome(anna, anna_name);
    again.verdict.reason = Reason::welcome_back;
    Terminal terminal;
    CHECK(terminal.scan(again).see<OwnDayView>().greeting.text == "Willkommen zurück,");
    again.verdict.reason = Reason::left;
    CHECK(seen_at("10:35", again).greeting.text == "Bis bald,");
    CHECK_FALSE(seen_at("10:35", again).card);

    Outcome purged = welcome(anna, anna_name);
    purged.person.reset();
    CHECK(seen_at("10:35", purged).greeting.text == "Guten Morgen,");
    CHECK(seen_at("10:35", purged).name.text == "Willkommen");

    const VerdictView flagged = seen_at("10:35", outcome(VerdictKind::admitted, Reason::admitted_flagged));
    CHECK(flagged.name.text == "Welcome");
    CHECK(flagged.staff_line.text == "For staff: note\u00a04");
}

TEST_CASE("The greeting follows the time of day at the summit, not the server's") {
    const auto greeting = [](std::string_view clock) { return in_language("en", clock).greeting.text; };
    CHECK(greeting("04:00") == "Good morning and welcome,");
    CHECK(greeting("11:59") == "Good morning and welcome,");
    CHECK(greeting("12:00") == "Good afternoon and welcome,");
    CHECK(greeting("17:59") == "Good afternoon and welcome,");
    CHECK(greeting("18:00") == "Good evening and welcome,");
    CHECK(greeting("00:30") == "Good evening and welcome,");
}

TEST_CASE("A guest whose session is elsewhere reads its room, the way and the start") {
    Outcome said = outcome(VerdictKind::go_elsewhere, Reason::wrong_room);
    said.attendee = attendee("0002", "en", {ForumId{"materials"}});
    said.person = anna_name;
    said.verdict.go_to = PlaceId{"2.04"};
    said.verdict.session = SessionId{"coatings"};
    VerdictView view = seen_at("10:40", said);
    CHECK(view.greeting.text == "Good morning,");
    CHECK(view.title.text == "Your session is in");
    CHECK(view.big_code == "2.04");
    CHECK(view.big_arrow == Arrow::right);
    CHECK(view.big_line.text == "Starts at\u00a010:50\u00a0· Level\u00a02");
    CHECK(view.advice.text == "Up the escalator, then right");
    CHECK(view.card->heading.text == "Your session");
    CHECK(seen_at("10:55", said).big_line.text == "Since\u00a010:50\u00a0· Level\u00a02");
    // Without a hint from here, staff show the way.
    view = seen_at("10:40", said, "materials");
    CHECK(view.big_arrow == Arrow::none);
    CHECK(view.advice.text == "Our staff will gladly show you the way.");
}

TEST_CASE("A full room sends on to the overflow room, with its seats; without one staff find a place") {
    Outcome said = outcome(VerdictKind::full, Reason::room_full);
    said.verdict.go_to = PlaceId{"2.06"};
    Terminal terminal{open_day(), "materials"};
    terminal.set_clock(at("11:00")).tell(OccupancyChanged{{{PlaceId{"2.06"}, {58, 0}}}}).scan(said);
    VerdictView view = terminal.see<VerdictView>();
    CHECK(view.header.summit.text == "Room\u00a02.04\u00a0· Materials");
    CHECK(view.title.text == "This room is full");
    CHECK(view.advice.text == "There is a place for you in");
    CHECK(view.big_code == "2.06");
    CHECK(view.big_arrow == Arrow::left);
    CHECK(view.big_line.text == "Next door\u00a0· 22\u00a0seats left");
    terminal.tell(OccupancyChanged{{{PlaceId{"2.06"}, {79, 0}}}});
    CHECK(terminal.see<VerdictView>().big_line.text == "Next door\u00a0· 1\u00a0seat left");
    said.verdict.go_to.reset();
    view = seen_at("11:00", said, "materials");
    CHECK(view.big_code.empty());
    CHECK(view.advice.text == "Our staff will find a place for you.");
}

TEST_CASE("Too early is told when to come, with the day if it is another one") {
    Outcome said = outcome(VerdictKind::wait, Reason::not_yet_open);
    said.verdict.opens = at("10:30");
    CHECK(seen_at("09:30", said).title.text == "We open at\u00a010:30");
    CHECK(seen_at("09:30", said).big_line.text.empty());
    said.verdict.opens = at("08:30", 1);
    CHECK(seen_at("18:00", said).big_line.text == "Tuesday, 30\u00a0May");
    said.verdict.opens.reset();
    CHECK(seen_at("09:30", said).title.text == "We open soon");
}

TEST_CASE("A second visit to a single-entry door is told when the first was") {
    Outcome said = outcome(VerdictKind::again, Reason::again);
    said.verdict.before = at("09:02");
    CHECK(seen_at("09:30", said).advice.text == "We welcomed you at\u00a009:02. Our staff will gladly help you.");
    said.verdict.before = at("09:02", -1);
    said.before_at = CheckpointId{"entrance"};
    Programme programme = open_day();
    programme.checkpoints.front().name.by_language["en"] = "East door";
    const auto view = seen_at("09:30", said, "entrance", programme);
    CHECK(view.advice.text.contains("28\u00a0May"));
    CHECK(view.advice.text.contains("09:02"));
    CHECK(view.big_line.text == "East door");
}

TEST_CASE("A terminal without motion shows an answer at once as it stays") {
    Terminal terminal;
    terminal.set_clock(at("09:30"));
    terminal.scan(outcome(VerdictKind::again, Reason::again));
    CHECK(terminal.see<VerdictView>().seconds_shown < 1);
    terminal.model.settings.stand.still = true;
    CHECK(terminal.see<VerdictView>().seconds_shown > 60);
}

TEST_CASE("A summit without a help desk still sends a guest to a person") {
    Programme programme = open_day();
    std::erase_if(programme.places, [](const Place& p) { return p.id == PlaceId{"help-desk"}; });
    const auto view = seen_at("09:30", outcome(VerdictKind::ask_a_person, Reason::forged), "entrance", programme);
    CHECK(view.card->title.text == "Our staff are here for you");
    CHECK(view.card->room_code.empty());
}

TEST_CASE("What is on in this room comes before what is on elsewhere, and that before what is next") {
    Attendee both = attendee("0003", "en", {ForumId{"materials"}, ForumId{"biomedicine"}});
    const auto said = welcome(both, anna_name);
    CHECK(seen_at("10:55", said, "materials").card->heading.text == "Now in this room");
    CHECK(seen_at("10:55", said, "materials").card->title.text == "Coatings that last fifty years");
    CHECK(seen_at("10:55", said, "entrance").card->heading.text == "Now on for you");
    const auto only_bio = welcome(attendee("0004", "en", {ForumId{"biomedicine"}}), anna_name);
    CHECK(seen_at("10:55", only_bio, "materials").card->heading.text == "Now on for you");
    CHECK(seen_at("10:55", only_bio, "materials").card->room_code == "2.01");
    CHECK(seen_at("10:45", only_bio, "materials").card->heading.text == "Your next session");
}

TEST_CASE("A session ends at its end: the next one is shown from that minute on") {
    const auto title = [](Instant now) {
        Terminal terminal{open_day(), "materials"};
        Attendee who = attendee("1", "en", {ForumId{"materials"}});
        terminal.set_clock(now).scan(welcome(who, anna_name));
        return terminal.see<VerdictView>().card->title.text;
    };
    CHECK(title(at("10:50")) == "Coatings that last fifty years");
    CHECK(title(at("11:10") - Milliseconds{1}) == "Coatings that last fifty years");
    CHECK(title(at("11:10")) == "Joint labs for new materials");
}

TEST_CASE("Breaks are nobody's session, and a guest without a forum is sent to the plenary") {
    const auto nobody = welcome(attendee("0005", "en", {}), anna_name);
    CHECK(seen_at("08:40", nobody).card->title.text == "Opening");
    CHECK_FALSE(seen_at("10:35", nobody).card);
}

TEST_CASE("After the last session there is no card; before another day it names the day") {
    CHECK_FALSE(in_language("en", "11:40").card);
    Programme programme = open_day();
    Session tomorrow = programme.sessions.back();
    tomorrow.id = {"tomorrow"};
    tomorrow.starts = at("09:30", 1);
    tomorrow.ends = at("10:00", 1);
    programme.sessions.push_back(tomorrow);
    const auto view = seen_at("11:40", welcome(anna, anna_name), "entrance", programme);
    CHECK(view.card->heading.text == "Ihr nächster Termin\u00a0· Dienstag, 30.\u00a0Mai");
    CHECK(view.card->time == "09:30");
}

TEST_CASE("A table in a room has the room's code and level, and its own name only where there is no code") {
    Programme programme = open_day();
    programme.sessions.back().place = PlaceId{"2.04-a"};
    VerdictView view = seen_at("11:05", welcome(attendee("1", "en", {}), anna_name), "entrance", programme);
    CHECK_FALSE(view.card);
    view = seen_at("11:12", welcome(anna, anna_name), "entrance", programme);
    CHECK(view.card->room_code == "2.04");
    CHECK(view.card->room_line.text == "Ebene\u00a02");
    for (Place& place : programme.places) place.code.clear();
    view = seen_at("11:12", welcome(anna, anna_name), "entrance", programme);
    CHECK(view.card->room_code.empty());
    CHECK(view.card->room_line.text == "Tisch A\u00a0· Ebene\u00a02");
}

} // namespace
} // namespace foyer::tests
