#include "tests/scenes/people.h"

#include "kiosk/app/verdict_words.h"

namespace foyer::tests {
namespace {

Guest guest(const char* id, const Language& language, const char* forum, const Said& organisation, Person person) {
    Guest made{attendee(id, language, {ForumId{forum}}), std::move(person)};
    made.attendee.organisation = wording(organisation);
    return made;
}

} // namespace

Guest eleanor() {
    Guest made =
        guest("0023", "en", "materials", {"Harbour Hydrogen Trust", "港湾氢能基金会", "مؤسسة هيدروجين الموانئ"},
              person("Eleanor Whitcombe", "en", "Eleanor Whitcombe", "Ms"));
    made.attendee.category = Category::speaker;
    made.attendee.seat = "14";
    return made;
}

Guest qingchuan() {
    Guest made =
        guest("0412", "zh", "materials", {"Delta Materials Laboratory", "长三角材料联合实验室", "مختبر الدلتا للمواد"},
              person("沐晴川", "zh-Hans", "Mu Qingchuan", "教授"));
    made.attendee.seat = "15";
    return made;
}

Guest noor() {
    Guest made = guest("0418", "ar", "materials", {"Al-Qamar Materials Lab", "月光材料实验室", "مختبر القمر للمواد"},
                       person("نور القمري", "ar", "Noor Al-Qamari", "د."));
    made.attendee.seat = "16";
    return made;
}

Guest anna() {
    Guest made = guest("0001", "de", "materials", {"Lindmark Institute", "林德马克研究院", "معهد ليندمارك"},
                       person("Anna Mösner", "de", "Anna Mösner", "Dr."));
    made.attendee.seat = "22";
    return made;
}

Guest who_speaks(const Language& language) {
    if (language == "en") return eleanor();
    if (language == "zh") return qingchuan();
    if (language == "ar") return noor();
    Guest other = anna();
    other.attendee.language = language;
    return other;
}

Outcome answer(Reason reason, const Language& language) {
    const Guest who = who_speaks(language);
    Outcome said = outcome(words_for(reason).kind, reason);
    said.verdict.attendee = who.attendee.id;
    said.attendee = who.attendee;
    said.person = who.person;
    said.read_at = at("10:52");
    return said;
}

Outcome answer_elsewhere(const Language& language) {
    Outcome said = answer(Reason::wrong_room, language);
    said.attendee->forums = {ForumId{"bio"}};
    said.verdict.go_to = PlaceId{"2.01"};
    said.verdict.session = SessionId{"bio-1"};
    return said;
}

Outcome answer_full(const Language& language) {
    Outcome said = answer(Reason::room_full, language);
    said.verdict.go_to = PlaceId{"2.06"};
    return said;
}

Outcome answer_to_nobody(Reason reason) {
    Outcome said = outcome(words_for(reason).kind, reason);
    said.read_at = at("10:52");
    return said;
}

} // namespace foyer::tests
