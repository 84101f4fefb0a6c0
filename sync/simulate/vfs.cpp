#include "sync/simulate/vfs.h"

#include <cassert>
#include <cstring>
#include <new>
#include <sqlite3.h>

namespace foyer::simulate {

static Machines* the_living = nullptr;

std::string machine_of(const std::string& path) { return path.substr(1, path.find('/', 1) - 1); }

std::string file_of(const std::string& path) {
    const auto slash = path.find('/', 1);
    return slash == std::string::npos ? std::string{} : path.substr(slash + 1);
}

namespace {

struct OpenFile {
    sqlite3_file base; // first: SQLite sees only this
    Disk* disk;
    std::string* name; // made by `open`, deleted by `close`
    bool vanishes;     // with its last user
};

OpenFile& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }

int code(Disk::Written written, int failed) {
    return written == Disk::Written::done ? SQLITE_OK : written == Disk::Written::full ? SQLITE_FULL : failed;
}

int close(sqlite3_file* file) {
    if (of(file).vanishes) of(file).disk->remove(*of(file).name);
    delete of(file).name;
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* out, int count, sqlite3_int64 offset) {
    if (of(file).disk->is_dead()) return SQLITE_IOERR_READ;
    const std::span bytes(static_cast<std::uint8_t*>(out), static_cast<std::size_t>(count));
    const std::size_t there = of(file).disk->read(*of(file).name, static_cast<std::size_t>(offset), bytes);
    if (there == bytes.size()) return SQLITE_OK;
    std::memset(bytes.data() + there, 0, bytes.size() - there);
    return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
    const ByteView bytes(static_cast<const std::uint8_t*>(from), static_cast<std::size_t>(count));
    return code(of(file).disk->write(*of(file).name, static_cast<std::size_t>(offset), bytes), SQLITE_IOERR_WRITE);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return code(of(file).disk->resize(*of(file).name, static_cast<std::size_t>(size)), SQLITE_IOERR_TRUNCATE);
}

int sync(sqlite3_file* file, int) { return code(of(file).disk->flush(*of(file).name), SQLITE_IOERR_FSYNC); }

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(of(file).disk->size(*of(file).name));
    return of(file).disk->is_dead() ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

// A ledger has one connection, and FolderLock keeps others away.
int lock(sqlite3_file*, int) { return SQLITE_OK; }
int is_reserved(sqlite3_file*, int* answer) { return *answer = 0, SQLITE_OK; }
int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; } // as SQLite believes of every disk

// Version 1: no shared memory, which a WAL in exclusive locking mode does not need.
const sqlite3_io_methods methods = {1,    close, read,        write,   truncate,    sync,           file_size,
                                    lock, lock,  is_reserved, control, sector_size, characteristics};

int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out_flags) {
    static constexpr const char* temporary = "/temporary/file";
    Disk& disk = Machines::living().at(path ? path : temporary).disk;
    const std::string name = file_of(path ? path : temporary);
    file->pMethods = nullptr;
    if (disk.is_dead()) return SQLITE_CANTOPEN;
    if (!disk.exists(name)) {
        if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
        if (disk.write(name, 0, {}) != Disk::Written::done) return SQLITE_CANTOPEN;
    }
    new (file) OpenFile{{&methods}, &disk, new std::string(name), (flags & SQLITE_OPEN_DELETEONCLOSE) != 0};
    if (out_flags) *out_flags = flags;
    return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* path, int) {
    Disk& disk = Machines::living().at(path).disk;
    if (!disk.exists(file_of(path))) return SQLITE_IOERR_DELETE_NOENT;
    return code(disk.remove(file_of(path)), SQLITE_IOERR_DELETE);
}

int access(sqlite3_vfs*, const char* path, int, int* answer) {
    const Disk& disk = Machines::living().at(path).disk;
    *answer = disk.exists(file_of(path)) ? 1 : 0;
    return disk.is_dead() ? SQLITE_IOERR_ACCESS : SQLITE_OK;
}

int full_name(sqlite3_vfs*, const char* path, int size, char* out) {
    return std::snprintf(out, static_cast<std::size_t>(size), "%s", path) < size ? SQLITE_OK : SQLITE_CANTOPEN;
}

int random_bytes(sqlite3_vfs*, int count, char* out) {
    for (int i = 0; i < count; ++i) out[i] = static_cast<char>(Machines::living().random().next());
    return count;
}

int pause(sqlite3_vfs*, int microseconds) { return microseconds; }
int last_error(sqlite3_vfs*, int, char*) { return 0; }

// Nothing that is stored asks SQLite for the time.
int no_time(sqlite3_vfs*, double* days) { return *days = 0, SQLITE_OK; }

sqlite3_vfs& vfs() {
    static sqlite3_vfs made{1,       sizeof(OpenFile), 512,          nullptr,   "foyer-simulate", nullptr,
                            open,    remove,           access,       full_name, nullptr,          nullptr,
                            nullptr, nullptr,          random_bytes, pause,     no_time,          last_error};
    return made;
}

} // namespace

Machines::Machines(Random& random) : random_(random) {
    assert(!the_living);
    the_living = this;
    sqlite3_vfs_register(&vfs(), 1);
    sqlite3_randomness(0, nullptr); // start its generator anew, from ours
}

Machines::~Machines() {
    sqlite3_vfs_unregister(&vfs());
    the_living = nullptr;
}

Machines& Machines::living() {
    assert(the_living);
    return *the_living;
}

Machines::Machine& Machines::at(const std::string& path) {
    const std::string name = machine_of(path);
    const auto [machine, is_new] = machines_.try_emplace(name);
    if (is_new) machine->second.name = name;
    return machine->second;
}

} // namespace foyer::simulate
