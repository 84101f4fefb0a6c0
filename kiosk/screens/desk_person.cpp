// Who is open at a staff desk, their delegation, and the conflict inbox.
#include <algorithm>

#include "kiosk/screens/desk_parts.h"
#include "kiosk/screens/layout.h"

namespace foyer {
namespace {

using Someone = DeskView::Someone;
using Comes = DeskView::Member::Comes;

constexpr float padding = 36;

struct Chip {
    Colour ground, ink;
};
Chip chip_of(Someone::Tone tone) {
    switch (tone) {
    case Someone::Tone::good: return {theme::green.top, theme::white};
    case Someone::Tone::attention: return {theme::attention, theme::ink};
    case Someone::Tone::neutral: break;
    }
    return {theme::neutral_chip, theme::ink};
}

// A line's name beside its value.
struct LineSetting {
    Setting name, value;
    LineSetting(float wide, float scale, float share)
        : name{scaled(theme::desk_small, scale), wide * share, 2, Side::start, 20},
          value{scaled(theme::desk_strong, scale), wide * (1 - share) - 12, 5, Side::start, 22} {}
    // The names have a third of the width, or more where one of them is long.
    static LineSetting of(Paint& paint, const std::vector<DeskView::Line>& lines, float wide, float scale) {
        float share = 0.34f;
        const auto fit = [&] {
            const Setting name = LineSetting(wide, scale, share).name;
            return std::ranges::all_of(lines, [&](const auto& line) { return paint.fits(line.name, name); });
        };
        while (share < 0.46f && !fit()) share += 0.04f;
        return {wide, scale, share};
    }
    float height(Paint& paint, const DeskView::Line& line) const {
        return std::max(paint.measure(line.name, name).height, paint.measure(line.value, value).height);
    }
    void draw(Paint& paint, const DeskView::Line& line, Point at) const {
        paint.text(line.name, name, {at.x, at.y + (value.type.size - name.type.size) * 0.9f}, theme::mute); // one line
        paint.text(line.value, value, {at.x + name.width + 12, at.y}, theme::ink);
    }
};

struct About {
    Paint& paint;
    const Someone& person;
    Rect rect;
    float scale;
    std::size_t lines; // at most so many of them

    [[nodiscard]] Column column() const {
        Column column;
        column.add(0, 54,
                   [this](float y) { desk_chip(paint, person.state, person.tone, {rect.x, y}, rect.width - 76); });
        add(column, person.name, theme::heading, 2, 14, theme::ink);
        add(column, person.latin_name, theme::row, 1, 0, theme::ink);
        add(column, person.role, theme::desk, 1, 4, theme::mute);
        const std::size_t columns = rect.width > 860 ? 2 : 1;
        const auto halves = shares({rect.x, 0, rect.width, 0}, columns, 32);
        const auto setting = LineSetting::of(paint, person.lines, halves[0].width, scale);
        for (std::size_t i = 0; i < std::min(lines, person.lines.size()); i += columns) {
            float tall = 0;
            for (std::size_t j = i; j < std::min(i + columns, person.lines.size()); ++j)
                tall = std::max(tall, setting.height(paint, person.lines[j]));
            column.add((i == 0 ? 24 : 8) * scale, tall, [this, i, columns, halves, setting](float y) {
                for (std::size_t j = i; j < std::min(i + columns, person.lines.size()); ++j)
                    setting.draw(paint, person.lines[j], {halves[j - i].x, y});
            });
        }
        return column;
    }

private:
    void add(Column& column, const Label& label, const theme::Type& type, int most, float above, Colour colour) const {
        if (label.text.empty()) return;
        const Setting setting{foyer::scaled(type, scale), rect.width, most};
        column.add(above * scale, paint.measure(label, setting).height,
                   [this, &label, setting, colour](float y) { paint.text(label, setting, {rect.x, y}, colour); });
    }
};

// The last of what happened, the newest first.
struct History {
    Paint& paint;
    const Someone& person;
    float width;

