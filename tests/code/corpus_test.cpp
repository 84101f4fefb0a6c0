// What the fuzzer found worth keeping, through the same checks.
#include <filesystem>
#include <fstream>

#include "sync/summit/bytes.h"
#include "tests/catch.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

TEST_CASE("Every text of the corpus, and every beginning of it, passes the checks of the fuzzer") {
    std::size_t texts = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string{FOYER_SOURCE_DIR} + "/tests/code/corpus")) {
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        INFO(entry.path());
        ++texts;
        for (std::size_t size = 0; size <= text.size(); size += text.size() > 400 ? 97 : 1)
            CHECK(LLVMFuzzerTestOneInput(foyer::as_bytes(text).data(), size) == 0);
        CHECK(LLVMFuzzerTestOneInput(foyer::as_bytes(text).data(), text.size()) == 0);
    }
    CHECK(texts >= 20);
}
