#include "kiosk/app/gettext.h"

#include <boost/locale.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <system_error>

namespace foyer {

namespace {

namespace fs = std::filesystem;

constexpr auto domain = "foyer";

class Catalogues final : public Strings {
public:
    explicit Catalogues(std::map<Language, std::locale> locales) : locales_(std::move(locales)) {}

    std::string text(const Language& language, Msgid sentence) const override {
        return boost::locale::translate(sentence.english).str(locale(language));
    }

    std::string plural(const Language& language, Msgid one, Msgid many, long count) const override {
        return boost::locale::translate(one.english, many.english, static_cast<int>(count)).str(locale(language));
    }

    std::vector<Language> languages() const override {
        std::vector<Language> all;
        for (const auto& [language, locale] : locales_) all.push_back(language);
        return all;
    }

private:
    const std::locale& locale(const Language& language) const {
        for (const Language& tag : {language, Language{primary_subtag(language)}})
            if (const auto found = locales_.find(tag); found != locales_.end()) return found->second;
        return locales_.at("en");
    }

    std::map<Language, std::locale> locales_;
};

fs::path catalogue(const fs::path& folder, const Language& language) {
    return folder / language / "LC_MESSAGES" / (std::string{domain} + ".mo");
}

std::vector<Language> languages_in(const fs::path& folder) {
    std::vector<Language> found;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed))
        if (fs::exists(catalogue(folder, entry.path().filename().string()), failed))
            found.push_back(entry.path().filename().string());
    return found;
}

// The standard library's backend: messages need nothing of ICU, which would cost 30 MB of tables and a slower start.
std::map<Language, std::locale> load(const fs::path& folder, const std::vector<Language>& languages) {
    auto backends = boost::locale::localization_backend_manager::global();
    backends.select("std");
    boost::locale::generator make(backends);
    make.categories(boost::locale::category_t::message);
    make.characters(boost::locale::char_facet_t::char_f);
    make.add_messages_path(folder.string());
    make.add_messages_domain(domain);
    std::map<Language, std::locale> locales;
    for (const Language& language : languages) locales.emplace(language, make(language + ".UTF-8"));
    return locales;
}

std::vector<fs::path> candidates() {
    std::vector<fs::path> all;
    if (const char* assets = std::getenv("FOYER_ASSETS")) return {fs::path{assets} / "locale"};
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    fs::path up = program.parent_path();
    for (int level = 0; !failed && level < 3; ++level, up = up.parent_path())
        all.push_back(up / "share" / "foyer" / "locale");
    all.push_back(fs::path{FOYER_BUILD_SHARE} / "locale");
    return all;
}

} // namespace

Result<std::unique_ptr<Strings>> open_strings(const fs::path& folder) {
    const auto languages = languages_in(folder);
    if (std::ranges::count(languages, "en") == 0)
        return fault(FaultKind::not_found, "no words in " + folder.string() +
                                               ": en/LC_MESSAGES/foyer.mo is missing; set FOYER_ASSETS to the folder "
                                               "that holds 'locale'");
    try {
        return std::make_unique<Catalogues>(load(folder, languages));
    } catch (const std::exception& error) {
        return fault(FaultKind::corrupt, "cannot read the words in " + folder.string() + ": " + error.what());
    }
}

Result<fs::path> find_locale_folder() {
    std::string tried;
    std::error_code failed;
    for (const fs::path& folder : candidates()) {
        if (fs::is_directory(folder, failed)) return folder;
        tried += (tried.empty() ? "" : ", ") + folder.string();
    }
    return fault(FaultKind::not_found, "the words of the screens are in none of: " + tried);
}

} // namespace foyer
