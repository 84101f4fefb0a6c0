// What is typed wrong, and the sentence that tells.
#include "tests/commands/program.h"

using namespace foyer::test;

TEST_CASE("a command that is none is named, with those there are") {
    const Ended ended = run("frobnicate");
    CHECK(ended.code == 2);
    CHECK(ended.says("foyer: there is no command \"frobnicate\"; there are: hub, import, enrol"));
    CHECK(run("ledger frobnicate")
              .says("no command \"frobnicate\"; there are: stat, export, quarantine, backup, verify, mend, rebuild"));
}

TEST_CASE("every command says the same of a length of time that is none") {
    const std::string value = GENERATE("0", "-1", "abc", "nan", "inf", "1e300");
    const std::string sentence = "\"" + value + "\" is no length of time: write seconds above 0, such as 60";
    for (const char* command : {"scan x.png", "demo"}) {
        const Ended ended = run(std::string{command} + " --seconds=" + value);
        CAPTURE(ended.output);
        CHECK(ended.code == 2);
        CHECK(ended.says(sentence));
    }
}

TEST_CASE("badges in a format that is not made are refused, and no folder of that name appears") {
    const Scratch scratch;
    const Ended ended = run("badges --data " + scratch / "hub" + " --out " + scratch / "x.docx");
    CAPTURE(ended.output);
    CHECK(ended.code == 2);
    CHECK(ended.says("badges are written as FILE.pdf (a page each), FILE.png (one badge) or into a folder"));
    CHECK(ended.says("not as .docx"));
    CHECK_FALSE(std::filesystem::exists(scratch / "x.docx"));
}
