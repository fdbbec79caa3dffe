import Foundation

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Tells what the input was when a check does not come back: it crashed, or it hangs.
final class Watch: Sendable {
    /// The input being checked. The signal handler has nothing else to look at.
    nonisolated(unsafe) private static var input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 22)
    nonisolated(unsafe) private static var length = 0
    nonisolated(unsafe) private static var beginning: Double = 0
    nonisolated(unsafe) private static var introduction = [UInt8]()

    /// How long one input may take.
    static let limit: Double = 10

    /// Watches over what the calling thread does from now on.
    static func start() {
        // Where the stack has run out, the handler needs another one.
        var stack = stack_t()
        stack.ss_size = .init(1 << 16)
        stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 16)
        sigaltstack(&stack, nil)
        var action = sigaction()
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = { _ in Watch.tell("crash") }
        #elseif canImport(Glibc)
            action.__sigaction_handler.sa_handler = { _ in Watch.tell("crash") }
        #elseif canImport(Musl)
            action.__sa_handler.sa_handler = { _ in Watch.tell("crash") }
        #endif
        action.sa_flags = .init(SA_ONSTACK)
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] {
            sigaction(number, &action, nil)
        }
        let thread = Thread {
            while true {
                sleep(1)
                let started = beginning
                if started > 0, now - started > limit { tell("hang") }
            }
        }
        thread.start()
    }

    /// Says which target the inputs are for, and what the run began with.
    static func enter(_ target: String, _ seed: UInt64) {
        introduction = Array(
            """
            : repeat it with: Scripts/fuzz --only \(target) --seed \(seed)
            with this input, in hexadecimal:

            """.utf8
        )
    }

    static func begin(_ bytes: [UInt8]) {
        length = min(bytes.count, input.count)
        for index in 0..<length { input[index] = bytes[index] }
        beginning = now
    }

    static func end() {
        beginning = 0
    }

    /// Seconds since some moment.
    static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }

    /// Writes the input in hexadecimal, with nothing but the system's own `write`, and ends the process.
    private static func tell(_ what: StaticString) {
        _ = write(2, what.utf8Start, what.utf8CodeUnitCount)
        _ = introduction.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
        let digits: StaticString = "0123456789abcdef"
        for index in 0..<length {
            _ = write(2, digits.utf8Start + Int(input[index] >> 4), 1)
            _ = write(2, digits.utf8Start + Int(input[index] & 15), 1)
        }
        _ = write(2, "\n", 1)
        _exit(1)
    }
}

/// The memory of this process.
enum Memory {
    /// In MiB; nil where the system does not tell.
    static var resident: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        return fields.count > 1 ? Int(fields[1]).map { $0 * 4096 >> 20 } : nil
    }
}
