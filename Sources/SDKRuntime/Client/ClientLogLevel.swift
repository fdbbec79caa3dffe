/// How much a client logs. Each level contains those before it.
public enum ClientLogLevel: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Nothing.
    case off
    /// Failures that nobody else reports.
    case error
    /// What the caller should look into: odd responses, ignored settings. The default.
    case warn
    /// One line per attempt.
    case info
    /// Headers and bodies too. Credentials stay masked.
    case debug

    /// Whether the left level logs less than the right one.
    public static func < (left: Self, right: Self) -> Bool {
        left.severity < right.severity
    }

    private var severity: Int {
        switch self {
        case .off: 0
        case .error: 1
        case .warn: 2
        case .info: 3
        case .debug: 4
        }
    }
}
