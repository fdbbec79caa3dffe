/// Names that the language, its library or the runtime has taken.
enum ReservedWords {
    /// Keywords that must stand in backticks to be names (The Swift Programming Language, Lexical Structure).
    static let keywords: Set<String> = [
        "Any", "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "continue", "default",
        "defer",
        "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard",
        "if",
        "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private",
        "protocol", "public", "repeat", "rethrows", "return", "self", "Self", "static", "struct", "subscript", "super",
        "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]

    /// Members of every model, which a property cannot replace; and names that mean something behind a dot.
    static let modelMembers: Set<String> = [
        "Type", "Protocol", "self", "Self", "init", "hash", "hashValue", "table", "modelExtras", "unknownFields",
        "decodingIssues", "extraFields", "debugDescription",
    ]

    /// Members of every union.
    static let unionMembers: Set<String> = [
        "Type", "Protocol", "self", "init", "hash", "hashValue", "table", "accept", "unknown", "emptyValue",
        "acceptedKinds", "write",
        "encode", "debugDescription",
    ]

    /// Members of every open enumeration.
    static let enumerationMembers: Set<String> = [
        "Type", "Protocol", "self", "init", "hash", "hashValue", "rawValue", "description", "isKnown", "allKnownValues",
        "knownRawValues", "deprecatedValues", "emptyValue", "acceptedKinds", "RawValue", "StringLiteralType",
        "UnicodeScalarLiteralType", "ExtendedGraphemeClusterLiteralType", "IntegerLiteralType", "FloatLiteralType",
    ]

    /// Members of every resource.
    static let resourceMembers: Set<String> = ["Type", "Protocol", "self", "init", "client"]

    /// Members of every client.
    static let clientMembers: Set<String> = [
        "Type", "Protocol", "self", "init", "core", "withOptions", "withResponse", "asResponse", "get",
        "post", "put",
        "patch", "delete",
    ]

    /// Types that generated code names, and those that every Swift file takes for granted: one of the same name in the
    /// module would hide them.
    static let types: Set<String> = [
        // Swift
        "Any", "AnyObject", "Array", "Bool", "Character", "Codable", "Copyable", "Decodable", "Dictionary", "Double",
        "Encodable", "Equatable", "Error", "ExpressibleByArrayLiteral", "ExpressibleByStringLiteral", "Float",
        "Hashable", "Hasher", "Int", "Int16", "Int32", "Int64", "Int8", "Never", "Optional",
        "Protocol", "Result", "Self", "Sendable", "Set", "String", "Substring", "Task", "Type", "UInt16", "UInt32",
        "UInt64", "UInt8", "Void",
        // Foundation
        "Data", "Date", "Decimal", "URL", "UUID",
        // SDKRuntime
        "APIError", "APIModel", "APIRequest", "APIResponse", "APIUnion", "BasicCredential", "CalendarDate",
        "CalendarDuration", "ClientCore", "ClientOptions", "CredentialDescription", "CredentialValue", "DecodingIssue",
        "DecodingMode", "Download", "ErrorBodyDescription", "EventStream", "FormEncoding", "HTTPTransport", "Indirect",
        "JSONCodable", "JSONLinesStream", "JSONNumber", "JSONObject", "JSONValue", "ModelDecoder", "ModelEncoder",
        "ModelExtras", "ModelTable", "Nullable", "OpenEnum", "OpenIntegerEnum", "OpenJSONEnum", "OpenNumberEnum",
        "PageStep", "PagedSequence", "PartEncoding", "RequestOptions", "SDKClient", "ServiceDescription",
        "StreamDescription", "TimeOfDay", "TokenProvider", "UnionTable", "UnionVisitor", "UnknownMember", "UploadFile",
        "WebhookPayload",
    ]

    /// The other types of the runtime: one of the same name at the top of the module would be two to who imports both.
    static let furtherRuntimeTypes: Set<String> = [
        "APIRequestBody", "AccessToken", "AttemptContext", "CallDescription", "CausedError", "ClientClock",
        "ClientEnvironment", "ClientLogLevel", "CompletedResponse", "CookieStyle", "ExtraField", "ExtraFields",
        "FormattedString", "HTTPBodyStream", "HTTPRequestBody", "HeaderLayer", "InlineMiddleware",
        "JSONInteger", "JSONKinds", "JSONModel", "JSONReader", "JSONSchemaConvertible", "JSONSchemaDescribed",
        "JSONUnion", "JSONWriter", "LongRequestRule", "Middleware",
        "ModelDecodingError", "ModelEncodingError",
        "ModelTableBuilder", "OpenRawValue", "OutgoingRequest",
        "PageSequence", "PartialJSON", "PathStyle", "ProxyServer", "ProxySettings", "QueryArrayFormat", "QueryLayer",
        "QueryObjectFormat", "QueryStyle", "ResponseHead", "RetryableError", "ServerSentEvent",
        "ServerSentEventDecoder", "ServerSentEventStream", "StoredMember", "TransferProgress", "TransportError",
        "TransportResponse", "TransportTimeouts", "UnreadResponse",
    ]
}
