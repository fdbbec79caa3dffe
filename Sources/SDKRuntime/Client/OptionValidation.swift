extension ClientOptions {
    /// How long an attempt may wait for the head of a response, when neither client nor call say.
    static var standardTimeout: Duration { .seconds(600) }

    /// How long a connection may take to be made, unless the client says.
    static var standardConnectTimeout: Duration { .seconds(5) }

    func validate() throws {
        try OptionValidation.positive(timeout, "timeout")
        try OptionValidation.positive(idleTimeout, "idleTimeout")
        try OptionValidation.positive(connectTimeout, "connectTimeout")
        try OptionValidation.positive(maxRetryDelay, "maxRetryDelay")
        try OptionValidation.notNegative(maxRetries, "maxRetries")
        try OptionValidation.notNegative(maxRedirects, "maxRedirects")
    }
}

extension RequestOptions {
    func validate() throws {
        try OptionValidation.positive(timeout, "timeout")
        try OptionValidation.positive(idleTimeout, "idleTimeout")
        try OptionValidation.notNegative(maxRetries, "maxRetries")
    }
}

private enum OptionValidation {
    static func positive(_ duration: Duration?, _ name: String) throws {
        guard let duration, duration <= .zero else { return }
        throw APIError(.invalidArgument, "'\(name)' must be positive, not \(duration)")
    }

    static func notNegative(_ count: Int?, _ name: String) throws {
        guard let count, count < 0 else { return }
        throw APIError(.invalidArgument, "'\(name)' must not be negative, not \(count)")
    }
}
