#include "tests/scenes/days.h"

#include <algorithm>

namespace foyer::tests {

static void repeat(Programme& programme, const Session& like, std::chrono::hours later) {
    Session session = like;
    session.id.text += "+" + std::to_string(later.count());
    session.starts += later;
    session.ends += later;
    programme.sessions.push_back(std::move(session));
}

Programme with_second_day(Programme programme) {
    const auto first = programme.sessions;
    for (const Session& session : first)
        if (session.forum) repeat(programme, session, std::chrono::hours{24});
    std::ranges::stable_sort(programme.sessions, {}, &Session::starts);
    return programme;
}

Programme long_days(Programme programme, int days) {
    const auto first = programme.sessions;
    for (int day = 0; day < days; ++day)
        for (const Session& session : first)
            for (int hours = 0; hours < (session.forum ? 8 : 1); ++hours)
                if (day + hours > 0) repeat(programme, session, std::chrono::hours{24 * day + hours});
    std::ranges::stable_sort(programme.sessions, {}, &Session::starts);
    return programme;
}

} // namespace foyer::tests
