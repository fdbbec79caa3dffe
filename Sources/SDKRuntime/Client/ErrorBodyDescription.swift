/// Where the JSON body of an error response says what, as JSON Pointers (RFC 6901).
public struct ErrorBodyDescription: Sendable, Hashable {
    /// To the error's machine-readable type, such as `/error/type`.
    public let type: String?

    /// To its message for people, such as `/error/message`.
    public let message: String?

    /// To a stable code that is finer than the type, such as `/error/details/error_code`.
    public let code: String?

    /// Describes the body of an error response.
    public init(type: String? = nil, message: String? = nil, code: String? = nil) {
        self.type = type
        self.message = message
        self.code = code
    }
}
