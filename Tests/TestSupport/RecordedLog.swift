package import Logging
import SDKRuntime

/// The lines that a client logs.
package final class RecordedLog: Sendable {
    package struct Line: Sendable {
        package let level: String
        package let text: String
    }

    private let storage = Locked<[Line]>([])

    package init() {}

    package var lines: [Line] { storage.withLock { $0 } }

    /// A logger that writes here.
    package var logger: Logger {
        Logger(label: "test") { [storage] _ in Handler(storage: storage) }
    }

    private struct Handler: LogHandler {
        let storage: Locked<[Line]>
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let line = Line(level: event.level.rawValue, text: event.message.description)
            storage.withLock { $0.append(line) }
        }
    }
}
