/*
 * A slower disk: preloaded before libc (LD_PRELOAD), it makes each fsync and fdatasync last FSYNC_US microseconds longer.
 * mvn -Pbench compiles it and puts it before PostgreSQL when it is asked for -Dbench.fsync.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

typedef int (*sync_call)(int descriptor);

static void linger(void) {
    const char *asked = getenv("FSYNC_US");
    long micros = asked == NULL ? 0 : strtol(asked, NULL, 10);
    if (micros <= 0) return;
    struct timespec left = {micros / 1000000, micros % 1000000 * 1000};
    while (nanosleep(&left, &left) != 0 && errno == EINTR) continue;
}

static int slowly(const char *name, int descriptor) {
    sync_call real = (sync_call) dlsym(RTLD_NEXT, name);
    linger();
    return real(descriptor);
}

int fsync(int descriptor) {
    return slowly("fsync", descriptor);
}

int fdatasync(int descriptor) {
    return slowly("fdatasync", descriptor);
}
