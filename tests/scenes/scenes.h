// What terminals show on a summit's morning, in any language: each screen made by `view_of` of a model that was told
// what happens, so a picture of it is one of what guests and staff see. Approved as pictures (tests/screens), and read
// for words that do not fit (tests/words). People, firms and sessions are invented.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/views.h"

namespace foyer::tests {

struct Scene {
    std::string name; // "verdict-welcome", as its picture's file is called
    std::function<CurrentView(const Language&)> view;
};

const std::vector<Scene>& all_scenes();
// All of them in each of these languages.
struct Shown {
    std::string name; // "verdict-welcome-ar"
    CurrentView view;
};
std::vector<Shown> scenes_in(const std::vector<Language>& languages);
// The one of that name; an error of the test when there is none.
CurrentView scene(const std::string& name, const Language& language = "en");
template <class View>
View scene_of(const std::string& name, const Language& language = "en") {
    return std::get<View>(scene(name, language));
}

// The rooms of it, which all_scenes() puts together.
std::vector<Scene> guests_scenes();
std::vector<Scene> programme_scenes();
std::vector<Scene> verdict_scenes();
std::vector<Scene> gate_scenes(); // and signs
std::vector<Scene> meeting_scenes();
std::vector<Scene> staff_scenes();
std::vector<Scene> desk_scenes();

} // namespace foyer::tests
