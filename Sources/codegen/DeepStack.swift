import Foundation

/// Runs work on a thread with a deep stack.
///
/// Descriptions nest as deep as the reader allows, 1,000 levels, and the stages walk them recursively. The stack of the
/// main thread, let alone of another, is too small for that in a debug build.
enum DeepStack {
    /// The size in bytes; the system gives memory only for the part that is used.
    private static let size = 512 << 20

    /// Runs the work, waits for it, and gives what it gave.
    static func run<Value>(_ work: @escaping () throws -> Value) throws -> Value {
        let transfer = Transfer(work)
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            transfer.result = Result(catching: transfer.work)
            done.signal()
        }
        thread.stackSize = size
        thread.start()
        done.wait()
        return try transfer.value()
    }

    /// Takes the work to the thread and its result back. Unchecked, because the semaphore orders all access: the caller
    /// does nothing between the start of the thread and its end.
    private final class Transfer<Value>: @unchecked Sendable {
        let work: () throws -> Value
        var result: Result<Value, any Error>?

        init(_ work: @escaping () throws -> Value) { self.work = work }

        func value() throws -> Value {
            guard let result else { return try work() }
            return try result.get()
        }
    }
}
