// A terminal that belongs to no summit yet: waiting for its code, and with the most that there is to say.
#include "tests/screens/samples.h"

namespace foyer::samples {

static std::vector<LanguagePill> four(const Language& chosen) {
    std::vector<LanguagePill> all{
        {"en", {"English", "en"}}, {"zh", {"中文", "zh"}}, {"fr", {"Français", "fr"}}, {"de", {"Deutsch", "de"}}};
    for (auto& pill : all) pill.chosen = pill.language == chosen;
    return all;
}

EnrolmentView new_here() {
    EnrolmentView view;
    view.header.summit = {"Foyer", "en"};
    view.title = {"This terminal is new here", "en"};
    view.subtitle = {"Hold the enrolment code in front of the camera", "en"};
    view.help = {"Organisers make it on the hub by: foyer enrol --new NAME", "en"};
    view.ending = {"Nothing on this screen ends it; SIGTERM does: pkill foyer-kiosk", "en"};
    view.preview = true;
    view.languages = four("en");
    view.status.network = {"Not enrolled yet", "en"};
    view.status.network_attention = true;
    return view;
}

EnrolmentView another_hub() {
    auto view = new_here();
    view.title = {"Dieses Terminal ist neu hier", "de"};
    view.subtitle = {"Halten Sie den Anmeldecode vor die Kamera", "de"};
    view.help = {"Das Organisationsteam macht ihn am Hub mit: foyer enrol --new NAME", "de"};
    view.ending = {"Von diesem Bildschirm aus lässt es sich nicht beenden, wohl aber mit SIGTERM: pkill foyer-kiosk",
                   "de"};
    view.problem = {"Das ist ein anderer Hub als der im Code", "de"};
    view.advice = {"Ihm wurde nichts gesagt. Machen Sie an Ihrem Hub einen neuen Code; kommt dies wieder, steht "
                   "vielleicht jemand dazwischen.",
                   "de"};
    view.detail = {"the hub at 10.20.30.40:8080 cannot be reached: its fingerprint is "
                   "FEDCBA9876543210FEDCBA9876543210 and not 0123456789ABCDEF0123456789ABCDEF",
                   "en"};
    view.languages = four("de");
    view.status.network = {"Noch nicht angemeldet", "de"};
    return view;
}

} // namespace foyer::samples
