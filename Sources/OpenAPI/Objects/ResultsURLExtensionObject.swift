package import Source

extension ObjectDescription {
    static let resultsURLExtension = ObjectDescription(
        "x-sdk-results-url object",
        fields: [
            Field("operation", .string, .necessary),
            Field("url", .string, .necessary),
            Field("state", .string),
        ]
    )
}

extension OperationObject {
    /// `x-sdk-results-url`: the call whose answer says where this one's answer is.
    package var resultsURL: ResultsURLExtensionObject? { object("x-sdk-results-url") }
}

/// `x-sdk-results-url`: where the answer of a call is that another call names.
package struct ResultsURLExtensionObject: ObjectView {
    package let node: YAMLNode
    package init(_ node: YAMLNode) { self.node = node }

    /// The other call in the SDK, `messages.batches.retrieve`.
    package var operation: YAMLNode? { node["operation"] }
    /// The way to the URL in its answer.
    package var url: YAMLNode? { node["url"] }
    /// The way to what its answer says of how far the service is.
    package var state: YAMLNode? { node["state"] }
}
