#if canImport(os)
    import os
#else
    import Synchronization
#endif

/// A value that one thread at a time has access to.
package final class Locked<Value: Sendable>: Sendable {
    // `Mutex` needs newer systems than the package does.
    #if canImport(os)
        private let lock: OSAllocatedUnfairLock<Value>

        package init(_ value: Value) {
            lock = OSAllocatedUnfairLock(initialState: value)
        }
    #else
        private let lock: Mutex<Value>

        package init(_ value: Value) {
            lock = Mutex(value)
        }
    #endif

    package func withLock<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
        #if canImport(os)
            lock.withLock(body)
        #else
            lock.withLock { body(&$0) }
        #endif
    }
}