    static constexpr float clock_wide = 120, above = 22, between = 6;
    [[nodiscard]] Setting setting() const { return {theme::desk, width - clock_wide, 3, Side::start, 22}; }
    [[nodiscard]] float height(std::size_t shown) const {
        float tall = shown == 0 ? 0 : above;
        for (std::size_t i = 0; i < shown; ++i)
            tall += paint.measure(person.events[i].what, setting()).height + between;
        return tall;
    }
    void draw(Point at, std::size_t shown) const {
        if (shown == 0) return;
        paint.fill({at.x, at.y + above / 2 - 4, width, theme::line_width}, theme::line);
        float y = at.y + above;
        for (std::size_t i = 0; i < shown; ++i) {
            const auto& event = person.events[i];
            paint.text(plain(event.time), {theme::desk_strong}, {at.x, y}, theme::mute);
            y += paint.text(event.what, setting(), {at.x + clock_wide, y}, event.taken_back ? theme::mute : theme::ink)
                     .height +
                 between;
        }
    }
};

void comes_sign(Paint& paint, Comes comes, Point centre) {
    switch (comes) {
    case Comes::arrived:
        paint.disc(centre, 27, theme::green.top);
        paint.tick(centre, 34, theme::white, 4, 1);
        return;
    case Comes::now: paint.ring(centre, 26, theme::green.top, 4); return;
    case Comes::absent:
        paint.fill({centre.x - 28, centre.y - 28, 56, 56}, theme::attention, theme::chip_radius);
        paint.fill({centre.x - 13, centre.y - 3, 26, 6}, theme::ink, 3);
        return;
    case Comes::withdrawn: paint.icon(Icon::close, centre, 40, theme::mute, 3); return;
    }
}

void member_row(Paint& paint, const DeskView::Member& member, Rect rect, Intents& intents) {
    const bool choosable = member.comes == Comes::now || member.comes == Comes::absent;
    if (choosable && paint.touch("member " + member.id.text, rect) == Touch::tapped)
        intents.emplace_back(ToggleAbsent{member.id});
    paint.fill({rect.x, rect.y, rect.width, theme::line_width}, theme::line);
    comes_sign(paint, member.comes, {rect.end() - 34, rect.centre().y});
    const float wide = rect.width - 84;
    const auto ink = choosable ? theme::ink : theme::mute;
    const Rect first =
        member.line.text.empty() ? Rect{rect.x, rect.y, wide, rect.height} : Rect{rect.x, rect.y + 4, wide, 42};
    paint.text_in(first, member.name, {theme::desk_strong, 0, 1, Side::start, 22}, ink);
    paint.text_in({rect.x, rect.y + 44, wide, 36}, member.line, {theme::desk, 0, 1, Side::start, 22}, theme::mute);
}

} // namespace

float desk_chip(Paint& paint, const Label& words, Someone::Tone tone, Point at, float widest, Side side) {
    const auto [ground, ink] = chip_of(tone);
    const float wide = std::min(widest, paint.measure(words, {theme::desk_strong}).width + 40);
    const Rect rect{side == Side::end ? at.x - wide : at.x, at.y, wide, 54};
    paint.fill(rect, ground, theme::chip_radius);
    paint.text_in(rect.inset(14, 0), words, {theme::desk_strong, 0, 1, Side::centre, 20}, ink);
    return wide;
}

Page page_of(std::size_t count, std::size_t fit, std::size_t page) {
    fit = std::max<std::size_t>(1, fit);
    const std::size_t pages = std::max<std::size_t>(1, (count + fit - 1) / fit), at = page % pages;
    return {at * fit, std::min(count, (at + 1) * fit), at + 1, pages};
}

bool pager(Paint& paint, const std::string& id, Rect rect, const Page& page, const theme::Ground& ground) {
    return button(paint, id, rect, plain(std::to_string(page.number) + "\u00a0/\u00a0" + std::to_string(page.pages)),
                  Look::ghost, ground);
}

void desk_person(Paint& paint, const Someone& person, Rect rect, Intents& intents) {
    paint.card(rect, theme::card_radius - 4);
    const Rect close{rect.end() - 104, rect.y + 4, 100, 100};
    if (paint.touch("close person", close) == Touch::tapped) intents.emplace_back(DeskTap{DeskTap::What::close_person});
    paint.icon(Icon::close, close.centre(), 38, theme::mute, 2.8f);
    const Rect inner = rect.inset(padding, 28);
    std::size_t lines = person.lines.size(), shown = person.events.size();
    const auto about = [&](float scale) { return About{paint, person, inner, scale, lines}; };
    const auto tall_at = [&](float scale) {
        const About all = about(scale);
        return all.column().height();
    };
    // What happened gives way first, but for the newest; then letters shrink; then it goes, and the last lines.
    const History history{paint, person, inner.width};
    const auto room = [&] { return inner.height - history.height(shown); };
    while (shown > 1 && tall_at(1) > room()) --shown;
    float scale = scale_to(room(), tall_at);
    if (tall_at(scale) > room()) shown = 0;
    for (scale = scale_to(room(), tall_at); lines > 1 && tall_at(scale) > room();) --lines;
    const About all = about(scale);
    const Column column = all.column();
    column.draw(inner.y);
    history.draw({inner.x, inner.bottom() - history.height(shown)}, shown);
}

// True when it was tapped.
static bool party_button(Paint& paint, const std::string& id, const Label& label, Rect rect, Look look) {
    const bool main = look == Look::solid;
    const auto touched = paint.touch(id, rect);
    main ? paint.fill(rect, theme::green.top, theme::button_radius)
         : paint.outline(rect, theme::mute, theme::button_radius);
    if (touched == Touch::down) paint.fill(rect, with_alpha(theme::ink, theme::pressed_alpha), theme::button_radius);
    paint.text_in(rect.inset(12, 0), label, {theme::desk_strong, 0, 2, Side::centre, 22},
                  main ? theme::white : theme::ink);
    return touched == Touch::tapped;
}

static void together(Paint& paint, const Label& label, Rect rect, Intents& intents) {
    if (party_button(paint, "together", label, rect, Look::solid))
        intents.emplace_back(DeskTap{DeskTap::What::together});
}

// What is done with all of them: on one line where there is room, else one below the other.
struct PartyActs {
    const DeskView::Party& party;
    float width;

