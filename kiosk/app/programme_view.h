// The programme as a guest browses it: finished values that `kiosk/app` computes and `kiosk/screens` paints.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/desk_view.h"

namespace foyer {

struct ProgrammeView {
    HeaderView header;
    Label title;          // "Now in the five sub-forums", "Programme, Tuesday, 30 May"
    double now_hours = 0; // time of day
    double axis_from_hours = 0, axis_to_hours = 0;
    struct Item {
        SessionId id;
        Label title, speaker, room;
        std::string starts, ends;
        double from_hours = 0, to_hours = 0;
        bool now = false, past = false;
        double progress = 0; // 0..1 while now
        Label now_or_next;   // "Now", "Next 11:10"
        bool operator==(const Item&) const = default;
    };
    struct Lane {
        std::optional<ForumId> forum; // none: plenary, or a room's
        std::optional<PlaceId> room;  // of a room
        Label name;
        std::string room_code;
        Label level;
        int colour = -1;
        Label seats;              // "14 seats left", "Full · overflow 2.06"; empty: no capacity set
        std::string seats_number; // "14" for the lane layout; empty: use `seats`
        Label seats_unit;         // "seats left"
        bool scarce = false;
        std::vector<Item> items; // by start
        bool operator==(const Lane&) const = default;
    };
    std::vector<Lane> lanes;
    Label nothing; // instead of the lanes' items when there are none
    struct DayPill {
        std::chrono::local_days day;
        Label name; // "Mon 29"
        bool chosen = false;
        bool operator==(const DayPill&) const = default;
    };
    std::vector<DayPill> days; // none: the summit has one
    ProgrammeBy by = ProgrammeBy::forum;
    struct PlacePill { // neither forum nor room: "All"
        std::optional<ForumId> forum;
        Label name;
        bool chosen = false;
        std::optional<PlaceId> room = std::nullopt;
        bool operator==(const PlacePill&) const = default;
    };
    std::vector<PlacePill> pills;
    Label by_button; // "Rooms": what the pills may be instead; empty: nothing else
    Label search_button;
    // How often a guest asked for what did not fit. How much fits is the screen's to know; it counts round.
    std::size_t rows_turned = 0, places_turned = 0, days_turned = 0;
    std::vector<Label> more; // "7 more", by how many
    struct Search {          // instead of everything above
        Label hint;          // in the field while nothing is typed
        std::string typed;
        struct Hit {
            SessionId id;
            Label day; // "Mon 29"
            std::string starts;
            Label title, speaker, room; // room: where it has no code
            std::string room_code;
            int colour = -1;
            bool now = false, past = false;
            bool operator==(const Hit&) const = default;
        };
        std::vector<Hit> hits; // what comes next first, what is over last
        Label line;            // instead of hits: what to type, or that there are none
        DeskView::Keys keys;
        bool operator==(const Search&) const = default;
    };
    std::optional<Search> search;
    struct Detail { // one session opened, over the list or what was found
        Label title, speaker, forum, room_line, summary, languages, hint;
        Arrow arrow = Arrow::none;
        std::string room_code, time; // "10:50-11:10"
        int colour = -1;
        Label close_button;
        bool operator==(const Detail&) const = default;
    };
    std::optional<Detail> detail;
    Label language_button, back_button;
    TimeoutView timeout;
    StatusView status;
    bool operator==(const ProgrammeView&) const = default;
};

} // namespace foyer
