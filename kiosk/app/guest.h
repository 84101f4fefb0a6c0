// How a guest is addressed. Nothing is guessed: forms of address come from the roster as they are; only their place
// beside the name follows the custom of the name's own language.
#pragma once

#include "kiosk/app/calendar.h"
#include "kiosk/app/strings.h"
#include "sync/summit/latin.h"
#include "sync/summit/words.h"

namespace foyer {

struct GuestName {
    Label native; // "李明先生", "Dr. Anna Mösner", in the person's own language
    Label latin;  // "Li Ming"; empty when the native name is already in Latin letters
};
GuestName name_of(const Person& person);
// As public screens call them: in whole, in short or not at all (empty), as the summit says of their category.
GuestName greeted_as(const Summit& summit, const Attendee& attendee, const Person& person);

std::string category_words(const Voice& voice, Category category);
// "Institute · Delegate"; guests without a special part, and discreet ones, show their organisation alone.
Label affiliation_of(const Voice& voice, const Summit& summit, const Attendee& attendee);

// "Good morning" / "Good afternoon" / "Good evening", as said in the language.
Msgid greeting_for(PartOfDay part);

// What a language calls itself ("Deutsch"), its tag when Foyer does not know it.
Label own_name(const Language& language);
// What a language is called in the voice's language ("Allemand").
std::string name_in(const Voice& voice, const Language& language);

} // namespace foyer
