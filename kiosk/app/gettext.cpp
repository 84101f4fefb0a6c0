#include "kiosk/app/gettext.h"

#include <boost/locale.hpp>
#include <boost/locale/gnu_gettext.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <system_error>

namespace foyer {

namespace {

namespace fs = std::filesystem;

constexpr auto domain = "foyer";

class Catalogues final : public Strings {
public:
    Catalogues(std::map<Language, std::locale> locales, std::vector<Language> reviewed)
        : locales_(std::move(locales)), reviewed_(std::move(reviewed)) {}

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

    std::vector<Language> reviewed() const override { return reviewed_; }

private:
    const std::locale& locale(const Language& language) const {
        for (const Language& tag : nearest_tags(language))
            if (const auto found = locales_.find(tag); found != locales_.end()) return found->second;
        return locales_.at("en");
    }

    std::map<Language, std::locale> locales_;
    std::vector<Language> reviewed_;
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

std::vector<char> bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Only the look-up of sentences, with the catalogue we name: a generator of whole locales knows no scripts (zh-Hant),
// and ICU's would load 30 MB of tables.
std::locale load(const fs::path& folder, const Language& language) {
    boost::locale::gnu_gettext::messages_info wanted;
    wanted.language = primary_subtag(language);
    wanted.encoding = "UTF-8";
    wanted.paths.push_back(folder.string());
    wanted.domains.emplace_back(domain);
    wanted.callback = [file = catalogue(folder, language)](const std::string&, const std::string&) {
        return bytes_of(file);
    };
    return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(wanted)};
}

std::map<Language, std::locale> load(const fs::path& folder, const std::vector<Language>& languages) {
    std::map<Language, std::locale> locales;
    for (const Language& language : languages) locales.emplace(language, load(folder, language));
    return locales;
}

// A tag a line; the build takes them from the heads of the .po files.
std::vector<Language> reviewed_in(const fs::path& folder) {
    std::vector<Language> all;
    std::ifstream in(folder / "reviewed.txt");
    for (Language language; std::getline(in, language);)
        if (!language.empty()) all.push_back(language);
    return all;
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
        return std::make_unique<Catalogues>(load(folder, languages), reviewed_in(folder));
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
