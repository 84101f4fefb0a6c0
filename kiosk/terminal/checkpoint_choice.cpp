#include "kiosk/terminal/checkpoint_choice.h"

namespace foyer {

Result<CheckpointChoice> choose_checkpoint(const std::string& asked, const std::optional<CheckpointId>& enrolled) {
    if (asked.empty() && !enrolled)
        return fault(FaultKind::bad_input, "--checkpoint is missing, and this terminal was enrolled without one: say "
                                           "where it stands, by the id of a checkpoint of the summit");
    if (asked.empty())
        return CheckpointChoice{*enrolled, "no --checkpoint was given: it stands at \"" + enrolled->text +
                                               "\", for which it was enrolled"};
    if (enrolled && enrolled->text != asked)
        return CheckpointChoice{{asked},
                                "--checkpoint " + asked + " is not what this terminal was enrolled for (\"" +
                                    enrolled->text + "\"): it stands at \"" + asked +
                                    "\" now, and the organisers' page goes on calling it by the other"};
    return CheckpointChoice{{asked}, ""};
}

} // namespace foyer
