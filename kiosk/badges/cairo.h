// Cairo's objects as owned values, and a PDF or PNG as bytes: what the files of this room that draw share.
#pragma once

#include <cairo-pdf.h>
#include <cairo.h>

#include <memory>
#include <new>
#include <string>

#include "sync/summit/bytes.h"
#include "sync/summit/fault.h"

namespace foyer {

struct Release {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Release>;
using Cairo = std::unique_ptr<cairo_t, Release>;

inline Fault cairo_fault(cairo_status_t status) {
    return {FaultKind::bad_input, std::string("drawing a badge failed: ") + cairo_status_to_string(status)};
}

inline cairo_status_t append_to(void* bytes, const unsigned char* data, unsigned length) {
    try {
        auto* out = static_cast<Bytes*>(bytes);
        out->insert(out->end(), data, data + length);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::bad_alloc&) { // an exception may not pass through cairo
        return CAIRO_STATUS_NO_MEMORY;
    }
}

} // namespace foyer
