// What people do all the while: guests hold up codes at doors, staff write at desks and hubs.
#pragma once

#include "sync/simulate/knowledge.h"
#include "sync/simulate/summit.h"

namespace foyer::simulate {

class People {
public:
    People(Stage& stage, Knowledge& knowledge) : stage_(stage), knowledge_(knowledge) {}

    void invite(Ledger& hub, std::size_t guests, Instant now); // the first ones
    // One of them comes to the door. The code is one of theirs, an old one perhaps, or one that nobody has issued.
    void walk_to(Node& door);
    void work_at(Node& desk);
    void purge_somebody_at(Node& hub);

private:
    struct Work {
        Node& desk;
        Ledger& ledger;
        Guest& guest;
    };
    void come(Node& door, Ledger& ledger, const std::string& code);
    void write(Work& work, std::vector<Draft> drafts, const std::string& what);
    void invite_another(Work& work);
    void change_seat(Work& work);
    void give_new_badge(Work& work);

    Stage& stage_;
    Knowledge& knowledge_;
    std::vector<Guest> guests_;
    int written_ = 0; // makes every text another one
};

} // namespace foyer::simulate
