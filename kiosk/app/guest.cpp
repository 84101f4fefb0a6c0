#include "kiosk/app/guest.h"

#include <algorithm>
#include <array>

namespace foyer {

namespace {

enum class FormOfAddress { before, after, after_a_space };

FormOfAddress custom_of(const Language& language) {
    const auto primary = primary_subtag(language);
    if (primary == "zh" || primary == "ja") return FormOfAddress::after;
    return primary == "ko" ? FormOfAddress::after_a_space : FormOfAddress::before;
}

std::string with_form(const std::string& form, const std::string& name, FormOfAddress custom) {
    if (form.empty()) return name;
    if (custom == FormOfAddress::after) return name + form;
    // No line may end between a form of address and the name.
    return custom == FormOfAddress::after_a_space ? name + "\u00a0" + form : form + "\u00a0" + name;
}

struct LanguageName {
    std::string_view tag;
    const char* own;
    Msgid english;
};
constexpr std::array language_names{
    LanguageName{"en", "English", "English"_t},  LanguageName{"zh", "中文", "Chinese"_t},
    LanguageName{"fr", "Français", "French"_t},  LanguageName{"de", "Deutsch", "German"_t},
    LanguageName{"es", "Español", "Spanish"_t},  LanguageName{"ru", "Русский", "Russian"_t},
    LanguageName{"ar", "العربية", "Arabic"_t},   LanguageName{"ja", "日本語", "Japanese"_t},
    LanguageName{"ko", "한국어", "Korean"_t},    LanguageName{"pt", "Português", "Portuguese"_t},
    LanguageName{"it", "Italiano", "Italian"_t}, LanguageName{"nl", "Nederlands", "Dutch"_t},
    LanguageName{"he", "עברית", "Hebrew"_t},     LanguageName{"zh-Hant", "繁體中文", "Chinese"_t},
};

const LanguageName* known(const Language& language) {
    for (const Language& tag : nearest_tags(language))
        if (const auto found = std::ranges::find(language_names, tag, &LanguageName::tag);
            found != language_names.end())
            return &*found;
    return nullptr;
}

} // namespace

GuestName name_of(const Person& person) {
    GuestName name;
    const bool native_is_latin = is_latin(person.native_name);
    // A form in Latin letters ("Dr.") beside 李明 belongs to the Latin form of the name.
    const bool form_is_native = native_is_latin || person.latin_name.empty() || !is_latin(person.form_of_address);
    const std::string none;
    const auto& form = person.form_of_address;
    name.native = {with_form(form_is_native ? form : none, person.native_name, custom_of(person.native_language)),
                   person.native_language};
    if (!native_is_latin && !person.latin_name.empty())
        name.latin = {with_form(form_is_native ? none : form, person.latin_name, FormOfAddress::before), "en"};
    return name;
}

GuestName greeted_as(const Summit& summit, const Attendee& attendee, const Person& person) {
    if (summit.greeted_unnamed.contains(attendee.category)) return {};
    if (summit.greeted_short.contains(attendee.category) && !person.short_name.empty())
        return {{person.short_name, person.native_language}, {}};
    return name_of(person);
}

std::string category_words(const Voice& voice, Category category) {
    switch (category) {
    case Category::delegate: return voice.text("Delegate"_t);
    case Category::speaker: return voice.text("Speaker"_t);
    case Category::vip: return voice.text("Guest of honour"_t);
    case Category::press: return voice.text("Press"_t);
    case Category::staff: return voice.text("Staff"_t);
    case Category::crew: return voice.text("Crew"_t);
    case Category::interpreter: return voice.text("Interpreter"_t);
    case Category::exhibitor: return voice.text("Exhibitor"_t);
    case Category::guest: return {};
    }
    return {};
}

Label affiliation_of(const Voice& voice, const Summit& summit, const Attendee& attendee) {
    const std::string part =
        summit.discreet.contains(attendee.category) ? "" : category_words(voice, attendee.category);
    return voice.join({voice.of(attendee.organisation).text, part});
}

Msgid greeting_for(PartOfDay part) {
    switch (part) {
    case PartOfDay::morning: return "Good morning"_t;
    case PartOfDay::afternoon: return "Good afternoon"_t;
    case PartOfDay::evening: break;
    }
    return "Good evening"_t;
}

Label own_name(const Language& language) {
    const LanguageName* name = known(language);
    return {name ? name->own : language, language};
}

std::string name_in(const Voice& voice, const Language& language) {
    const LanguageName* name = known(language);
    return name ? voice.text(name->english) : language;
}

} // namespace foyer
