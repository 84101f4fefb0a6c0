// What may be read beside QR codes: wallet passes (Aztec, PDF417), item labels of a lending desk (Data Matrix, Code
// 128). Off unless a checkpoint asks: each costs time on the frames in which it is looked for, QR codes cost no more.
#pragma once

#include <string_view>

#include "sync/summit/fault.h"

namespace foyer {

struct Formats {
    bool aztec = false, pdf417 = false, data_matrix = false, code_128 = false;
    bool operator==(const Formats&) const = default;
    [[nodiscard]] bool any() const { return aztec || pdf417 || data_matrix || code_128; }
};

// "aztec,pdf417,data-matrix,code-128", any of them; "qr" may stand among them, and nothing is QR alone. A name that is
// none of these is a fault that says which there are.
Result<Formats> formats_of(std::string_view names);

} // namespace foyer
