// Makes the n-th call of a kind fail, for a program that is started with LD_PRELOAD. Only calls on
// files of one folder count. After a failed fsync of the data it tells when the program goes on to
// acknowledge, which it must not. FAIL_WHEN names a file before which nothing fails; with FAIL_OWN
// only calls on files that are open for writing and have this in their names count. FAIL_BUSY names a
// file on which the first write keeps a core busy for three seconds, as a large copy does for longer.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static long count;
static int data_sync_failed;

static void tell(const char *words) {
  const char *path = getenv("FAIL_TELL");
  int file = path ? syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
  if (file < 0) return;
  syscall(SYS_write, file, words, strlen(words));
  syscall(SYS_close, file);
}

static int is_inside(const char *path) {
  const char *folder = getenv("FAIL_IN");
  return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static int path_of(int file, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, size - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_inside(path);
}

static int is_due(const char *call) {
  const char *wanted = getenv("FAIL_CALL"), *at = getenv("FAIL_AT"), *with = getenv("FAIL_WITH");
  if (!wanted || !at || !with || strcmp(call, wanted) != 0) return 0;
  const char *when = getenv("FAIL_WHEN");
  if (when && access(when, F_OK) != 0) return 0;
  if (__atomic_add_fetch(&count, 1, __ATOMIC_SEQ_CST) != atol(at)) return 0;
  errno = !strcmp(with, "ENOSPC") ? ENOSPC : !strcmp(with, "EINTR") ? EINTR
        : !strcmp(with, "EMFILE") ? EMFILE : EIO;
  int number = errno;
  tell("failed\n");
  errno = number;
  return 1;
}

static int is_own(int file, const char *path) {
  const char *own = getenv("FAIL_OWN");
  return !own || (strstr(path, own) && (fcntl(file, F_GETFL) & O_ACCMODE) != O_RDONLY);
}

static int is_due_on(const char *call, int file) {
  char path[4096];
  if (!path_of(file, path, sizeof path) || !is_own(file, path) || !is_due(call)) return 0;
  if (!strcmp(call, "fsync") && strstr(path, "records.db")) {
    int number = errno;
    data_sync_failed = 1;
    tell("data\n");
    errno = number;
  }
  return 1;
}

static void be_busy(int file) {
  static int was_busy;
  const char *name = getenv("FAIL_BUSY");
  char path[4096];
  if (!name || !path_of(file, path, sizeof path) || !strstr(path, name)) return;
  if (__atomic_exchange_n(&was_busy, 1, __ATOMIC_SEQ_CST)) return;
  tell("busy\n");
  time_t end = time(0) + 4;
  while (time(0) < end) {}
  tell("over\n");
}

#define REAL(type, name) ((type)dlsym(RTLD_NEXT, name))

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
  be_busy(file);
  if (is_due_on("pwrite", file)) return -1;
  return REAL(ssize_t(*)(int, const void *, size_t, off64_t), "pwrite64")(file, bytes, size, offset);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
  be_busy(file);
  if (is_due_on("pwrite", file)) return -1;
  return REAL(ssize_t(*)(int, const void *, size_t, off_t), "pwrite")(file, bytes, size, offset);
}

ssize_t write(int file, const void *bytes, size_t size) {
  if (file == 1 && data_sync_failed) tell("answered\n");
  if (is_due_on("write", file)) return -1;
  return REAL(ssize_t(*)(int, const void *, size_t), "write")(file, bytes, size);
}

int fsync(int file) {
  if (is_due_on("fsync", file)) return -1;
  return REAL(int (*)(int), "fsync")(file);
}

int fdatasync(int file) {
  if (is_due_on("fsync", file)) return -1;
  return REAL(int (*)(int), "fdatasync")(file);
}

int ftruncate(int file, off_t length) {
  if (is_due_on("ftruncate", file)) return -1;
  return REAL(int (*)(int, off_t), "ftruncate")(file, length);
}

int ftruncate64(int file, off64_t length) {
  if (is_due_on("ftruncate", file)) return -1;
  return REAL(int (*)(int, off64_t), "ftruncate64")(file, length);
}

int rename(const char *from, const char *to) {
  if (is_inside(from) && is_due("rename")) return -1;
  return REAL(int (*)(const char *, const char *), "rename")(from, to);
}

#define OPEN(name)                                                     \
  int name(const char *path, int flags, ...) {                         \
    va_list more;                                                      \
    va_start(more, flags);                                             \
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;          \
    va_end(more);                                                      \
    if (is_inside(path) && is_due("open")) return -1;                  \
    return REAL(int (*)(const char *, int, ...), #name)(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)
