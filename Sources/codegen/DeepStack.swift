import CDeepStack

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs work with a deep stack.
///
/// Descriptions nest as deep as the reader allows, 1,000 levels, and the stages walk them recursively. The stack of the
/// main thread, let alone of another, is too small for that in a debug build.
enum DeepStack {
    /// The size in bytes; the system gives memory only for the part that is used.
    private static let size = 512 << 20

    /// Runs the work, waits for it, and gives what it gave: on this thread where the platform can change stacks, because a
    /// process with a second thread takes longer for every piece of memory; else on a thread with such a stack; and where
    /// the system grants neither, as it is.
    static func run<Value>(_ work: @escaping () throws -> Value) throws -> Value {
        var result: Result<Value, any Error>?
        let box = Work { result = Result(catching: work) }
        guard runHere(box) || runOnThread(box), let result else { return try work() }
        return try result.get()
    }

    /// Whether there was a stack.
    private static func runHere(_ work: Work) -> Bool {
        // The work is kept by the caller, which waits.
        deep_stack_call(size, { $0.map { Work.run($0) } }, Unmanaged.passUnretained(work).toOpaque())
    }

    /// Whether there was a thread, which has ended.
    private static func runOnThread(_ work: Work) -> Bool {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        guard pthread_attr_setstacksize(&attributes, size) == 0 else { return false }
        // The work is kept by the caller, which waits.
        let argument = Unmanaged.passUnretained(work).toOpaque()
        #if canImport(Darwin)
            var thread: pthread_t?
            let body: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
                Work.run($0)
                return nil
            }
            guard pthread_create(&thread, &attributes, body, argument) == 0, let thread else { return false }
        #else
            var thread = pthread_t()
            let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
                if let argument { Work.run(argument) }
                return nil
            }
            guard pthread_create(&thread, &attributes, body, argument) == 0 else { return false }
        #endif
        return pthread_join(thread, nil) == 0
    }

    /// What is handed to C.
    private final class Work {
        private let work: () -> Void

        init(_ work: @escaping () -> Void) { self.work = work }

        static func run(_ argument: UnsafeMutableRawPointer) {
            Unmanaged<Work>.fromOpaque(argument).takeUnretainedValue().work()
        }
    }
}
