#include "tests/faults/program.h"

#include <csignal>
#include <fstream>

namespace foyer::test {

using namespace std::chrono_literals;

Program::Program(std::string name, const std::filesystem::path& folder)
    : name_(std::move(name)), complaints_(folder / (name_ + ".stderr")) {}

std::string Program::start(const std::vector<std::string>& arguments, const std::string& ready,
                           const std::vector<std::pair<std::string, std::string>>& environment) {
    // The shell becomes the program: one process, with its complaints in a file.
    std::vector<std::string> words{"/bin/sh", "-c", R"(exec "$@" 2>>"$0")", complaints_.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    process_.reset();
    process_.emplace(Process::start(words, environment).value());
    const auto give_up = std::chrono::steady_clock::now() + 20s;
    while (std::chrono::steady_clock::now() < give_up && !process_->output_ended()) {
        auto line = process_->next_line(200ms);
        if (!line) continue;
        lines_.push_back(*line);
        if (line->starts_with(ready)) return *line;
    }
    return "";
}

void Program::read() {
    while (process_)
        if (auto line = process_->next_line(0ms))
            lines_.push_back(std::move(*line));
        else
            return;
}

void Program::read_to_the_end() {
    while (!process_->output_ended())
        if (auto line = process_->next_line(1s)) lines_.push_back(std::move(*line));
}

void Program::kill_at_once() {
    ++kills_;
    ::kill(process_->id(), SIGKILL);
    (void)process_->wait(5s);
    read_to_the_end();
    process_.reset();
}

int Program::end() {
    process_->ask_to_end();
    const auto give_up = std::chrono::steady_clock::now() + 20s;
    while (process_->running() && std::chrono::steady_clock::now() < give_up)
        if (auto line = process_->next_line(50ms)) lines_.push_back(std::move(*line));
    const int code = process_->wait(0s);
    read_to_the_end();
    process_.reset();
    return code;
}

std::string Program::complaints() const {
    std::ifstream file(complaints_);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace foyer::test
