#include "kiosk/screens/text_cache.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace foyer {
namespace {

void append(std::string& key, const void* bytes, std::size_t count) {
    key.append(static_cast<const char*>(bytes), count);
}

// Everything that decides how the text looks, and nothing else.
void make_key(std::string& key, const std::string& text, const TextStyle& style, Fit fit, double size_min) {
    const std::array<float, 4> numbers{static_cast<float>(style.size_px), static_cast<float>(style.width_max),
                                       static_cast<float>(style.line_height), static_cast<float>(size_min)};
    const std::array<char, 5> choices{static_cast<char>(style.lines_max), static_cast<char>(style.align),
                                      static_cast<char>(style.weight == Weight::bold), static_cast<char>(style.breaks),
                                      static_cast<char>(fit)};
    key.clear();
    append(key, numbers.data(), sizeof numbers);
    append(key, choices.data(), sizeof choices);
    key += style.language;
    key += '\0';
    key += text;
}

std::size_t bytes_of(const TextCache::Entry& entry) {
    return static_cast<std::size_t>(entry.width) * static_cast<std::size_t>(entry.height) * (entry.coloured ? 4 : 1);
}

} // namespace

TextCache::TextCache(Textures& textures, std::size_t bytes_max)
    : textures_(textures), bytes_at_1080_(bytes_max), bytes_max_(bytes_max) {}

TextCache::~TextCache() {
    for (const auto& kept : kept_)
        if (kept.entry.texture) textures_.destroy(kept.entry.texture);
}

const TextCache::Entry* TextCache::look_up(const std::string& key) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    kept_.splice(kept_.begin(), kept_, found->second);
    return &found->second->entry;
}

const TextCache::Entry& TextCache::keep(std::string key, const TextBitmap& bitmap, double size_px) {
    Entry entry{bitmap.size, 0, bitmap.width, bitmap.height, bitmap.left, bitmap.top, bitmap.coloured, size_px};
    if (bitmap.width > 0)
        entry.texture = textures_.create(bitmap.coloured ? TextureKind::rgba : TextureKind::ink, bitmap.width,
                                         bitmap.height, bitmap.width * (bitmap.coloured ? 4 : 1), bitmap.pixels.data());
    kept_.push_front({std::move(key), entry});
    by_key_[kept_.front().key] = kept_.begin();
    counts_.bytes += bytes_of(entry);
    ++counts_.entries;
    return kept_.front().entry;
}

const TextCache::Entry& TextCache::get(const std::string& text, const TextStyle& style, Fit fit, double size_min,
                                       TextColour colour) {
    make_key(key_, text, style, fit, size_min);
    const auto* found = look_up(key_);
    if (found && found->coloured) { // emoji: the text beside them has its colour in the texture
        key_ += '\0';
        append(key_, &colour, sizeof colour);
        found = look_up(key_);
    }
    if (found) {
        ++counts_.hits;
        return *found;
    }
    ++counts_.misses;
    std::string key = key_;
    TextStyle fitted = style;
    if (fit == Fit::shrink) fitted.size_px = typesetter_.fitting_size(text, style, size_min);
    const auto bitmap = typesetter_.render(text, fitted, colour);
    if (bitmap.coloured) {
        make_key(key_, text, style, fit, size_min);
        if (key == key_) key.append(1, '\0').append(reinterpret_cast<const char*>(&colour), sizeof colour);
        if (!by_key_.contains(key_)) keep(key_, bitmap, fitted.size_px); // says "coloured" to the next look-up
    }
    return keep(std::move(key), bitmap, fitted.size_px);
}

void TextCache::make_room(int width_px, int height_px) {
    const double screens = static_cast<double>(width_px) * height_px / (1080.0 * 1920.0);
    bytes_max_ = static_cast<std::size_t>(static_cast<double>(bytes_at_1080_) * std::clamp(screens, 1.0, 4.0));
}

void TextCache::trim() {
    while (counts_.bytes > bytes_max_ && kept_.size() > 1) {
        const auto& oldest = kept_.back();
        counts_.bytes -= bytes_of(oldest.entry);
        if (oldest.entry.texture) textures_.destroy(oldest.entry.texture);
        by_key_.erase(oldest.key);
        kept_.pop_back();
        --counts_.entries;
        ++counts_.forgotten;
    }
}

void TextCache::warm_up(double scale) {
    const std::array<std::array<const char*, 2>, 8> samples{{{"en", "Aa"},
                                                             {"zh", "欢迎"},
                                                             {"ko", "환영"},
                                                             {"ja", "ようこそ"},
                                                             {"ar", "أهلا"},
                                                             {"ru", "Да"},
                                                             {"he", "שלום"},
                                                             {"th", "น้ำ"}}};
    for (const auto& [language, text] : samples)
        for (const auto weight : {Weight::regular, Weight::bold}) {
            TextStyle style;
            style.language = language;
            style.size_px = 40 * scale;
            style.weight = weight;
            (void)typesetter_.render(text, style, {});
        }
}

} // namespace foyer
