// The text of an enrolment's QR code.
#include "sync/uplink/ticket.h"
#include "tests/catch.h"

using namespace foyer;

TEST_CASE("a ticket is the same after it was read, in QR's small alphabet") {
    const auto authority = read_fingerprint("0123 4567 89AB CDEF 0123 4567 89ab cdef").value();
    using enum HubAddress::Wire;
    for (const HubAddress& hub :
         {HubAddress{"10.0.0.5", "8080", tls, authority}, HubAddress{"::1", "1", tls, authority},
          HubAddress{"hub-1.example", "65535", tls, authority}, HubAddress{"127.0.0.1", "8080", plain, {}}}) {
        const EnrolmentTicket ticket{hub, "K7QX2MWRTA"};
        const std::string text = text_of(ticket);
        CAPTURE(text);
        CHECK(text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:[]") == std::string::npos);
        CHECK(read_ticket(text) == ticket);
    }
    CHECK(text_of({{"10.0.0.5", "8080", tls, authority}, "K7QX2MWRTA"}) ==
          "FOYER1*10.0.0.5:8080*K7QX2MWRTA*0123456789ABCDEF0123456789ABCDEF");
    CHECK(read_ticket("foyer1*HUB:80*k7*0123456789abcdef0123456789abcdef")->code == "K7");
}

TEST_CASE("what is no ticket, or a damaged one, is told apart") {
    CHECK_FALSE(looks_like_ticket("A23456789ABCDEFG"));
    CHECK_FALSE(looks_like_ticket("FOYER2*10.0.0.5:8080*K7QX2MWRTA"));
    const std::string whole = "FOYER1*10.0.0.5:8080*K7QX2MWRTA*0123456789ABCDEF0123456789ABCDEF";
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(read_ticket(whole.substr(0, size)));
    }
    for (const char* wrong : {"FOYER1*", "FOYER1***", "FOYER1*a b:80*K7", "FOYER1*hub:80*K 7", "FOYER1*hub:80*K7*00",
                              "FOYER1*hub:80*K7*0123456789ABCDEF0123456789ABCDEF*", "FOYER1*hub:99999*K7"})
        CHECK_FALSE(read_ticket(wrong));
}
