extension ClientOptions {
    /// How long an attempt may wait for the head of a response, when neither client nor call say.
    static var standardTimeout: Duration { .seconds(600) }

    /// How long a connection may take to be made, unless the client says.
    static var standardConnectTimeout: Duration { .seconds(5) }

    func validate() throws {
        try OptionValidation.positive(timeout, "timeout")
        try OptionValidation.positive(idleTimeout, "idleTimeout")
        try OptionValidation.positive(connectTimeout, "connectTimeout")
        try OptionValidation.notNegative(maxRetries)
    }
}

extension RequestOptions {
    func validate() throws {
        try OptionValidation.positive(timeout, "timeout")
        try OptionValidation.positive(idleTimeout, "idleTimeout")
        try OptionValidation.notNegative(maxRetries)
    }
}

private enum OptionValidation {
    static func positive(_ duration: Duration?, _ name: String) throws {
        guard let duration, duration <= .zero else { return }
        throw APIError(.invalidArgument, "'\(name)' must be positive, not \(duration)")
    }

    static func notNegative(_ maxRetries: Int?) throws {
        guard let maxRetries, maxRetries < 0 else { return }
        throw APIError(.invalidArgument, "'maxRetries' must not be negative, not \(maxRetries)")
    }
}
