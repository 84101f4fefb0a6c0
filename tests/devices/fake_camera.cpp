#include "tests/devices/fake_camera.h"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdarg>
#include <cstring>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <thread>

namespace foyer::test {
namespace {

constexpr std::size_t buffers_most = 8;

// By device number. Asked by every `mmap` of the process, also before anything here was constructed.
std::mutex registry_mutex;
std::map<dev_t, FakeCamera::Inside*>* registry = nullptr;

int refuse(int error) {
    errno = error;
    return -1;
}

void write_name(std::uint8_t* into, std::size_t size, const std::string& name) {
    std::memset(into, 0, size);
    std::memcpy(into, name.data(), std::min(size - 1, name.size()));
}

} // namespace

struct FakeCamera::Inside {
    Inside(std::string where, FakeModel what)
        : path(std::move(where)), model(std::move(what)), as(model.formats.front()) {
        memory = ::memfd_create("fake camera", MFD_CLOEXEC);
        (void)::ftruncate(memory, static_cast<off_t>(buffers_most * room()));
        pixels = static_cast<std::uint8_t*>(
            ::mmap(nullptr, buffers_most * room(), PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0));
        thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    ~Inside() {
        thread.request_stop();
        thread.join();
        unplug();
        ::munmap(pixels, buffers_most * room());
        ::close(memory);
    }

    [[nodiscard]] std::size_t room() const { // for one frame of the largest format, in whole pages
        const std::size_t bytes = static_cast<std::size_t>(model.width) * static_cast<std::size_t>(model.height) * 3;
        return (bytes + 4095) / 4096 * 4096;
    }
    [[nodiscard]] std::uint32_t size_of(std::uint32_t fourcc) const {
        const auto all = static_cast<std::uint32_t>(model.width * model.height);
        if (fourcc == V4L2_PIX_FMT_YUYV) return 2 * all;
        if (fourcc == V4L2_PIX_FMT_NV12) return all * 3 / 2;
        if (fourcc == V4L2_PIX_FMT_RGB24) return 3 * all;
        return fourcc == V4L2_PIX_FMT_MJPEG ? static_cast<std::uint32_t>(room()) : all;
    }

    void plug() {
        const std::lock_guard all(registry_mutex);
        const std::lock_guard lock(mutex);
        if (end >= 0) return;
        end = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        ::grantpt(end);
        ::unlockpt(end);
        termios raw{};
        ::tcgetattr(end, &raw);
        ::cfmakeraw(&raw);
        ::tcsetattr(end, TCSANOW, &raw);
        const std::string device = ::ptsname(end);
        struct stat about{};
        ::stat(device.c_str(), &about);
        number = about.st_rdev;
        if (!registry) registry = new std::map<dev_t, Inside*>;
        (*registry)[number] = this;
        std::filesystem::remove(path);
        std::filesystem::create_symlink(device, path);
    }
    void unplug() {
        const std::lock_guard all(registry_mutex);
        const std::lock_guard lock(mutex);
        if (end < 0) return;
        registry->erase(number);
        std::filesystem::remove(path);
        ::close(end);
        end = -1;
        stop_stream();
    }
    void stop_stream() {
        streams = false;
        waiting.clear();
        filled.clear();
    }

    std::chrono::milliseconds pace() {
        const std::lock_guard lock(mutex);
        return std::chrono::milliseconds{1000 / as.frames_per_second};
    }
    void run(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(pace());
            const std::lock_guard lock(mutex);
            if (!streams || frozen || waiting.empty() || as.gives == FakeFormat::Gives::nothing) continue;
            fill(waiting.front());
            filled.push_back(waiting.front());
            waiting.pop_front();
            (void)::write(end, "x", 1); // who sleeps on the device wakes
        }
    }
    void fill(std::uint32_t index) {
        std::uint8_t* to = pixels + index * room();
        const auto grey = [&](std::size_t i) { return i < model.grey.size() ? model.grey[i] : std::uint8_t{128}; };
        const auto all = static_cast<std::size_t>(model.width) * static_cast<std::size_t>(model.height);
        const std::uint32_t fourcc = as.fourcc;
        const std::size_t step = fourcc == V4L2_PIX_FMT_YUYV ? 2 : fourcc == V4L2_PIX_FMT_RGB24 ? 3 : 1;
        if (fourcc == V4L2_PIX_FMT_MJPEG) return void(std::copy(model.jpeg.begin(), model.jpeg.end(), to));
        std::memset(to, 128, size_of(fourcc));
        for (std::size_t i = 0; i < all; ++i)
            for (std::size_t part = 0; part < (step == 3 ? 3U : 1U); ++part) to[i * step + part] = grey(i);
    }

