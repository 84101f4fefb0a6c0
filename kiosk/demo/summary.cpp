#include "kiosk/demo/summary.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>

#include <nlohmann/json.hpp>

namespace foyer {

static double percentile(std::vector<double> values, double p) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(p * static_cast<double>(values.size() - 1) + 0.5)];
}

static nlohmann::json read_report(const std::filesystem::path& file) {
    std::ifstream in(file);
    auto json = nlohmann::json::parse(in, nullptr, false);
    return json.is_object() ? json : nlohmann::json::object();
}

// From green on the glass to the count on the page: the first event whose count includes the decision. Below 0 where
// the page had it first: a decision goes to the hub while its frame is painted.
static std::vector<double> lags(const nlohmann::json& shown, const std::vector<PageWatch::Count>& page) {
    std::vector<double> lags;
    for (const auto& decision : shown) {
        const int count = decision.value("recorded", 0);
        const auto told = std::ranges::find_if(page, [&](const PageWatch::Count& c) { return c.recorded >= count; });
        if (told != page.end() && count > 0)
            lags.push_back(static_cast<double>(told->at_ms - decision.value("shown_at_ms", std::int64_t{0})));
    }
    return lags;
}

static void print_line(const char* what, const std::vector<double>& ms) {
    if (ms.empty()) return;
    std::printf("  %-26s p50 %6.1f   p95 %6.1f   p99 %6.1f   max %6.1f ms\n", what, percentile(ms, 0.5),
                percentile(ms, 0.95), percentile(ms, 0.99), percentile(ms, 1));
}

static void print_verdicts(const nlohmann::json& shown) {
    std::map<std::string, int> by_reason;
    for (const auto& decision : shown) ++by_reason[decision.value("reason", "")];
    std::printf("  verdicts (%zu kinds)        ", by_reason.size());
    int column = 0;
    for (const auto& [reason, count] : by_reason)
        std::printf("%s%s %d",
                    column++ == 0     ? ""
                    : column % 5 == 1 ? ",\n                             "
                                      : ", ",
                    reason.c_str(), count);
    std::printf("\n");
}

static int shown_on_page(const SummaryInput& input) { return input.page.empty() ? 0 : input.page.back().recorded; }

Agreement agreement(const SummaryInput& input, Wire wire) {
    const auto terminal = input.recorded_on_terminal, hub = input.recorded_at_hub;
    const bool page_agrees = std::cmp_equal(hub, shown_on_page(input));
    const std::string wait = terminal <= hub       ? std::string{"nothing waits on the terminal"}
                             : terminal - hub == 1 ? "1 record waits on the terminal"
                                                   : std::to_string(terminal - hub) + " records wait on the terminal";
    if (!input.hub_gone.empty()) return {false, "The hub " + input.hub_gone + " during the demo; " + wait + "."};
    if (terminal == hub && page_agrees) return {true, ""};
    if (wire == Wire::whole || terminal < hub || !page_agrees) return {false, ""};
    return {true, "You had cut the network: " + wait + " and would go once it is back; nothing is lost."};
}

bool print_summary(const SummaryInput& input) {
    const nlohmann::json report = read_report(input.report);
    const nlohmann::json shown = report.value("shown", nlohmann::json::array());
    std::vector<double> to_glass;
    for (const auto& decision : shown) to_glass.push_back(decision.value("ms", 0.0));
    const int on_page = shown_on_page(input);

    std::printf("\nFoyer demo\n");
    std::printf("  frames, readings, scans    %llu, %llu, %zu\n", report.value("frames", 0ULL),
                report.value("readings", 0ULL), shown.size());
    print_verdicts(shown);
    std::printf("  facts on terminal, at hub  %llu, %llu\n", static_cast<unsigned long long>(input.facts_on_terminal),
                static_cast<unsigned long long>(input.facts_at_hub));
    print_line("reading to glass", to_glass);
    const auto to_page = lags(shown, input.page);
    print_line("glass to organisers' page", to_page);
    if (std::ranges::any_of(to_page, [](double ms) { return ms < 0; }))
        std::printf("                             (below 0: the page had it before the frame was painted)\n");
    print_line("frame on the glass", report.value("frame_ms", std::vector<double>{}));
    std::printf("  first picture              %.0f ms after start\n", report.value("first_frame_ms", 0.0));
    if (input.rates && input.rates->frames > 0) {
        const auto percent = [&](int n) { return 100.0 * n / input.rates->frames; };
        std::printf("  frames with a code read    plain ZXing %.0f %% (%.2f ms), Foyer %.0f %% (%.2f ms), of %d\n",
                    percent(input.rates->plain), input.rates->plain_ms, percent(input.rates->foyer),
                    input.rates->foyer_ms, input.rates->frames);
    }
    const auto terminal = input.recorded_on_terminal, hub = input.recorded_at_hub;
    const Agreement agreed = agreement(input, report.value("network_cut", false) ? Wire::cut : Wire::whole);
    std::printf("  recorded                   %llu on the terminal %s %llu at the hub %s %d on the page%s\n",
                static_cast<unsigned long long>(terminal),
                terminal == hub ? "=" : "!=", static_cast<unsigned long long>(hub),
                std::cmp_equal(hub, on_page) ? "=" : "!=", on_page, agreed.good ? "" : "   NOT EQUAL");
    if (!agreed.why.empty()) std::printf("                             %s\n", agreed.why.c_str());
    std::fflush(stdout);
    return agreed.good;
}

} // namespace foyer
