#include "kiosk/badges/roll.h"

#include "kiosk/badges/cairo.h"
#include "kiosk/text/text.h"

namespace foyer {

namespace {

// Points on A4.
constexpr double page_width = 595, page_height = 842, margin = 42, row = 19, column_gap = 24;
constexpr double column_width = (page_width - 2 * margin - column_gap) / 2, foot = page_height - margin;

// Where the next row goes: down two columns, then on to the next page.
class Sheet {
public:
    Sheet(cairo_t* cairo, const BadgeText& title, const BadgeText& note) : cairo_(cairo), title_(title), note_(note) {
        head();
    }

    void place(const RollPlace& place) {
        if (column_ == 1 || y_ + 4 * row > foot) next_column();
        y_ += y_ > top_ ? row / 2 : 0;
        const double wide = text(place.place, 14, Weight::bold, x(), y_, column_width - 60);
        (void)text({place.count, "en"}, 14, Weight::regular, x() + wide + 8, y_, 60);
        y_ += 1.5 * row;
        for (const auto& person : place.people) this->person(person);
    }

private:
    void person(const RollPlace::Person& person) {
        if (y_ + row > foot) next_column();
        cairo_set_line_width(cairo_, 0.8);
        cairo_rectangle(cairo_, x() + 0.5, y_ + 3, 9, 9);
        cairo_stroke(cairo_);
        (void)text({person.seen, "en"}, 10, Weight::regular, x() + column_width - 30, y_ + 1, 30);
        const double room = column_width - 18 - 36;
        const double name = text(person.name, 11, Weight::bold, x() + 18, y_, room);
        if (!person.latin_name.empty() && room - name > 40)
            (void)text({person.latin_name, "en"}, 10, Weight::regular, x() + 18 + name + 6, y_ + 1, room - name - 6);
        y_ += row;
    }

    void head() {
        (void)text(title_, 20, Weight::bold, margin, margin, page_width - 2 * margin);
        (void)text(note_, 10, Weight::regular, margin, margin + 28, page_width - 2 * margin, 2);
        top_ = y_ = margin + 62;
        column_ = 0;
    }
    void next_column() {
        if (++column_ > 1) {
            cairo_show_page(cairo_);
            return head();
        }
        y_ = top_;
    }
    [[nodiscard]] double x() const { return margin + column_ * (column_width + column_gap); }
    double text(const BadgeText& text, double size, Weight weight, double at_x, double at_y, double wide,
                int lines = 1) {
        TextStyle style{.language = text.language, .size_px = size, .weight = weight, .width_max = wide};
        style.lines_max = lines;
        return type_.draw(cairo_, printable(text.text), style, at_x, at_y).width;
    }

    cairo_t* cairo_;
    Typesetter type_;
    const BadgeText &title_, &note_;
    double top_ = 0, y_ = 0;
    int column_ = 0;
};

} // namespace

Result<Bytes> roll_pdf(const BadgeText& title, const BadgeText& note, std::span<const RollPlace> places) {
    Bytes bytes;
    const Surface surface{cairo_pdf_surface_create_for_stream(append_to, &bytes, page_width, page_height)};
    {
        const Cairo cairo{cairo_create(surface.get())};
        Sheet sheet(cairo.get(), title, note);
        for (const RollPlace& place : places) sheet.place(place);
        cairo_show_page(cairo.get());
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get())) return std::unexpected(cairo_fault(status));
    return bytes;
}

} // namespace foyer