    // --- what the kernel's driver answers; the lock is held ---
    int answer(int file, unsigned long request, void* argument) {
        switch (request) {
        case VIDIOC_QUERYCAP: return tell_capability(*static_cast<v4l2_capability*>(argument));
        case VIDIOC_ENUM_FMT: return tell_format(*static_cast<v4l2_fmtdesc*>(argument));
        case VIDIOC_ENUM_FRAMESIZES: return tell_size(*static_cast<v4l2_frmsizeenum*>(argument));
        case VIDIOC_ENUM_FRAMEINTERVALS: return tell_interval(*static_cast<v4l2_frmivalenum*>(argument));
        case VIDIOC_G_FMT: return describe(*static_cast<v4l2_format*>(argument), as.fourcc);
        case VIDIOC_TRY_FMT: return try_format(*static_cast<v4l2_format*>(argument));
        case VIDIOC_S_FMT: return set_format(*static_cast<v4l2_format*>(argument));
        case VIDIOC_G_PARM:
        case VIDIOC_S_PARM: return tell_pace(*static_cast<v4l2_streamparm*>(argument));
        case VIDIOC_REQBUFS: return request_buffers(*static_cast<v4l2_requestbuffers*>(argument));
        case VIDIOC_QUERYBUF: return tell_buffer(*static_cast<v4l2_buffer*>(argument));
        case VIDIOC_QBUF: return waiting.push_back(static_cast<v4l2_buffer*>(argument)->index), 0;
        case VIDIOC_DQBUF: return hand_over(file, *static_cast<v4l2_buffer*>(argument));
        case VIDIOC_STREAMON: return streams = true, 0;
        case VIDIOC_STREAMOFF: return stop_stream(), 0;
        case VIDIOC_QUERYCTRL: return tell_control(*static_cast<v4l2_queryctrl*>(argument));
        case VIDIOC_QUERYMENU: return tell_choice(*static_cast<v4l2_querymenu*>(argument));
        case VIDIOC_G_CTRL: return get_control(*static_cast<v4l2_control*>(argument));
        case VIDIOC_S_CTRL: return set_control(*static_cast<v4l2_control*>(argument));
        default: return refuse(ENOTTY);
        }
    }

