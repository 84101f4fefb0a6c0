#include "tests/badges/cards.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "scanner/reader.h"
#include "tests/catch.h"

namespace foyer {

std::vector<BadgeCard> cards_in_many_scripts() {
    struct Sample {
        const char *name, *language, *latin, *organisation;
        Category category;
    };
    constexpr Sample people[]{
        {"Anna Mösner", "de", "Anna Mösner", "Invented Ministry for the Environment", Category::speaker},
        {"王样例", "zh-Hans", "Wang Yangli", "苏州样本材料研究所", Category::delegate},
        {"ليلى المثال", "ar", "Layla Al-Mithal", "صندوق المثال للابتكار", Category::vip},
        {"Maximiliane-Charlotte von Hohenbeispiel-Sigmusteringen-Wittgendorf", "de", "",
         "Institut für ausländisches und internationales Musterrecht", Category::press},
        {"น้ำผึ้ง ศรีสุวรรณรัตน์", "th", "Namphueng Srisuwannarat", "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม", Category::staff},
        {"김예시", "ko", "Kim Ye-si", "예시 테크노파크", Category::interpreter},
        {"Екатерина Примерова-Константинопольская", "ru", "Ekaterina Primerova", "Фонд примеров", Category::exhibitor},
        {"יעל דוגמא", "he", "Yael Dugma", "המכון לדוגמאות", Category::guest},
        {"उदाहरण कुमारी", "hi", "Udaharan Kumari", "उदाहरण संस्थान", Category::crew},
    };
    std::vector<BadgeCard> cards;
    for (const auto& person : people) {
        BadgeCard card;
        card.summit = {"Invented Global Open Day", "en"};
        card.when = {"29 May 2023 · Shanghai", "en"};
        card.name = {person.name, person.language};
        card.latin_name = {person.latin, "en"};
        card.organisation = {person.organisation, person.language};
        card.role = {std::string(role_word(person.category)), "en"};
        card.category = person.category;
        card.code = "FA2BCDEGH345678" + std::string(1, static_cast<char>('A' + static_cast<int>(cards.size())));
        cards.push_back(std::move(card));
    }
    return cards;
}

std::optional<std::string> code_in(const GreyPicture& picture) {
    Frame frame;
    frame.width = frame.stride = picture.width;
    frame.height = picture.height;
    frame.pixels = picture.pixels;
    const auto reading = plain_read(frame, "badge");
    return reading ? std::optional(reading->text) : std::nullopt;
}

std::vector<GreyPicture> pages_of(const Bytes& pdf, int dpi) {
    const auto folder = std::filesystem::temp_directory_path() / ("foyer-badges-" + std::to_string(dpi));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto file = folder / "badges.pdf";
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(pdf.data()), static_cast<std::streamsize>(pdf.size()));
    const auto command =
        "pdftoppm -gray -r " + std::to_string(dpi) + " '" + file.string() + "' '" + (folder / "page").string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".pgm") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<GreyPicture> pages;
    for (const auto& page : files) {
        auto picture = read_pgm(page);
        REQUIRE(picture);
        pages.push_back(std::move(*picture));
    }
    std::filesystem::remove_all(folder);
    return pages;
}

} // namespace foyer
