package import Source

extension ObjectDescription {
    static let responses = ObjectDescription(
        "Responses Object",
        fields: [
            Field("default", .object(.response))
        ],
        patterned: Pattern(
            expectation: "an HTTP status code such as '200', or a range such as '2XX'",
            matches: ResponseObject.isStatus,
            value: .object(.response)
        )
    )

    static let response = ObjectDescription(
        "Response Object",
        allowsReference: true,
        fields: [
            Field("summary", .string, since: .v3_2),
            Field(
                "description",
                .string,
                .formal(reading: "it is empty then", rule: .responseDescription, until: .v3_1)
            ),
            Field("headers", .map(.object(.header))),
            Field("content", .map(.object(.mediaType))),
            Field("links", .map(.object(.link)), isAnnotation: true),
        ]
    )

    static let link = ObjectDescription(
        "Link Object",
        allowsReference: true,
        fields: [
            Field("operationRef", .string),
            Field("operationId", .string),
            Field("parameters", .map(.any)),
            Field("requestBody", .any),
            Field("description", .string),
            Field("server", .object(.server)),
        ]
    )

    static let example = ObjectDescription(
        "Example Object",
        allowsReference: true,
        fields: [
            Field("summary", .string),
            Field("description", .string),
            Field("dataValue", .any, since: .v3_2),
            Field("serializedValue", .string, since: .v3_2),
            Field("value", .any),
            Field("externalValue", .string),
        ]
    )
}

/// What the API answers for one status (OpenAPI 3.2.0, section 4.17).
package struct ResponseObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    package var description: String? { string("description") }
    /// The forms of the body by media type.
    package var content: [YAMLMember] { members("content") }

    /// Whether a key is a status code or a range of them (section 4.16.2); a range's X is accepted in either case.
    static func isStatus(_ key: String) -> Bool {
        let bytes = Array(key.utf8)
        guard bytes.count == 3, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0]) else { return false }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let isX = { (byte: UInt8) in byte | 0x20 == UInt8(ascii: "x") }
        return (digits.contains(bytes[1]) && digits.contains(bytes[2])) || (isX(bytes[1]) && isX(bytes[2]))
    }
}
