// What staff see on a terminal behind its unlock: finished values that `kiosk/app` computes and `kiosk/screens` paints.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/intents.h"
#include "kiosk/app/view_words.h"
#include "sync/summit/verdict.h"

namespace foyer {

// The staff's panel. What the last guest is told goes on behind it, and is said above it in short.
struct StaffView {
    HeaderView header;
    struct Behind {
        VerdictKind kind = VerdictKind::admitted;
        Label words; // "Welcome"
        bool operator==(const Behind&) const = default;
    };
    std::optional<Behind> behind;
    Label title, line;
    bool line_attention = false;
    struct Pad {
        std::size_t typed = 0, wanted = 0; // digits
        bool takes_digits = false;         // else it rests: a check is running, or a pause
        bool operator==(const Pad&) const = default;
    };
    std::optional<Pad> pad; // none: unlocked, or nothing unlocks it
    struct Row {
        Label name, value;
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows; // how the terminal is; once it is unlocked
    // What the session at this door may do otherwise than planned; once it is unlocked.
    struct Change {
        Label label;
        ChangeSessionHere asks;
        bool operator==(const Change&) const = default;
    };
    std::vector<Change> changes;
    Label emergency_button;       // once it is unlocked
    bool emergency_asked = false; // the next tap does it
    Label health_button;          // to all there is to know of it; once it is unlocked
    Label stand_button;           // to how it stands; once an admin unlocked it
    Label camera_button;          // to the camera's picture; once it is unlocked, where there is a camera
    Label close_button;           // once it is unlocked
    Label leave_button;
    TimeoutView timeout;
    StatusView status;
    bool operator==(const StaffView&) const = default;
};

// How the terminal is, read by staff.
struct HealthView {
    HeaderView header;
    Label title;
    struct Row {
        Label name, value;
        bool attention = false;
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows;
    Label log_title;
    std::vector<Label> log; // the newest first
    Label leave_button;
    TimeoutView timeout;
    StatusView status;
    bool operator==(const HealthView&) const = default;
};

// One of the cameras, looked at by staff.
struct CameraCheckView {
    HeaderView header;
    Label title;
    bool preview = false;
    Label camera_state; // instead of the preview
    std::vector<std::array<float, 2>> code_outline;
    Label advice; // the one thing to do; empty: not measured yet
    enum class Mark { waiting, good, attention } mark = Mark::waiting;
    struct Row {
        Label name, value;
        bool attention = false; // it is what the advice is about
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows;
    Label line;        // that nobody is checked in meanwhile
    Label next_button; // empty: there is one camera
    Label leave_button;
    TimeoutView timeout;
    StatusView status;
    bool operator==(const CameraCheckView&) const = default;
};

// How the terminal stands, set by an admin.
struct StandView {
    HeaderView header;
    Label title, line;
    bool line_attention = false;
    struct Choice {
        Label label;
        bool chosen = false;
        SetStand asks;
        bool operator==(const Choice&) const = default;
    };
    struct Row {
        Label name;
        std::vector<Choice> choices;
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows;
    Label leave_button;
    TimeoutView timeout;
    StatusView status;
    bool operator==(const StandView&) const = default;
};

} // namespace foyer
