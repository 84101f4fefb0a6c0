// Codes that people carry for something else than getting in: to pay, to get in touch, to board a flight.
// Told by form alone: nothing is opened, looked up or kept. Pure; any thread; any bytes.
#pragma once

#include <string_view>

namespace foyer {

// "a payment code of WeChat Pay", "a contact card (vCard)"...: never what the code says. Empty: none that is known
// here, and it may be somebody's ticket. `text` as `tidy` leaves it, without the line ends that some forms have.
std::string_view other_use(std::string_view text);

} // namespace foyer
