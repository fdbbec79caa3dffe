#if canImport(os)
    import os
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#else
    import Synchronization
#endif

#if canImport(os)
    /// A value that one thread at a time has access to.
    package final class Locked<Value: Sendable>: Sendable {
        // `Mutex` needs newer systems than the package does.
        private let lock: OSAllocatedUnfairLock<Value>

        package init(_ value: Value) {
            lock = OSAllocatedUnfairLock(initialState: value)
        }

        package func withLock<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
            lock.withLock(body)
        }
    }
#elseif canImport(Glibc) || canImport(Musl) || canImport(Android)
    /// A value that one thread at a time has access to.
    ///
    /// ThreadSanitizer knows the locks of POSIX threads. It does not see that `Mutex`, which waits by system calls of its
    /// own, orders anything.
    package final class Locked<Value: Sendable>: @unchecked Sendable {
        private let mutex: UnsafeMutablePointer<pthread_mutex_t>
        private var value: Value

        package init(_ value: Value) {
            self.value = value
            mutex = .allocate(capacity: 1)
            mutex.initialize(to: pthread_mutex_t())
            pthread_mutex_init(mutex, nil)
        }

        deinit {
            pthread_mutex_destroy(mutex)
            mutex.deallocate()
        }

        package func withLock<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
            pthread_mutex_lock(mutex)
            defer { pthread_mutex_unlock(mutex) }
            return body(&value)
        }
    }
#else
    /// A value that one thread at a time has access to.
    package final class Locked<Value: Sendable>: Sendable {
        private let lock: Mutex<Value>

        package init(_ value: Value) {
            lock = Mutex(value)
        }

        package func withLock<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
            lock.withLock { body(&$0) }
        }
    }
#endif
