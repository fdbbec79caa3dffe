package import Source

/// What the service sends on its own account: the body of a webhook's or a callback's request.
package struct Payload: Sendable {
    package var kind: Kind
    /// The name in the SDK, in the spec's spelling.
    package var name: String
    package var documentation: Documentation
    package var type: TypeReference
    package var source: SourceRange

    package enum Kind: Hashable, Sendable, CaseIterable {
        case webhook, callback
    }
}
