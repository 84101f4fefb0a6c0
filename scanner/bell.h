// A bell between two threads that sleeps in poll(): any thread rings, the one that waits on `fd` wakes.
#pragma once

namespace foyer {

class Bell {
public:
    Bell();
    ~Bell();
    Bell(const Bell&) = delete;
    Bell& operator=(const Bell&) = delete;

    void ring() const;
    void clear() const; // before looking at what it was rung for
    [[nodiscard]] int fd() const { return fd_; }

private:
    int fd_;
};

} // namespace foyer
