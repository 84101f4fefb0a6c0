#include "tests/app/catalogue.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace foyer::tests {

namespace {

namespace fs = std::filesystem;

// The text of the literal whose opening quote is at `at`; `at` moves behind its closing quote.
std::string literal(std::string_view source, std::size_t& at) {
    std::string text;
    for (++at; at < source.size() && source[at] != '"'; ++at) {
        if (source[at] != '\\') {
            text += source[at];
            continue;
        }
        ++at;
        text += source[at] == 'n' ? '\n' : source[at];
    }
    ++at;
    return text;
}

void skip_space(std::string_view source, std::size_t& at) {
    while (at < source.size() && (source[at] == ' ' || source[at] == '\n')) ++at;
}

std::string read(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

void collect(const std::string& source, std::set<std::string>& found) {
    for (std::size_t at = 0; at < source.size();) {
        if (source.compare(at, 2, "//") == 0) at = source.find('\n', at);
        if (at == std::string::npos) return;
        if (source.compare(at, 3, "'\"'") == 0) at += 3;
        if (source[at] != '"') {
            ++at;
            continue;
        }
        std::string sentence;
        std::size_t end = at;
        while (end < source.size() && source[end] == '"') {
            sentence += literal(source, end);
            at = end;
            skip_space(source, end);
        }
        if (source.compare(at, 2, "_t") == 0) found.insert(sentence);
    }
}

} // namespace

std::size_t Catalogue::plural_forms() const {
    const std::string& header = entries.at("").forms.at(0);
    const auto found = header.find("nplurals=");
    return found == std::string::npos ? 0 : static_cast<std::size_t>(header.at(found + 9) - '0');
}

Catalogue read_catalogue(const fs::path& file) {
    Catalogue catalogue;
    std::string keyword, msgid;
    std::istringstream lines(read(file));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::size_t quote = line.find('"');
        if (quote > 0) keyword = line.substr(0, quote - 1);
        const bool begins = quote > 0;
        const std::string text = literal(line, quote);
        if (keyword == "msgid") {
            msgid = begins ? text : msgid + text;
        } else if (keyword == "msgid_plural") {
            catalogue.entries[msgid].plural += text;
        } else {
            auto& forms = catalogue.entries[msgid].forms;
            if (begins) forms.emplace_back();
            forms.back() += text;
        }
    }
    return catalogue;
}

std::set<std::string> sentences_in(const fs::path& folder) {
    std::set<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".cpp") collect(read(entry.path()), found);
    return found;
}

std::multiset<std::string> placeholders(std::string_view text) {
    std::multiset<std::string> found;
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1))
        found.emplace(text.substr(open, text.find('}', open) - open + 1));
    return found;
}

std::vector<std::string> languages() {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(fs::path(FOYER_SOURCE_DIR) / "assets/strings"))
        if (entry.path().extension() == ".po") found.push_back(entry.path().stem().string());
    std::ranges::sort(found);
    return found;
}

Catalogue catalogue_of(const std::string& language) {
    return read_catalogue(fs::path(FOYER_SOURCE_DIR) / "assets/strings" / (language + ".po"));
}

} // namespace foyer::tests
