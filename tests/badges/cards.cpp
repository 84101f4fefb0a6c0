#include "tests/badges/cards.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

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

namespace {

// A PDF's bytes as a file for other programs, gone when this is.
class PdfFile {
public:
    explicit PdfFile(const Bytes& pdf)
        : folder(std::filesystem::temp_directory_path() / ("foyer-badges-" + std::to_string(::getpid()))),
          file(folder / "badges.pdf") {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(pdf.data()), static_cast<std::streamsize>(pdf.size()));
    }
    ~PdfFile() {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;
    const std::filesystem::path folder, file;
};

} // namespace

std::vector<GreyPicture> pages_of(const Bytes& pdf, int dpi) {
    const PdfFile document(pdf);
    const auto command = "pdftoppm -gray -r " + std::to_string(dpi) + " '" + document.file.string() + "' '" +
                         (document.folder / "page").string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(document.folder))
        if (entry.path().extension() == ".pgm") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<GreyPicture> pages;
    for (const auto& page : files) {
        auto picture = read_pgm(page);
        REQUIRE(picture);
        pages.push_back(std::move(*picture));
    }
    return pages;
}

int page_count(const Bytes& pdf) {
    const PdfFile document(pdf);
    FILE* pipe = ::popen(("pdfinfo '" + document.file.string() + "'").c_str(), "r");
    REQUIRE(pipe);
    int pages = 0;
    for (char line[256]; std::fgets(line, sizeof line, pipe);) (void)std::sscanf(line, "Pages: %d", &pages);
    REQUIRE(::pclose(pipe) == 0);
    return pages;
}

} // namespace foyer
