// What a code's text is made of, piece by piece, without any key or list: for people with a question about one code.
// Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foyer {

struct Piece {
    std::string where; // "bytes 0-1", "character 16"; may be empty
    std::string what;  // the piece itself, as it stands there or in hexadecimal; may be empty
    std::string says;
};

// Texts of strangers are in it as they are: whoever prints it escapes them. Of a long text only the beginning is shown,
// of one for something else (other_uses.h) nothing.
std::vector<Piece> explain(std::string_view text);

} // namespace foyer
