// More of a summit's programme than one morning.
#pragma once

#include "tests/app/terminal.h"

namespace foyer::tests {

// What the forums do is done again a day later.
Programme with_second_day(Programme programme);
// So many days like the first, the forums of which go on all day.
Programme long_days(Programme programme, int days);

} // namespace foyer::tests
