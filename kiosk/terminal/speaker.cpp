#include "kiosk/terminal/speaker.h"

#include <gst/gst.h>

#include <cstdio>
#include <memory>

namespace foyer {
namespace {

constexpr GstClockTime longest = 3 * GST_SECOND; // for a chime of half a second

struct Unref {
    void operator()(GstElement* element) const {
        gst_element_set_state(element, GST_STATE_NULL);
        gst_object_unref(element);
    }
    void operator()(GstBus* bus) const { gst_object_unref(bus); }
    void operator()(GstMessage* message) const { gst_message_unref(message); }
    void operator()(GError* error) const { g_error_free(error); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Unref>;

// Empty when it was played, else why not.
std::string play_to_end(const std::vector<std::int16_t>& samples, const std::string& sink) {
    const std::string line =
        "appsrc name=samples format=time caps=audio/x-raw,format=S16LE,rate=" + std::to_string(chime_rate) +
        ",channels=1,layout=interleaved ! audioconvert ! audioresample ! " + sink;
    GError* problem = nullptr;
    const Owned<GstElement> pipeline(gst_parse_launch(line.c_str(), &problem));
    const Owned<GError> fault(problem);
    if (!pipeline || fault) return fault ? fault->message : "no pipeline";
    const Owned<GstElement> source(gst_bin_get_by_name(GST_BIN(pipeline.get()), "samples"));
    const Owned<GstBus> bus(gst_element_get_bus(pipeline.get()));
    gst_element_set_state(pipeline.get(), GST_STATE_PLAYING);
    const gsize bytes = samples.size() * sizeof samples[0];
    GstBuffer* buffer = gst_buffer_new_memdup(samples.data(), bytes);
    GST_BUFFER_PTS(buffer) = 0;
    GstFlowReturn flow = GST_FLOW_OK;
    g_signal_emit_by_name(source.get(), "push-buffer", buffer, &flow);
    gst_buffer_unref(buffer);
    g_signal_emit_by_name(source.get(), "end-of-stream", &flow);
    const Owned<GstMessage> end(gst_bus_timed_pop_filtered(
        bus.get(), longest, static_cast<GstMessageType>(GST_MESSAGE_EOS | GST_MESSAGE_ERROR)));
    if (!end) return "the sound card does not answer";
    if (GST_MESSAGE_TYPE(end.get()) == GST_MESSAGE_EOS) return {};
    gst_message_parse_error(end.get(), &problem, nullptr);
    const Owned<GError> why(problem);
    return why ? why->message : "unknown";
}

} // namespace

Speaker::Speaker(int volume, std::string sink) : volume_(volume), sink_(std::move(sink)) {}

void Speaker::play(Chime chime) {
    if (volume_ == 0 || waiting_ >= 2) return;
    ++waiting_;
    const bool taken = thread_.take([this, chime] {
        play_now(chime);
        --waiting_;
    });
    if (!taken) --waiting_;
}

void Speaker::play_now(Chime chime) {
    if (silent_ || gst_init_check(nullptr, nullptr, nullptr) == FALSE) return;
    const std::string why = play_to_end(samples_of(chime, volume_), sink_);
    silent_ = !why.empty();
    if (silent_) std::fprintf(stderr, "foyer-kiosk: no sound: %s. --volume 0 is silent without asking.\n", why.c_str());
}

} // namespace foyer
