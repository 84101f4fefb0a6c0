#include "kiosk/app/desk_form.h"

#include <algorithm>

#include "kiosk/app/guest.h"

namespace foyer {

using Field = DeskForm::Field;
using FormKind = DeskForm::Kind;

DeskForm form_of(FormKind kind) {
    DeskForm form{.kind = kind};
    if (kind == FormKind::walk_in || kind == FormKind::edit)
        form.fields = {{Field::name, ""}, {Field::latin_name, ""}, {Field::organisation, ""}};
    if (kind == FormKind::substitute)
        form.fields = {{Field::name, ""}, {Field::latin_name, ""}, {Field::organisation, ""}, {Field::allowed_by, ""}};
    return form;
}

std::string text_of(const DeskForm& form, Field field) {
    const auto found = std::ranges::find(form.fields, field, [](const auto& entry) { return entry.first; });
    if (found == form.fields.end()) return {};
    const auto& text = found->second;
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool is_complete(const DeskForm& form, const AttendeeId& by) {
    return std::ranges::all_of(form.fields, [&](const auto& field) {
        const bool needed = field.first == Field::name || (field.first == Field::allowed_by && by.text.empty());
        return !needed || !text_of(form, field.first).empty();
    });
}

DeskForm editing(const PersonFile& file, const Language& language) {
    DeskForm form = form_of(FormKind::edit);
    form.fields[0].second = form.name_before = file.person.native_name;
    form.fields[1].second = form.latin_before = file.person.latin_name;
    form.fields[2].second = file.attendee.organisation.in(language);
    form.latin = DeskForm::Latin::follows;
    return form;
}

DeskForm reasoning(const Dossier& dossier, ByHandWhy because) {
    DeskForm form = form_of(FormKind::by_hand);
    form.direction = dossier.inside ? Direction::out : Direction::in;
    form.why = because;
    return form;
}

void let_latin_follow(DeskForm& form) {
    if (form.fields.empty()) return;
    const Field typed_into = form.fields[form.focus].first;
    if (typed_into == Field::latin_name) form.latin = DeskForm::Latin::typed;
    if (typed_into != Field::name || form.latin == DeskForm::Latin::typed) return;
    const std::string name = text_of(form, Field::name);
    form.fields[1].second = name == form.name_before ? form.latin_before : is_latin(name) ? name : "";
}

} // namespace foyer
