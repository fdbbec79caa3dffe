import HTTPTypes

/// The environment variables of one service's client.
struct ClientVariables {
    private let environment: ClientEnvironment
    private let prefix: String?

    init(_ environment: ClientEnvironment, prefix: String?) {
        self.environment = environment
        self.prefix = prefix
    }

    /// A variable's full name; nil when the service has no variables.
    func name(_ suffix: String) -> String? {
        prefix.map { "\($0)_\(suffix)" }
    }

    /// A variable's value, trimmed; nil when it is unset or blank.
    func value(_ suffix: String) -> String? {
        name(suffix).flatMap { environment.value($0) }
    }

    /// The key that webhooks are signed with: that of the argument, else that of the service's variable. Blank is unset.
    func webhookKey(_ argument: String?, _ service: ServiceDescription) -> String? {
        argument?.nonBlank ?? service.webhookKeyEnvironment.flatMap(value)
    }

    /// Whether variables are looked up at all.
    var isIgnored: Bool {
        if case .none = environment { true } else { prefix == nil }
    }

    /// The `…_CUSTOM_HEADERS` variable: a `Name: value` on each line. Lines without a colon are skipped, and so are those
    /// with a name that no header can have, with a warning.
    func customHeaders(_ log: ClientLog) -> HeaderLayer {
        let suffix = "CUSTOM_HEADERS"
        var layer = HeaderLayer()
        for line in (value(suffix) ?? "").split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }) {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let name = parts[0].trimmingWhitespace()
            if HTTPField.Name(name) == nil {
                log.warn("\(self.name(suffix) ?? suffix): '\(name)' is not a valid header name; the line is ignored")
            } else {
                layer.add(name, parts[1].trimmingWhitespace())
            }
        }
        return layer
    }

    /// The `…_LOG` variable. Text that is no level is told of, and counts as unset.
    func logLevel() -> (level: ClientLogLevel?, warning: String?) {
        guard let text = value("LOG"), let name = name("LOG") else { return (nil, nil) }
        if let level = ClientLogLevel(rawValue: text.lowercased()) {
            return (level, nil)
        }
        let levels = ClientLogLevel.allCases.map(\.rawValue).joined(separator: ", ")
        return (nil, "\(name): '\(text)' is not one of \(levels); using warn")
    }
}
