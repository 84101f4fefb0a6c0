// A QR code's own error correction, told which modules are unsure. ZXing takes each module as dark or light and
// corrects half as many wrong codewords as there are check codewords; a codeword known to be unsure (glare, a stain, a
// blurred edge) costs half of that. What comes out is a code without errors, for ZXing to read. Pure.
#pragma once

#include "scanner/blueprint.h"

namespace foyer {

// The modules as they must have been (1 light, -1 dark), or nothing. Gives up rather than stretch the code's checks so
// far that chance could pass: at least four check codewords must agree with all the rest.
std::optional<ModuleMap> repaired(const ModuleMap& measured);

} // namespace foyer