    static int tell_capability(v4l2_capability& about) {
        about = {};
        write_name(about.driver, sizeof about.driver, "fake");
        write_name(about.card, sizeof about.card, "Fake Camera");
        write_name(about.bus_info, sizeof about.bus_info, "usb-fake");
        about.device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING | V4L2_CAP_EXT_PIX_FORMAT;
        about.capabilities = about.device_caps | V4L2_CAP_DEVICE_CAPS;
        return 0;
    }
    int tell_format(v4l2_fmtdesc& format) const {
        if (format.type != V4L2_BUF_TYPE_VIDEO_CAPTURE || format.index >= model.formats.size()) return refuse(EINVAL);
        format.pixelformat = model.formats[format.index].fourcc;
        format.flags = format.pixelformat == V4L2_PIX_FMT_MJPEG ? V4L2_FMT_FLAG_COMPRESSED : 0;
        write_name(format.description, sizeof format.description, "a format");
        return 0;
    }
    int tell_size(v4l2_frmsizeenum& size) const {
        if (size.index > 0 || !offers(size.pixel_format)) return refuse(EINVAL);
        size.type = V4L2_FRMSIZE_TYPE_DISCRETE;
        size.discrete = {static_cast<std::uint32_t>(model.width), static_cast<std::uint32_t>(model.height)};
        return 0;
    }
    int tell_interval(v4l2_frmivalenum& interval) const {
        const auto* format = offers(interval.pixel_format);
        if (interval.index > 0 || !format) return refuse(EINVAL);
        interval.type = V4L2_FRMIVAL_TYPE_DISCRETE;
        interval.discrete = {1, format->frames_per_second};
        return 0;
    }
    [[nodiscard]] const FakeFormat* offers(std::uint32_t fourcc) const {
        const auto found = std::ranges::find(model.formats, fourcc, &FakeFormat::fourcc);
        return found == model.formats.end() ? nullptr : &*found;
    }
    int describe(v4l2_format& format, std::uint32_t fourcc) const {
        if (format.type != V4L2_BUF_TYPE_VIDEO_CAPTURE) return refuse(EINVAL);
        auto& picture = format.fmt.pix;
        picture = {};
        picture.width = static_cast<std::uint32_t>(model.width);
        picture.height = static_cast<std::uint32_t>(model.height);
        picture.pixelformat = fourcc;
        picture.field = V4L2_FIELD_NONE;
        picture.sizeimage = size_of(fourcc);
        if (fourcc != V4L2_PIX_FMT_MJPEG)
            picture.bytesperline = picture.width * (fourcc == V4L2_PIX_FMT_YUYV    ? 2U
                                                    : fourcc == V4L2_PIX_FMT_RGB24 ? 3U
                                                                                   : 1U);
        picture.colorspace = fourcc == V4L2_PIX_FMT_MJPEG ? V4L2_COLORSPACE_JPEG : V4L2_COLORSPACE_SRGB;
        return 0;
    }
    int try_format(v4l2_format& format) const {
        const std::uint32_t wanted = format.fmt.pix.pixelformat;
        return describe(format, offers(wanted) ? wanted : model.formats.front().fourcc);
    }
    int set_format(v4l2_format& format) {
        if (streams) return refuse(EBUSY);
        if (const auto* wanted = offers(format.fmt.pix.pixelformat)) as = *wanted;
        return describe(format, as.fourcc);
    }
    int tell_pace(v4l2_streamparm& pace) const {
        if (pace.type != V4L2_BUF_TYPE_VIDEO_CAPTURE) return refuse(EINVAL);
        pace.parm.capture = {};
        pace.parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
        pace.parm.capture.timeperframe = {1, as.frames_per_second};
        return 0;
    }
    int request_buffers(v4l2_requestbuffers& wanted) {
        if (wanted.memory != V4L2_MEMORY_MMAP) return refuse(EINVAL);
        wanted.count = std::min(wanted.count, static_cast<std::uint32_t>(buffers_most));
        wanted.capabilities = V4L2_BUF_CAP_SUPPORTS_MMAP;
        stop_stream();
        return 0;
    }
    int tell_buffer(v4l2_buffer& buffer) const {
        if (buffer.index >= buffers_most) return refuse(EINVAL);
        buffer.memory = V4L2_MEMORY_MMAP;
        buffer.length = size_of(as.fourcc);
        buffer.bytesused = 0;
        buffer.flags = V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC;
        buffer.m.offset = static_cast<std::uint32_t>(buffer.index * room());
        return 0;
    }
    int hand_over(int file, v4l2_buffer& buffer) {
        char token = 0;
        if (filled.empty() || ::read(file, &token, 1) != 1) return refuse(EAGAIN);
        buffer.index = filled.front();
        filled.pop_front();
        tell_buffer(buffer);
        const std::uint32_t fourcc = as.fourcc;
        buffer.bytesused =
            fourcc == V4L2_PIX_FMT_MJPEG ? static_cast<std::uint32_t>(model.jpeg.size()) : size_of(fourcc);
        buffer.sequence = sequence++;
        buffer.field = V4L2_FIELD_NONE;
        timespec now{};
        ::clock_gettime(CLOCK_MONOTONIC, &now);
        buffer.timestamp = {now.tv_sec, now.tv_nsec / 1000};
        return 0;
    }