    static constexpr float tall = 96, between = 12;
    [[nodiscard]] std::size_t count() const {
        return std::size_t{!party.button.text.empty()} + std::size_t{!party.papers_button.text.empty()};
    }
    [[nodiscard]] bool beside() const { return width > 800; }
    [[nodiscard]] float height() const {
        const std::size_t lines = beside() ? std::min<std::size_t>(1, count()) : count();
        return lines == 0 ? 0 : static_cast<float>(lines) * (tall + between) - between;
    }
    void draw(Paint& paint, Rect rect, Intents& intents) const {
        const bool two = count() == 2;
        Rect last = rect;
        if (two && beside()) {
            const auto halves = shares(rect, 2, between);
            papers(paint, halves[0], intents);
            last = halves[1];
        } else if (two) {
            papers(paint, {rect.x, rect.y, rect.width, tall}, intents);
            last = {rect.x, rect.y + tall + between, rect.width, tall};
        }
        if (!party.button.text.empty())
            together(paint, party.button, last, intents);
        else if (!two)
            papers(paint, last, intents);
    }

private:
    void papers(Paint& paint, Rect rect, Intents& intents) const {
        if (party.papers_button.text.empty()) return;
        if (party_button(paint, "papers", party.papers_button, rect, Look::ghost))
            intents.emplace_back(DeskTap{party.papers_asks});
    }
};

void desk_party(Paint& paint, const DeskView::Party& party, Rect rect, Intents& intents) {
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(28);
    const Setting count{theme::desk, 0, 1, Side::end};
    const float counted = paint.measure(plain(party.count), count).width + 16;
    const Setting name{theme::desk_name, inner.width - counted, 2, Side::start, 24};
    float y = inner.y + paint.text(party.name, name, {inner.x, inner.y}, theme::ink).height;
    paint.text(plain(party.count), count, {inner.end(), inner.y + 4}, theme::mute);
    y += paint.text(party.line, {theme::desk, inner.width, 2, Side::start, 24}, {inner.x, y + 2}, theme::seats_few)
             .height;
    y += 12;
    constexpr float least = 84, pager_wide = 150;
    const std::size_t columns = inner.width > 800 ? 2 : 1;
    const PartyActs acts{party, inner.width};
    const float foot_tall = std::max(PartyActs::tall, acts.height());
    const Rect foot{inner.x, inner.bottom() - foot_tall, inner.width, foot_tall};
    const auto fit_in = [&](float tall) { return static_cast<std::size_t>(std::max(1.f, tall / least)) * columns; };
    const bool all = acts.count() == 0 && party.members.size() <= fit_in(inner.bottom() - y);
    const float room = (all ? inner.bottom() : foot.y - 10) - y;
    const Page page = room < least ? Page{} : page_of(party.members.size(), fit_in(room), party.page);
    const auto widths = shares({inner.x, 0, inner.width, 0}, columns, 28);
    for (std::size_t i = page.first; i < page.end; ++i) {
        const std::size_t at = i - page.first;
        const Rect& column = widths[at % columns];
        const float row_y = y + static_cast<float>(at / columns) * least;
        member_row(paint, party.members[i], {column.x, row_y, column.width, least}, intents);
    }
    const bool pages = page.pages > 1;
    if (pages && pager(paint, "next members", {foot.x, foot.bottom() - 96, pager_wide, 96}, page, paint.night()))
        intents.emplace_back(DeskTap{DeskTap::What::next_members});
    if (acts.count() == 0) return;
    const float taken = pages ? pager_wide + 12 : 0;
    acts.draw(paint, {foot.x + taken, foot.y, foot.width - taken, foot.height}, intents);
}

void desk_inbox_line(Paint& paint, const DeskView::Inbox& inbox, Rect rect, Intents& intents) {
    if (paint.touch("inbox", rect) == Touch::tapped) intents.emplace_back(DeskTap{DeskTap::What::open_inbox});
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(28, 14);
    paint.icon(Icon::inbox, {inner.x + 26, inner.centre().y}, 52, theme::seats_few, 2.2f);
    const float x = inner.x + 72, wide = inner.width - 72;
    paint.text_in({x, inner.y, wide, 44}, inbox.title, {theme::desk_strong, 0, 1, Side::start}, theme::seats_few);
    paint.text_in({x, inner.y + 44, wide, inner.height - 44}, inbox.first, {theme::desk, 0, 1, Side::start, 22},
                  theme::ink);
}

void desk_roll(Paint& paint, const DeskView::Roll& roll, Rect rect, Intents& intents) {
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(padding);
    const auto parts = shares({inner.x, inner.bottom() - 96, inner.width, 96}, 2, 16);
    if (button(paint, "close roll", parts[0], roll.close_button, Look::ghost, paint.night()))
        intents.emplace_back(DeskTap{DeskTap::What::close_roll});
    if (button(paint, "print roll", parts[1], roll.print_button, Look::ghost, paint.night()))
        intents.emplace_back(roll.asks);
    float y = inner.y;
    y += paint.text(roll.title, {theme::row_strong, inner.width, 1, Side::start, 24}, {inner.x, y}, theme::ink).height;
    y += paint.text(roll.note, {theme::desk, inner.width, 3, Side::start, 22}, {inner.x, y}, theme::mute).height + 14;
    constexpr float tall = 58;
    for (const auto& row : roll.rows) {
        if (y + tall > parts[0].y - 16) break; // the paper has them all
        paint.fill({inner.x, y, inner.width, theme::line_width}, theme::line);
        paint.text_in({inner.x, y, inner.width - 140, tall}, row.place, {theme::desk_strong, 0, 1, Side::start, 22},
                      theme::ink);
        paint.text_in({inner.end() - 120, y, 120, tall}, plain(row.count), {theme::desk_strong, 0, 1, Side::end},
                      theme::ink);
        y += tall;
    }
}

static void inbox_card(Paint& paint, const DeskView::InboxCard& card, Rect rect, Intents& intents) {
    paint.fill({rect.x, rect.y, rect.width, theme::line_width}, theme::line);
    paint.text_in({rect.x, rect.y + 8, rect.width, 46}, card.title, {theme::desk_strong, 0, 1, Side::start, 22},
                  theme::seats_few);
    const float name = card.who.text.empty() ? 0 : rect.width * 0.4f;
    paint.text_in({rect.x, rect.y + 54, name, 44}, card.who, {theme::desk_strong, 0, 1, Side::start, 22}, theme::ink);
    paint.text_in({rect.x + name, rect.y + 54, rect.width - name, 44}, card.what, {theme::desk, 0, 1, Side::start, 20},
                  theme::mute);
    for (std::size_t i = 0; i < card.decisions.size(); ++i) {
        const float y = rect.y + 106 + static_cast<float>(i / 2) * (96 + 12);
        const std::size_t in_row = std::min<std::size_t>(2, card.decisions.size() - i / 2 * 2);
        const Rect at = shares({rect.x, y, rect.width, 96}, in_row, 12)[i % 2];
        if (button(paint, "decide " + card.id + std::to_string(i), at, card.decisions[i].label, Look::ghost,
                   paint.night()))
            intents.emplace_back(DecideCard{card.id, card.decisions[i].choice});
    }
}

void desk_inbox(Paint& paint, const DeskView::Inbox& inbox, Rect rect, Intents& intents) {
    paint.card(rect, theme::card_radius - 4);
    const Rect inner = rect.inset(padding);
    const Rect close{inner.end() - 220, inner.y, 220, 96};
    paint.text_in({inner.x, inner.y, inner.width - 240, 96}, inbox.title, {theme::row_strong, 0, 1, Side::start},
                  theme::ink);
    if (button(paint, "close inbox", close, inbox.close_button, Look::ghost, paint.night()))
        intents.emplace_back(DeskTap{DeskTap::What::close_inbox});
    float y = close.bottom() + 16;
    for (const auto& card : inbox.cards) {
        const std::size_t rows = (card.decisions.size() + 1) / 2; // two side by side
        const float tall = 106 + static_cast<float>(rows) * (96 + 12);
        if (y + tall > inner.bottom()) break; // the next of them when these are decided
        inbox_card(paint, card, {inner.x, y, inner.width, tall}, intents);
        y += tall;
    }
}

} // namespace foyer
