#include <algorithm>

#include "kiosk/screens/controls.h"
#include "kiosk/screens/layout.h"
#include "kiosk/screens/programme.h"

namespace foyer {
namespace {

using Detail = ProgrammeView::Detail;

struct Sheet {
    Paint& paint;
    const Detail& detail;
    float x, width;

    void words(Column& column, float gap, const Label& label, theme::Type type, int lines, Colour colour) const {
        if (label.text.empty()) return;
        const Setting setting{type, width, lines};
        column.add(gap, paint.measure(label, setting).height,
                   [this, &label, setting, colour](float y) { paint.text(label, setting, {x, y}, colour); });
    }
    void way(Column& column, const Label& label, Icon icon, Arrow arrow) const {
        if (label.text.empty()) return;
        const Setting setting{theme::row, width - 46 - theme::icon_gap, 2};
        const float tall = paint.measure(label, setting).height;
        column.add(20, tall, [this, &label, icon, arrow, tall](float y) {
            signed_line(paint, {x, y, width, tall}, icon, arrow, paint.forum(detail.colour), label, theme::row,
                        theme::ink);
        });
    }
};

Column what(const Sheet& sheet, int summary_lines) {
    Column column;
    sheet.words(column, 0, sheet.detail.title, theme::heading, 3, theme::ink);
    sheet.words(column, 12, sheet.detail.speaker, theme::strong, 2, theme::mute);
    sheet.words(column, 24, sheet.detail.summary, theme::row, summary_lines, theme::ink);
    return column;
}

Column where(const Sheet& sheet) {
    const auto& detail = sheet.detail;
    Column column;
    auto& paint = sheet.paint;
    if (!detail.room_code.empty() || !detail.room_line.text.empty())
        column.add(0, 96, [&sheet, &detail, &paint](float y) {
            float beside = 0;
            if (!detail.room_code.empty())
                beside =
                    room_chip(paint, {sheet.x, y}, 96, detail.room_code, paint.forum(detail.colour), theme::room) + 28;
            paint.text_in({sheet.x + beside, y, sheet.width - beside, 96}, detail.room_line,
                          {theme::strong, 0, 2, Side::start}, theme::ink);
        });
    sheet.way(column, detail.hint, Icon::walk, detail.arrow);
    sheet.way(column, detail.languages, Icon::headphones, Arrow::none);
    return column;
}

// Forum and time on a band of the forum's colour.
float band(Paint& paint, const Detail& detail, Rect card) {
    const Rect rect{card.x, card.y, card.width, 116};
    paint.fill(rect, paint.forum(detail.colour), theme::card_radius, Rounded::top);
    const auto time = plain(detail.time);
    const float inset = theme::card_padding, taken = paint.measure(time, {theme::strong}).width + theme::gap;
    const Rect inner = rect.inset(inset, 0);
    paint.text_in({inner.x, rect.y, inner.width - taken, rect.height}, detail.forum, {theme::strong, 0, 2, Side::start},
                  theme::white);
    paint.text_in(inner, time, {{46, 1.2f, true}, 0, 1, Side::end}, theme::white);
    return rect.height;
}

} // namespace

void programme_detail(const Detail& detail, Paint& paint, Rect area, Intents& intents) {
    const float top = one_way(paint, {"close", detail.close_button, CloseSession{}, Look::solid, Icon::close},
                              area.bottom(), 640, paint.night(), intents);

    const float room = top - 32 - area.y, pad = theme::card_padding;
    const bool beside = !paint.portrait();
    const float wide = area.width - 2 * pad, left = beside ? wide * 0.58f : wide;
    const Sheet first{paint, detail, area.x + pad, left},
        second{paint, detail, beside ? area.x + pad + left + 64 : area.x + pad, beside ? wide - left - 64 : wide};
    const auto ways = where(second);
    for (int lines = 12; lines > 0; --lines) { // a long summary gives way
        const auto words = what(first, lines);
        const float inner = beside ? std::max(words.height(), ways.height()) : words.height() + 44 + ways.height();
        const float tall = 116 + 2 * pad + inner;
        if (tall > room && lines > 1) continue;
        const Rect card{area.x, area.y + std::max(0.f, (room - tall) * 0.25f), area.width, tall};
        paint.card(card);
        float y = card.y + band(paint, detail, card) + pad;
        words.draw(y);
        if (!beside) {
            y += words.height() + 20;
            paint.fill({first.x, y, wide, theme::line_width}, theme::line);
            y += 24;
        }
        ways.draw(y);
        return;
    }
}

} // namespace foyer
