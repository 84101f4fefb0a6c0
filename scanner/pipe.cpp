#include "scanner/pipe.h"

#include <gst/app/gstappsink.h>
#include <gst/app/gstappsrc.h>
#include <gst/gst.h>
#include <gst/video/video.h>

#include <mutex>

#include "scanner/bell.h"
#include "scanner/version.h"

namespace foyer {
namespace {

template <class T, auto release>
using Held = std::unique_ptr<T, decltype([](T* object) { release(object); })>;
using HeldCaps = Held<GstCaps, gst_caps_unref>;
using HeldSample = Held<GstSample, gst_sample_unref>;
using HeldElement = Held<GstElement, gst_object_unref>;
using HeldMessage = Held<GstMessage, gst_message_unref>;
using HeldError = Held<GError, g_error_free>;

// Larger frames are made smaller: beyond it a camera or a film only costs time.
constexpr const char* grey_caps = "video/x-raw,format=GRAY8,width=[1,4096],height=[1,4096]";

std::optional<std::string> prepare_gstreamer() {
    static std::once_flag once;
    static std::optional<std::string> problem;
    std::call_once(once, [] {
        GError* error = nullptr;
        if (gst_init_check(nullptr, nullptr, &error) == FALSE) problem = error != nullptr ? error->message : "unknown";
        if (error != nullptr) g_error_free(error);
    });
    return problem;
}

// "A sentence, perhaps with a dot." -> without the dot, as a part of another one.
std::string clause(std::string text) {
    while (!text.empty() && (text.back() == '.' || text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

bool is_missing_plugin(const GError& error) {
    return g_error_matches(&error, GST_STREAM_ERROR, GST_STREAM_ERROR_CODEC_NOT_FOUND) ||
           g_error_matches(&error, GST_CORE_ERROR, GST_CORE_ERROR_MISSING_PLUGIN) ||
           g_error_matches(&error, GST_PARSE_ERROR, GST_PARSE_ERROR_NO_SUCH_ELEMENT);
}

Fault fault_of(const PipeHead& head, const GError& error) {
    const std::string hint = is_missing_plugin(error) ? "Install the package " + head.package + "." : head.advice;
    return {head.kind, head.name + ": " + clause(error.message) + ". " + hint};
}

const char* name_of(PixelFormat format) {
    switch (format) {
    case PixelFormat::grey: return "GRAY8";
    case PixelFormat::rgb: return "RGB";
    case PixelFormat::yuy2: return "YUY2";
    }
    return "GRAY8";
}

GstVideoFormat format_of(PixelFormat format) { return gst_video_format_from_string(name_of(format)); }

bool is_sound(const RawPicture& picture) {
    const int bytes = picture.format == PixelFormat::rgb ? 3 : picture.format == PixelFormat::yuy2 ? 2 : 1;
    return picture.width > 0 && picture.height > 0 && picture.stride >= picture.width * bytes &&
           picture.pixels.size() >= static_cast<std::size_t>(picture.stride) * static_cast<std::size_t>(picture.height);
}

// Hands the pixels over without a copy: GStreamer deletes them.
GstBuffer* buffer_of(RawPicture picture) {
    gsize offset[GST_VIDEO_MAX_PLANES] = {};
    gint stride[GST_VIDEO_MAX_PLANES] = {picture.stride};
    const auto width = static_cast<guint>(picture.width), height = static_cast<guint>(picture.height);
    auto* pixels = new Bytes(std::move(picture.pixels));
    GstBuffer* buffer =
        gst_buffer_new_wrapped_full(GST_MEMORY_FLAG_READONLY, pixels->data(), pixels->size(), 0, pixels->size(), pixels,
                                    [](gpointer held) { delete static_cast<Bytes*>(held); });
    gst_buffer_add_video_meta_full(buffer, GST_VIDEO_FRAME_FLAG_NONE, format_of(picture.format), width, height, 1,
                                   offset, stride);
    return buffer;
}

std::optional<Frame> frame_of(GstSample* sample) {
    GstVideoInfo info;
    GstVideoFrame mapped;
    if (gst_video_info_from_caps(&info, gst_sample_get_caps(sample)) == FALSE) return std::nullopt;
    if (gst_video_frame_map(&mapped, &info, gst_sample_get_buffer(sample), GST_MAP_READ) == FALSE) return std::nullopt;
    Frame frame;
    frame.width = GST_VIDEO_FRAME_WIDTH(&mapped);
    frame.height = GST_VIDEO_FRAME_HEIGHT(&mapped);
    frame.stride = GST_VIDEO_FRAME_PLANE_STRIDE(&mapped, 0);
    const auto* pixels = static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&mapped, 0));
    const auto whole = static_cast<std::ptrdiff_t>(frame.stride) * frame.height;
    frame.pixels.reserve(static_cast<std::size_t>(whole));
    frame.pixels.assign(pixels,
                        pixels + (whole - frame.stride + frame.width)); // the last row's padding may not be there
    frame.pixels.resize(static_cast<std::size_t>(whole));
    gst_video_frame_unmap(&mapped);
    return frame;
}

} // namespace

struct Pipe::Parts {
    PipeHead head;
    Pace pace = Pace::live;
    Bell bell; // outlives the pipeline, whose threads ring it
    HeldElement pipeline, sink, source;
    GstClockTime due = 0; // of the generator's next frame, in running time; the generator's thread only

