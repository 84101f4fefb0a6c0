// The white card of a verdict: the next session, or where to go now and the case number.
#pragma once

#include <vector>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/paint.h"

namespace foyer {

struct VerdictCard {
    Paint& paint;
    const VerdictView::Card& card;
    bool said_above; // the room and the way to it are the largest thing on the screen already
    const theme::Ground& ground;
    Rect zone; // x and width are the card's
    float scale;

    [[nodiscard]] Column column() const; // must not outlive this
    [[nodiscard]] float height(const Column& column) const { return column.height() + 2 * padding(); }
    void draw(const Column& column, float y) const;

private:
    [[nodiscard]] float padding() const { return theme::card_padding * scale; }
    [[nodiscard]] float x() const { return zone.x + padding(); }
    [[nodiscard]] float width() const { return zone.width - 2 * padding(); }
    [[nodiscard]] theme::Type scaled(theme::Type type) const;
    void heading(Column& column) const;
    void title(Column& column) const;
    void room(Column& column) const;
    void partners(Column& column) const;
    void ways(Column& column) const;
    void case_row(Column& column) const;
    void divider(Column& column) const;
};

// Takes away what is said elsewhere too, or least needed, until it `fits`.
template <class Fits>
void give_way(VerdictView::Card& card, const Fits& fits) {
    std::vector<Label*> given{&card.languages, &card.starts_in, &card.minutes};
    for (auto& partner : card.partners) given.push_back(&partner.line);
    given.push_back(&card.hint);
    for (auto least = given.begin(); least != given.end() && !fits(); ++least) **least = {};
}

} // namespace foyer
