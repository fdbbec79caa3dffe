#include "CDeepStack.h"

#if defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define IS_SANITIZED 1
#endif
#endif

// The sanitizers do not follow a change of stacks, Darwin advises against these functions, and musl has none.
#if defined(__linux__) && !defined(IS_SANITIZED)
#include <features.h>
#endif

#if defined(__GLIBC__) && !defined(IS_SANITIZED)

#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

struct call {
    void (*function)(void *);
    void *argument;
};

// makecontext hands over nothing but ints.
static _Thread_local struct call pending;

static void make_call(void) {
    struct call call = pending;
    call.function(call.argument);
}

bool deep_stack_call(size_t size, void (*function)(void *), void *argument) {
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK;
    char *stack = mmap(NULL, size, PROT_READ | PROT_WRITE, flags, -1, 0);
    if (stack == MAP_FAILED) return false;
    ucontext_t here, there;
    // Whoever runs out of the stack comes to a page that may not be touched.
    bool can_call = mprotect(stack, (size_t)sysconf(_SC_PAGESIZE), PROT_NONE) == 0 && getcontext(&there) == 0;
    if (can_call) {
        pending = (struct call){function, argument};
        there.uc_stack.ss_sp = stack;
        there.uc_stack.ss_size = size;
        there.uc_link = &here;
        makecontext(&there, make_call, 0);
        can_call = swapcontext(&here, &there) == 0;
    }
    munmap(stack, size);
    return can_call;
}

#else

bool deep_stack_call(size_t size, void (*function)(void *), void *argument) {
    (void)size, (void)function, (void)argument;
    return false;
}

#endif
