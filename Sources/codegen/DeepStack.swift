#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs work on a thread with a deep stack.
///
/// Descriptions nest as deep as the reader allows, 1,000 levels, and the stages walk them recursively. The stack of the
/// main thread, let alone of another, is too small for that in a debug build.
enum DeepStack {
    /// The size in bytes; the system gives memory only for the part that is used.
    private static let size = 512 << 20

    /// Runs the work, waits for it, and gives what it gave. Where the system grants no such thread, it runs on this one.
    static func run<Value>(_ work: @escaping () throws -> Value) throws -> Value {
        var result: Result<Value, any Error>?
        guard perform({ result = Result(catching: work) }), let result else { return try work() }
        return try result.get()
    }

    /// Whether there was a thread, which has ended.
    private static func perform(_ work: @escaping () -> Void) -> Bool {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        guard pthread_attr_setstacksize(&attributes, size) == 0 else { return false }
        let argument = Unmanaged.passRetained(Work(work))
        #if canImport(Darwin)
            var thread: pthread_t?
            let status = pthread_create(&thread, &attributes, { Work.run($0) }, argument.toOpaque())
        #else
            var thread = pthread_t()
            let status = pthread_create(&thread, &attributes, { $0.flatMap(Work.run) }, argument.toOpaque())
        #endif
        guard status == 0 else {
            argument.release()
            return false
        }
        #if canImport(Darwin)
            return thread.map { pthread_join($0, nil) == 0 } ?? false
        #else
            return pthread_join(thread, nil) == 0
        #endif
    }

    /// What a thread is handed.
    private final class Work {
        private let work: () -> Void

        init(_ work: @escaping () -> Void) { self.work = work }

        static func run(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
            Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().work()
            return nil
        }
    }
}
