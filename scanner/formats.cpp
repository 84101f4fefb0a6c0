#include "scanner/formats.h"

#include <string>

namespace foyer {

Result<Formats> formats_of(std::string_view names) {
    Formats formats;
    while (!names.empty()) {
        const auto comma = names.find(',');
        const auto name = names.substr(0, comma);
        names = comma == std::string_view::npos ? std::string_view() : names.substr(comma + 1);
        if (name == "aztec")
            formats.aztec = true;
        else if (name == "pdf417")
            formats.pdf417 = true;
        else if (name == "data-matrix")
            formats.data_matrix = true;
        else if (name == "code-128")
            formats.code_128 = true;
        else if (name != "qr")
            return fault(FaultKind::bad_input, "'" + std::string(name) +
                                                   "' is no kind of code that is read: there are qr, aztec, pdf417, "
                                                   "data-matrix and code-128.");
    }
    return formats;
}

} // namespace foyer