    [[nodiscard]] FakeControl* find(std::uint32_t id) {
        const auto found = std::ranges::find(model.controls, id, &FakeControl::id);
        return found == model.controls.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool is_held(const FakeControl& control) {
        const auto* holder = control.held_by == 0 ? nullptr : find(control.held_by);
        return holder && holder->value != 1;
    }
    int tell_control(v4l2_queryctrl& about) {
        const bool next = (about.id & V4L2_CTRL_FLAG_NEXT_CTRL) != 0;
        const std::uint32_t id = about.id & ~static_cast<std::uint32_t>(V4L2_CTRL_FLAG_NEXT_CTRL);
        FakeControl* found = nullptr; // in the order of their numbers
        for (FakeControl& control : model.controls)
            if ((next ? control.id > id : control.id == id) && (!found || control.id < found->id)) found = &control;
        if (!found) return refuse(EINVAL);
        about = {};
        about.id = found->id;
        about.type = found->menu.empty() ? V4L2_CTRL_TYPE_INTEGER : V4L2_CTRL_TYPE_MENU;
        write_name(about.name, sizeof about.name, found->name);
        about.minimum = found->least, about.maximum = found->most, about.step = 1, about.default_value = found->usual;
        if (is_held(*found)) about.flags = V4L2_CTRL_FLAG_INACTIVE;
        return 0;
    }
    int tell_choice(v4l2_querymenu& choice) {
        const auto* control = find(choice.id);
        if (!control || choice.index >= control->menu.size() || control->menu[choice.index].empty())
            return refuse(EINVAL);
        write_name(choice.name, sizeof choice.name, control->menu[choice.index]);
        return 0;
    }
    int get_control(v4l2_control& control) {
        const auto* found = find(control.id);
        if (!found) return refuse(EINVAL);
        control.value = found->value;
        return 0;
    }
    int set_control(const v4l2_control& control) {
        auto* found = find(control.id);
        if (!found) return refuse(EINVAL);
        if (is_held(*found)) return refuse(EIO);
        found->value = control.value;
        return 0;
    }

    std::string path;
    FakeModel model;
    std::mutex mutex;
    FakeFormat as;
    int memory = -1, end = -1;
    dev_t number = 0;
    std::uint8_t* pixels = nullptr;
    bool streams = false, frozen = false;
    std::deque<std::uint32_t> waiting, filled;
    std::uint32_t sequence = 0;
    std::jthread thread;
};

FakeCamera::FakeCamera(std::string path, FakeModel model)
    : inside_(std::make_unique<Inside>(std::move(path), std::move(model))) {
    plug();
}
FakeCamera::~FakeCamera() = default;
void FakeCamera::plug() { inside_->plug(); }
void FakeCamera::unplug() { inside_->unplug(); }
void FakeCamera::freeze() {
    const std::lock_guard lock(inside_->mutex);
    inside_->frozen = true;
}
std::uint32_t FakeCamera::streaming_as() const {
    const std::lock_guard lock(inside_->mutex);
    return inside_->streams ? inside_->as.fourcc : 0;
}
int FakeCamera::control(std::uint32_t id) const {
    const std::lock_guard lock(inside_->mutex);
    const auto* found = inside_->find(id);
    return found ? found->value : -1;
}

namespace {

dev_t device_of(int file) {
    struct stat about{};
    return ::fstat(file, &about) == 0 && S_ISCHR(about.st_mode) ? about.st_rdev : 0;
}

// Asks a camera that is plugged in; the registry is held, so that it cannot go meanwhile.
template <class Ask>
bool ask_camera(int file, Ask ask) {
    const dev_t device = device_of(file);
    if (device == 0) return false;
    const std::lock_guard all(registry_mutex);
    if (!registry) return false;
    const auto found = registry->find(device);
    if (found == registry->end()) return false;
    ask(*found->second);
    return true;
}

} // namespace
} // namespace foyer::test

// --- In the place of libc's ---

extern "C" {

int ioctl(int file, unsigned long request, ...) noexcept {
    va_list more;
    va_start(more, request);
    void* argument = va_arg(more, void*);
    va_end(more);
    if (_IOC_TYPE(request) == 'V') {
        int answer = -1;
        const bool asked = foyer::test::ask_camera(file, [&](auto& camera) {
            const std::lock_guard lock(camera.mutex);
            answer = camera.answer(file, request, argument);
        });
        if (asked) return answer;
    }
    return static_cast<int>(::syscall(SYS_ioctl, file, request, argument));
}

void* mmap(void* wish, std::size_t size, int protection, int flags, int file, off_t offset) noexcept {
    if (file >= 0 && (flags & MAP_ANONYMOUS) == 0)
        (void)foyer::test::ask_camera(file, [&](const auto& camera) { file = camera.memory; });
    // NOLINTNEXTLINE(performance-no-int-to-ptr): the kernel's own answer
    return reinterpret_cast<void*>(::syscall(SYS_mmap, wish, size, protection, flags, file, offset));
}
void* mmap64(void* wish, std::size_t size, int protection, int flags, int file, off64_t offset) noexcept {
    return ::mmap(wish, size, protection, flags, file, offset);
}

} // extern "C"
