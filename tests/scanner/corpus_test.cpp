// What the fuzzer of the reader (scanner/fuzz_main.cpp) once found worth keeping, again on each run of the tests.
#include <filesystem>
#include <fstream>

#include "sync/summit/bytes.h"
#include "tests/catch.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace foyer {
namespace {

TEST_CASE("The reader survives the fuzzer's corpus") {
    int files = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(FOYER_SOURCE_DIR) / "tests/scanner/corpus")) {
        CAPTURE(entry.path().string());
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        CHECK(LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()) == 0);
        ++files;
    }
    CHECK(files >= 7);
}

} // namespace
} // namespace foyer
