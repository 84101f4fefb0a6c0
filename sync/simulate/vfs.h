// SQLite's way to the simulated disks, and that of the ledger's small files: a path is /MACHINE/FILE.
//
// `Machines` registers itself as what SQLite (its default VFS) and sync/ledger/machine.h use in this program; one at a
// time lives. SQLite's own random numbers come from it too, so that a file is the same to the last byte.
#pragma once

#include "sync/simulate/disk.h"

namespace foyer::simulate {

class Machines {
public:
    explicit Machines(Random& random);
    ~Machines();
    Machines(const Machines&) = delete;
    Machines& operator=(const Machines&) = delete;

    // The machine of a path; one that is not known yet is a new one with an empty disk.
    struct Machine {
        std::string name; // its id: copied with a whole machine
        Disk disk;
        std::map<std::string, int> locks; // file to the handle that has it
    };
    Machine& at(const std::string& path);
    Random& random() { return random_; }
    // Small files: a handle is the number of an opening, never used again.
    std::vector<std::string> openings;
    static Machines& living(); // asserts that there is one

private:
    Random& random_;
    std::map<std::string, Machine> machines_;
};

// "/east-1/ledger.sqlite" to "east-1" and "ledger.sqlite".
std::string machine_of(const std::string& path);
std::string file_of(const std::string& path);

} // namespace foyer::simulate
