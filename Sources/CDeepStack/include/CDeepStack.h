#ifndef C_DEEP_STACK_H
#define C_DEEP_STACK_H

#include <stdbool.h>
#include <stddef.h>

/// Calls a function on a stack of its own, on this thread, and returns when it has returned.
///
/// The system gives memory only for the part of the stack that is used. Where there is no such stack, or the platform has
/// no way to change to it, the function is not called.
///
/// - Returns: Whether the function was called.
bool deep_stack_call(size_t size, void (*function)(void *), void *argument);

#endif
