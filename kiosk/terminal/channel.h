// A bounded queue of values between two threads. The only thing that threads of a terminal share besides a Slot.
#pragma once

#include <cassert>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace foyer {

template <class Value>
class Channel {
public:
    explicit Channel(std::size_t most) : most_(most) {}

    // False when full: the caller decides what that means (a sighting is shown again, a picture is left out).
    bool push(Value value) {
        {
            const std::lock_guard lock(mutex_);
            if (values_.size() >= most_) return false;
            values_.push_back(std::move(value));
        }
        filled_.notify_one();
        return true;
    }

    // Everything there is; does not wait.
    std::vector<Value> take() {
        const std::lock_guard lock(mutex_);
        std::vector<Value> values(std::make_move_iterator(values_.begin()), std::make_move_iterator(values_.end()));
        values_.clear();
        return values;
    }

    // Waits for the next value; nothing once `stop` is requested and the queue is empty.
    std::optional<Value> wait(std::stop_token stop) {
        std::unique_lock lock(mutex_);
        if (!filled_.wait(lock, stop, [&] { return !values_.empty(); })) return std::nullopt;
        Value value = std::move(values_.front());
        values_.pop_front();
        return value;
    }

private:
    std::mutex mutex_;
    std::condition_variable_any filled_;
    std::deque<Value> values_;
    std::size_t most_;
};

// The newest value only: a camera's picture on its way to the glass.
template <class Value>
class Slot {
public:
    void put(Value value) {
        const std::lock_guard lock(mutex_);
        value_ = std::move(value);
    }
    std::optional<Value> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(value_, std::nullopt);
    }

private:
    std::mutex mutex_;
    std::optional<Value> value_;
};

} // namespace foyer
