// Fuzz target of the wire: whatever decodes must encode to the same bytes; nothing may crash.
#include <algorithm>
#include <cstdlib>

#include "sync/replication/message.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const foyer::ByteView bytes(data, size);
    const auto message = foyer::decode_message(bytes);
    if (message) {
        const foyer::Bytes again = foyer::encode(*message);
        if (!std::ranges::equal(again, bytes)) std::abort();
    }
    return 0;
}
