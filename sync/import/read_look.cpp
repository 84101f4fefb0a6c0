// How a summit looks: the colours in summit.toml, and the logo beside it.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "sync/import/readers.h"

namespace foyer {

namespace {

std::string written_as(int colour) {
    return "#" + to_hex(Bytes{static_cast<std::uint8_t>(colour >> 16), static_cast<std::uint8_t>(colour >> 8),
                              static_cast<std::uint8_t>(colour)});
}

// "#125C8A". Guests must be able to read what stands on it, and it must not look like an answer: said, and corrected.
std::optional<int> colour(Fields& fields, std::string_view key, const std::string& written) {
    const auto parts = written.starts_with('#') ? from_hex(std::string_view{written}.substr(1)) : std::nullopt;
    if (!parts || parts->size() != 3) {
        fields.error(key, "\"" + written + "\" is no colour; write one such as \"#125C8A\"");
        return std::nullopt;
    }
    const int wished = (*parts)[0] << 16 | (*parts)[1] << 8 | (*parts)[2];
    if (const int taken = painted(wished); taken != wished)
        fields.warning(key, written + " is shown as " + written_as(taken) +
                                ": white words must be readable on it, and red, amber and green are kept for answers");
    return wished;
}

std::uint32_t number_at(ByteView bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8U | bytes[at + i];
    return number;
}

// Empty: it can be used.
std::string what_is_wrong(const Bytes& logo) {
    static constexpr std::uint8_t png[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    static constexpr std::size_t width_at = 16, height_at = 20, header_size = 33;
    static constexpr std::uint32_t least = 16, most = 2048;
    if (logo.size() < header_size || !std::equal(std::begin(png), std::end(png), logo.begin()))
        return "is no PNG picture; export the logo as one";
    if (logo.size() > max_logo_bytes)
        return "has " + std::to_string(logo.size() / 1000) + " KB; at most " + std::to_string(max_logo_bytes / 1000) +
               " KB travel to every terminal: export it 400 pixels wide, or with fewer colours";
    const std::uint32_t width = number_at(logo, width_at), height = number_at(logo, height_at);
    if (width < least || height < least || width > most || height > most)
        return "is " + std::to_string(width) + " x " + std::to_string(height) + " pixels; make it 16 to 2048 a side";
    return "";
}

} // namespace

void read_look(Fields& fields, SummitLook& look, SummitFiles& files) {
    if (const std::string text = fields.text("colour", Need::optional); !text.empty())
        look.colour = colour(fields, "colour", text);
    for (const std::string& text : fields.texts("forum_colours"))
        if (const auto one = colour(fields, "forum_colours", text)) look.forums.push_back(*one);
    files.logo = {fields.text("logo", Need::optional), fields.line()};
    if (files.logo.value.find('/') == std::string::npos) return;
    fields.error("logo", "\"" + files.logo.value + "\" lies elsewhere; put it beside summit.toml and write its name");
    files.logo.value.clear();
}

void read_logo(const std::filesystem::path& folder, Problems& problems, SummitFiles& files) {
    if (files.logo.value.empty() || !files.summit) return;
    std::ifstream file(folder / files.logo.value, std::ios::binary);
    Bytes logo(max_logo_bytes * 100); // enough to say how much too large it is
    file.read(reinterpret_cast<char*>(logo.data()), static_cast<std::streamsize>(logo.size()));
    logo.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    const std::string wrong =
        logo.empty() ? "cannot be read; put it beside summit.toml and write its name" : what_is_wrong(logo);
    if (wrong.empty())
        files.summit->look.logo = std::move(logo);
    else
        problems.error("summit.toml", files.logo.line, "logo", files.logo.value + " " + wrong);
}

} // namespace foyer
