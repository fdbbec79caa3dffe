import Logging

/// Where a client's log lines go, and which of them.
struct ClientLog: Sendable {
    let level: ClientLogLevel
    private let logger: Logger

    init(level: ClientLogLevel, logger: Logger?, label: String) {
        self.level = level
        var logger = logger ?? Logger(label: label)
        // The client's level decides: a handler that drops lines on its own would make `…_LOG=debug` useless.
        logger.logLevel = level.loggerLevel
        self.logger = logger
    }

    func warn(_ message: @autoclosure () -> String) { log(.warn, message) }
    func info(_ message: @autoclosure () -> String) { log(.info, message) }
    func debug(_ message: @autoclosure () -> String) { log(.debug, message) }

    private func log(_ level: ClientLogLevel, _ message: () -> String) {
        guard level <= self.level else { return }
        logger.log(level: level.loggerLevel, "\(message())")
    }
}

extension ClientLogLevel {
    fileprivate var loggerLevel: Logger.Level {
        switch self {
        case .off: .critical
        case .error: .error
        case .warn: .warning
        case .info: .info
        case .debug: .debug
        }
    }
}
