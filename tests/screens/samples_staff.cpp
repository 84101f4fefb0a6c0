// The staff's panel: locked in each way, unlocked; the check of a camera; how the terminal is.
#include "tests/screens/samples_words.h"

namespace foyer::samples {

StaffView staff() {
    StaffView view;
    view.header = header("en");
    view.title = {"Staff", "en"};
    view.line = {"Enter the unlock number of this terminal.", "en"};
    view.pad = {2, 6, true};
    view.leave_button = {"Cancel", "en"};
    view.timeout = {0.8, {"24\u00a0s left", "en"}};
    view.status = status();
    return view;
}

StaffView staff_paused() {
    auto view = staff();
    view.behind = StaffView::Behind{VerdictKind::admitted, {"Bienvenue", "fr"}};
    view.title = {"Équipe", "fr"};
    view.line = {"Plusieurs codes erronés\u00a0: veuillez patienter 30\u00a0s.", "fr"};
    view.line_attention = true;
    view.pad = {0, 6, false};
    view.leave_button = {"Annuler", "fr"};
    return view;
}

StaffView staff_unlocked() {
    auto view = staff();
    view.behind = StaffView::Behind{VerdictKind::ask_a_person, {"Einen Moment bitte", "de"}};
    view.title = {"Team", "de"};
    view.line = {};
    view.pad.reset();
    view.rows = {{{"Kontrollpunkt", "de"}, {"Haupteingang des Kongresszentrums, Drehkreuze 1–4", "de"}},
                 {{"Hub", "de"}, {"letzter Kontakt vor 40\u00a0s", "de"}},
                 {{"Einträge", "de"}, {"12\u00a0Einträge nicht gesendet", "de"}},
                 {{"Andere Terminals", "de"}, {"2\u00a0von\u00a03\u00a0Türen", "de"}},
                 {{"Kamera", "de"}, {"läuft", "de"}},
                 {{"Sitzung", "de"}, {"10:50–11:10 · Beschichtungen, die fünfzig Jahre halten", "de"}}};
    view.changes = {{{"+5\u00a0min", "de"}, {}}, {{"+10\u00a0min", "de"}, {}}, {{"Ist zu Ende", "de"}, {}}};
    view.emergency_button = {"Notfall: alle Türen öffnen", "de"};
    view.camera_button = {"Kamera prüfen", "de"};
    view.close_button = {"Foyer beenden", "de"};
    view.leave_button = {"Zurück zu den Gästen", "de"};
    return view;
}

CameraCheckView camera_good() {
    CameraCheckView view;
    view.header = header("en");
    view.title = {"Camera", "en"};
    view.line = {"Nobody is checked in by this camera meanwhile.", "en"};
    view.preview = true;
    view.code_outline = {{{0.397f, 0.292f}}, {{0.594f, 0.292f}}, {{0.594f, 0.642f}}, {{0.397f, 0.642f}}};
    view.advice = {"Good: codes are read well here.", "en"};
    view.mark = CameraCheckView::Mark::good;
    view.rows = {{{"Brightness, 0 to 255", "en"}, {"118", "en"}},
                 {{"Black", "en"}, {"2%", "en"}},
                 {{"Overexposed", "en"}, {"0%", "en"}},
                 {{"Sharpness", "en"}, {"47%", "en"}},
                 {{"Pixels per module, 4 or more", "en"}, {"6.1", "en"}}};
    view.leave_button = {"Back", "en"};
    view.timeout = {0.8, {"144 s left", "en"}};
    view.status = status();
    return view;
}

CameraCheckView camera_blurred() {
    auto view = camera_good();
    view.title = {"Kamera 2 von 2", "de"};
    view.line = {"Unterdessen trägt diese Kamera niemanden ein.", "de"};
    view.advice = {"Linse schmutzig oder unscharf: Linse abwischen, dann scharf stellen.", "de"};
    view.mark = CameraCheckView::Mark::attention;
    view.rows = {{{"Helligkeit, 0 bis 255", "de"}, {"118", "de"}},
                 {{"Schwarz", "de"}, {"2 %", "de"}},
                 {{"Überbelichtet", "de"}, {"0 %", "de"}},
                 {{"Schärfe", "de"}, {"9 %", "de"}, true},
                 {{"Pixel je Modul, 4 oder mehr", "de"}, {"noch kein Code", "de"}}};
    view.code_outline = {};
    view.next_button = {"Nächste Kamera", "de"};
    view.leave_button = {"Zurück", "de"};
    return view;
}

CameraCheckView camera_gone() {
    auto view = camera_good();
    view.title = {"摄像头", "zh"};
    view.line = {"检查期间此摄像头不会办理签到。", "zh"};
    view.preview = false;
    view.camera_state = {"摄像头暂时休息", "zh"};
    view.advice = {};
    view.mark = CameraCheckView::Mark::waiting;
    view.rows = {};
    view.code_outline = {};
    view.leave_button = {"返回", "zh"};
    return view;
}

StaffView staff_keyless() {
    auto view = staff();
    view.title = {"This terminal has no unlock number", "en"};
    view.line = {"It was enrolled before there were any. Enrol it again, or end it by SIGTERM.", "en"};
    view.pad.reset();
    view.leave_button = {"Back to guests", "en"};
    return view;
}

StaffView staff_badge() {
    StaffView view = staff();
    view.line = {"Hold your staff badge in front of the camera.", "en"};
    view.pad.reset();
    return view;
}

HealthView health() {
    const auto de = [](const char* text) { return Label{text, "de"}; };
    HealthView view;
    view.header = header("de");
    view.title = de("Zustand dieses Terminals");
    view.rows = {
        {de("Version"), de("Foyer\u00a00.1.0")},
        {de("Kamera"), de("funktioniert")},
        {de("Hub"), de("10.20.30.40:8080 · letzter Kontakt vor 12\u00a0min · connection refused"), true},
        {de("Uhr"), de("12\u00a0ms neben der des Hubs")},
        {de("Einträge"), de("34\u00a0Einträge nicht gesendet"), true},
        {de("Buch"), de("48211 Fakten aus 7 Quellen · Format\u00a03")},
        {de("Terminals erreichbar"), de("East 1, East 2, Help desk")},
        {de("Terminals nicht erreichbar"), de("West 2"), true},
        {de("Drucker"), de("/var/lib/foyer/badges · bereit")},
        {de("Speicher"), de("41.7\u00a0GB frei")},
        {de("Sprachen geprüft"), de("en, de")},
        {de("Sprachen ungeprüft"), de("zh, fr"), true},
        {de("Bibliotheken"), de("ZXing\u00a01.4.0, GStreamer\u00a01.22.0, SQLite\u00a03.40.1")},
        {de("Bibliotheken"), de("Pango\u00a01.50.12, ImGui\u00a01.89.2, OpenSSL\u00a03.0.17, libsodium\u00a01.0.18")}};
    view.log_title = de("Letzte Zeilen des Protokolls");
    for (const char* line : {"02:52:31Z  admitted welcome", "02:52:20Z  ask a person forged I-2",
                             "02:51:58Z  /dev/video0 has no picture: the cable may be loose",
                             "02:51:40Z  wait not_yet_open", "02:51:22Z  admitted welcome_back"})
        view.log.push_back({line, "en"});
    view.leave_button = de("Zurück");
    view.timeout = {0.7, de("noch 126\u00a0s")};
    view.status = status();
    return view;
}

} // namespace foyer::samples
