// `foyer code inspect`: what a text is made of, without any key. Nothing is looked up, opened or kept.
#include <cstdio>

#include "sync/commands/code.h"

namespace foyer {

void add_code_inspect(CLI::App& code) {
    auto texts = std::make_shared<std::vector<std::string>>();
    CLI::App* command = code.add_subcommand("inspect", "Explain any text byte by byte, without keys");
    command->add_option("TEXT", *texts, "The text of a code, in quotes; - for every line of standard input")
        ->required();
    command->footer("Characters that must not reach a terminal are written \\n, \\u{202e} or \\xff, a backslash \\\\.\n"
                    "An address in a code is shown, never opened.");
    command->callback([texts] {
        each_text(*texts, [first = true](std::string_view text) mutable {
            if (!std::exchange(first, false)) std::putchar('\n');
            print(explain(text));
        });
    });
}

} // namespace foyer
