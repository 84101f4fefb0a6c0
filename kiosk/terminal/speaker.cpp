#include "kiosk/terminal/speaker.h"

#include <gst/gst.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "kiosk/terminal/speech.h"

namespace foyer {
namespace {

constexpr GstClockTime longest = 3 * GST_SECOND; // beyond what the sound itself lasts
constexpr GstClockTime tick = GST_SECOND / 20;
constexpr std::size_t waiting_most = 1;
constexpr auto patience_at_end = std::chrono::seconds{1};
constexpr auto pause_without_sound = std::chrono::minutes{5};

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

struct Sentence {
    std::string text;
    Language language;
};

// Empty when it was played or `stopped` says so, else why not.
std::string play_to_end(const std::vector<std::int16_t>& samples, int rate, const std::string& sink,
                        const std::atomic<bool>& stopped) {
    const std::string line =
        "appsrc name=samples format=time caps=audio/x-raw,format=S16LE,rate=" + std::to_string(rate) +
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
    const GstClockTime lasts = GST_SECOND * samples.size() / static_cast<GstClockTime>(rate);
    Owned<GstMessage> end;
    for (GstClockTime waited = 0; !end && waited < lasts + longest; waited += tick) {
        if (stopped) return {};
        end.reset(gst_bus_timed_pop_filtered(
            bus.get(), tick, static_cast<GstMessageType>(GST_MESSAGE_EOS | GST_MESSAGE_ERROR | GST_MESSAGE_WARNING)));
    }
    if (!end) return "the sound card does not answer";
    if (GST_MESSAGE_TYPE(end.get()) == GST_MESSAGE_EOS) return {};
    // A warning is how autoaudiosink says that it found no card and throws the sound away.
    (GST_MESSAGE_TYPE(end.get()) == GST_MESSAGE_ERROR ? gst_message_parse_error
                                                      : gst_message_parse_warning)(end.get(), &problem, nullptr);
    const Owned<GError> why(problem);
    return why ? why->message : "unknown";
}

} // namespace

struct Speaker::Inside {
    std::atomic<int> volume;
    std::string sink;
    std::mutex lock;
    std::condition_variable news;
    std::deque<Sound::Kind> waiting;                // by lock
    std::optional<Sentence> to_say;                 // by lock
    std::atomic<bool> cut_short = false;            // what is being read aloud
    const std::atomic<bool> never = false;          // a chime is played to its end
    std::optional<Speech> speech;                   // its thread's
    bool playing = false, ending = false;           // by lock
    std::chrono::steady_clock::time_point silent{}; // until then no sound card is asked; its thread's

    // The thread, which keeps `self` alive for as long as GStreamer holds it.
    static void run(const std::shared_ptr<Inside>& self) {
        std::unique_lock held(self->lock);
        for (;;) {
            self->news.wait(held, [&] { return self->ending || !self->waiting.empty() || self->to_say; });
            if (self->ending) return;
            std::optional<Sound::Kind> chime;
            std::optional<Sentence> sentence;
            if (!self->waiting.empty()) {
                chime = self->waiting.front();
                self->waiting.pop_front();
            } else {
                sentence = std::exchange(self->to_say, std::nullopt);
                self->cut_short = false;
            }
            self->playing = true;
            held.unlock();
            chime ? self->play_now(samples_of(*chime, self->volume), chime_rate, self->never) : self->read(*sentence);
            held.lock();
            self->playing = false;
            self->news.notify_all();
        }
    }

    void read(const Sentence& sentence) {
        if (!speech) speech.emplace();
        const auto samples = speech->samples_of(sentence.text, sentence.language, volume);
        if (!samples.empty()) play_now(samples, speech->rate(), cut_short);
    }

    void play_now(const std::vector<std::int16_t>& samples, int rate, const std::atomic<bool>& stopped) {
        const auto now = std::chrono::steady_clock::now();
        if (now < silent || gst_init_check(nullptr, nullptr, nullptr) == FALSE) return;
        const std::string why = play_to_end(samples, rate, sink, stopped);
        if (why.empty()) return;
        if (silent == std::chrono::steady_clock::time_point{})
            std::fprintf(stderr, "foyer-kiosk: no sound: %s. --volume 0 is silent without asking.\n", why.c_str());
        silent = now + pause_without_sound;
    }
};

Speaker::Speaker(int volume, std::string sink) : inside_(std::make_shared<Inside>()) {
    inside_->sink = std::move(sink);
    set_volume(volume);
}

void Speaker::set_volume(int volume) {
    inside_->volume = volume;
    const std::scoped_lock held(inside_->lock);
    if (volume == 0 || std::exchange(begun_, true)) return;
    std::thread([self = inside_] { Inside::run(self); }).detach();
}

Speaker::~Speaker() {
    std::unique_lock held(inside_->lock);
    inside_->waiting.clear();
    inside_->to_say.reset();
    inside_->cut_short = true;
    inside_->news.wait_for(held, patience_at_end, [&] { return !inside_->playing; });
    inside_->ending = true;
    inside_->news.notify_all();
}

void Speaker::play(Sound::Kind chime) {
    if (inside_->volume == 0) return;
    const std::scoped_lock held(inside_->lock);
    inside_->cut_short = true;
    inside_->to_say.reset();
    if (inside_->waiting.size() >= waiting_most) return;
    inside_->waiting.push_back(chime);
    inside_->news.notify_all();
}

void Speaker::say(std::string text, Language language) {
    if (inside_->volume == 0 || text.empty()) return;
    const std::scoped_lock held(inside_->lock);
    inside_->to_say = Sentence{std::move(text), std::move(language)};
    inside_->news.notify_all();
}

} // namespace foyer
