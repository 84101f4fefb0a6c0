#include "tests/scenes/scenes.h"

#include <algorithm>
#include <stdexcept>

namespace foyer::tests {

const std::vector<Scene>& all_scenes() {
    static const std::vector<Scene> all = [] {
        std::vector<Scene> put_together;
        for (const auto& part : {guests_scenes(), programme_scenes(), verdict_scenes(), gate_scenes(), meeting_scenes(),
                                 staff_scenes(), desk_scenes()})
            put_together.insert(put_together.end(), part.begin(), part.end());
        return put_together;
    }();
    return all;
}

std::vector<Shown> scenes_in(const std::vector<Language>& languages) {
    std::vector<Shown> all;
    for (const Language& language : languages)
        for (const Scene& one : all_scenes()) all.push_back({one.name + "-" + language, one.view(language)});
    return all;
}

CurrentView scene(const std::string& name, const Language& language) {
    const auto found = std::ranges::find(all_scenes(), name, &Scene::name);
    if (found == all_scenes().end()) throw std::out_of_range("no scene is called " + name);
    return found->view(language);
}

} // namespace foyer::tests
