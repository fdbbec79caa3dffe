/// Where the JSON body of an error response says what, as JSON Pointers (RFC 6901).
public struct ErrorBodyDescription: Sendable, Hashable {
    /// To the error's machine-readable type, such as `/error/type`.
    public let type: String?

    /// To its message for people, such as `/error/message`.
    public let message: String?

    /// To a stable code that is finer than the type, such as `/error/details/error_code`.
    public let code: String?

    /// The status that responses have for each type, such as 429 for `rate_limit_error`. It tells the kind of an error
    /// that arrives inside a stream, whose own status was one of success.
    public let statuses: [String: Int]

    /// Describes the body of an error response.
    public init(
        type: String? = nil,
        message: String? = nil,
        code: String? = nil,
        statuses: [String: Int] = [:]
    ) {
        self.type = type
        self.message = message
        self.code = code
        self.statuses = statuses
    }

    /// The kind of an error that has a type but no status.
    func kind(ofType type: String?) -> APIError.Kind {
        guard let type else { return .apiStatus }
        return statuses[type].map(APIError.Kind.status) ?? APIError.Kind(errorType: type) ?? .apiStatus
    }
}