    ~Parts() {
        if (pipeline) gst_element_set_state(pipeline.get(), GST_STATE_NULL); // joins GStreamer's threads
    }
    Result<> build();
    void feed();
    void push(RawPicture picture);
    std::chrono::nanoseconds age_of(GstSample* sample) const;
};

Result<> Pipe::Parts::build() {
    const std::string pacing = pace == Pace::live && !head.has_own_pace ? " ! identity sync=true" : "";
    const std::string tail = " ! videoconvert ! videoscale ! capsfilter name=grey ! appsink name=eye sync=false";
    GError* error = nullptr;
    pipeline.reset(gst_parse_launch((head.launch + pacing + tail).c_str(), &error));
    const HeldError problem(error);
    if (problem) return std::unexpected(fault_of(head, *problem));
    sink.reset(gst_bin_get_by_name(GST_BIN(pipeline.get()), "eye"));
    source.reset(gst_bin_get_by_name(GST_BIN(pipeline.get()), "head"));
    const HeldElement grey(gst_bin_get_by_name(GST_BIN(pipeline.get()), "grey"));
    const HeldCaps caps(gst_caps_from_string(grey_caps));
    g_object_set(grey.get(), "caps", caps.get(), nullptr);
    const bool live = pace == Pace::live;
    g_object_set(sink.get(), "max-buffers", live ? 1U : 4U, "drop", live ? TRUE : FALSE, nullptr);
    GstAppSinkCallbacks came{};
    came.eos = [](GstAppSink*, gpointer parts) { static_cast<Parts*>(parts)->bell.ring(); };
    came.new_sample = [](GstAppSink*, gpointer parts) {
        static_cast<Parts*>(parts)->bell.ring();
        return GST_FLOW_OK;
    };
    gst_app_sink_set_callbacks(GST_APP_SINK(sink.get()), &came, this, nullptr);
    if (!head.property.empty()) g_object_set(source.get(), head.property.c_str(), head.value.c_str(), nullptr);
    if (!head.generator) return {};
    GstAppSrcCallbacks callbacks{};
    callbacks.need_data = [](GstAppSrc*, guint, gpointer parts) { static_cast<Parts*>(parts)->feed(); };
    gst_app_src_set_callbacks(GST_APP_SRC(source.get()), &callbacks, this, nullptr);
    g_object_set(source.get(), "format", GST_FORMAT_TIME, "block", FALSE, nullptr);
    return {};
}

void Pipe::Parts::feed() {
    auto picture = head.generator();
    if (picture && is_sound(*picture)) return push(std::move(*picture));
    if (picture)
        GST_ELEMENT_ERROR(source.get(), STREAM, FORMAT,
                          ("the generator drew a frame whose size is not that of its pixels"), (nullptr));
    gst_app_src_end_of_stream(GST_APP_SRC(source.get()));
}

void Pipe::Parts::push(RawPicture picture) {
    const GstClockTime step = GST_SECOND / static_cast<GstClockTime>(std::max(head.frames_per_second, 1));
    const GstClockTime now = gst_element_get_current_running_time(pipeline.get());
    // A generator that fell behind does not catch up with a burst.
    if (pace == Pace::live && GST_CLOCK_TIME_IS_VALID(now) && now > due) due = now;
    const HeldCaps caps(gst_caps_new_simple(
        "video/x-raw", "format", G_TYPE_STRING, name_of(picture.format), "width", G_TYPE_INT, picture.width, "height",
        G_TYPE_INT, picture.height, "framerate", GST_TYPE_FRACTION, std::max(head.frames_per_second, 1), 1, nullptr));
    GstBuffer* buffer = buffer_of(std::move(picture));
    GST_BUFFER_PTS(buffer) = due;
    GST_BUFFER_DURATION(buffer) = step;
    due += step;
    const HeldSample sample(gst_sample_new(buffer, caps.get(), nullptr, nullptr));
    gst_buffer_unref(buffer);
    gst_app_src_push_sample(GST_APP_SRC(source.get()), sample.get());
}

// How long ago the frame was due: sensor to here for a camera, as far as its driver says.
std::chrono::nanoseconds Pipe::Parts::age_of(GstSample* sample) const {
    const GstBuffer* buffer = gst_sample_get_buffer(sample);
    const GstClockTime now = gst_element_get_current_running_time(pipeline.get());
    if (pace != Pace::live || !GST_BUFFER_PTS_IS_VALID(buffer) || !GST_CLOCK_TIME_IS_VALID(now)) return {};
    const GstClockTime then =
        gst_segment_to_running_time(gst_sample_get_segment(sample), GST_FORMAT_TIME, GST_BUFFER_PTS(buffer));
    if (!GST_CLOCK_TIME_IS_VALID(then) || then > now || now - then > 2 * GST_SECOND) return {};
    return std::chrono::nanoseconds(now - then);
}

bool has_element(const std::string& name) {
    if (prepare_gstreamer()) return false;
    const Held<GstElementFactory, gst_object_unref> factory(gst_element_factory_find(name.c_str()));
    return factory != nullptr;
}

Pipe::Pipe(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Pipe::~Pipe() = default;

Result<std::unique_ptr<Pipe>> Pipe::start(PipeHead head, Pace pace) {
    if (const auto problem = prepare_gstreamer())
        return fault(FaultKind::device, "GStreamer does not start: " + *problem + ".");
    auto parts = std::make_unique<Parts>();
    parts->head = std::move(head);
    parts->pace = pace;
    if (auto built = parts->build(); !built) return std::unexpected(built.error());
    GstElement* pipeline = parts->pipeline.get();
    std::unique_ptr<Pipe> pipe(new Pipe(std::move(parts)));
    if (gst_element_set_state(pipeline, GST_STATE_PLAYING) != GST_STATE_CHANGE_FAILURE) return pipe;
    if (auto trouble = pipe->trouble()) return std::unexpected(*trouble);
    return fault(pipe->parts_->head.kind,
                 pipe->parts_->head.name + ": cannot be started. " + pipe->parts_->head.advice);
}

std::optional<Frame> Pipe::pull(std::chrono::milliseconds timeout) {
    parts_->bell.clear(); // what comes from now on rings again
    const auto wait = static_cast<GstClockTime>(std::max<std::int64_t>(timeout.count(), 0)) * GST_MSECOND;
    const HeldSample sample(gst_app_sink_try_pull_sample(GST_APP_SINK(parts_->sink.get()), wait));
    if (!sample) return std::nullopt;
    auto frame = frame_of(sample.get());
    if (frame)
        frame->captured = std::chrono::steady_clock::now() -
                          std::chrono::duration_cast<std::chrono::steady_clock::duration>(parts_->age_of(sample.get()));
    return frame;
}

std::optional<Fault> Pipe::trouble() {
    const Held<GstBus, gst_object_unref> bus(gst_element_get_bus(parts_->pipeline.get()));
    const HeldMessage message(gst_bus_pop_filtered(bus.get(), GST_MESSAGE_ERROR));
    if (!message) return std::nullopt;
    GError* error = nullptr;
    gst_message_parse_error(message.get(), &error, nullptr);
    const HeldError held(error);
    return fault_of(parts_->head, *held);
}

int Pipe::ready() const { return parts_->bell.fd(); }

bool Pipe::ended() const { return gst_app_sink_is_eos(GST_APP_SINK(parts_->sink.get())) == TRUE; }

std::string gstreamer_version() {
    guint major = 0, minor = 0, micro = 0, nano = 0;
    gst_version(&major, &minor, &micro, &nano);
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(micro);
}

} // namespace foyer
