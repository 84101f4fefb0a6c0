// What a desk has printed, and by whom: values for whoever draws them. They go from the desk thread to the press.
#pragma once

#include <functional>

#include "kiosk/app/event.h"
#include "kiosk/badges/roll.h"
#include "sync/ledger/ledger.h"

namespace foyer {

// Everything that is on badges, in the order in which they come out.
struct BadgeJob {
    Summit summit;
    std::vector<PersonRow> rows; // each with its fresh code
    std::string file_name;
};

// A list of people under headings, in words.
struct RollJob {
    BadgeText title, note;
    std::vector<RollPlace> places;
    std::string file_name;
};
using PrintJob = std::variant<BadgeJob, RollJob>;

// Prints and gives what came of it: the printer's name or the file.
using PrintBy = std::function<void(PrintJob, std::function<void(Result<std::string>)>)>;

// Of somebody on a list: the name as it is written, the Latin one where it is another, and a word beside.
RollPlace::Person on_paper(const Person& person, const AttendeeId& id, std::string beside);
// What is told of an act that printed something: where it is, or why not.
DeskActed acted_on_paper(const DeskRequest& act, const Result<std::string>& printed);
// "1052": for the name of a file.
std::string clock_in_name(const Summit& summit, Instant when);
// By what lists of people are sorted: the Latin form, else the name as it is written.
const std::string& sort_name(const Person& person);
// In the order of their Latin forms.
void sort_by_name(std::vector<RollPlace::Person>& people);

} // namespace foyer
