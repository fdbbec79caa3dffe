package import Source

/// The rules that reading an OpenAPI document reports.
extension Rule {
    package static let openAPIVersion: Rule = "openapi-version"
    package static let unknownKey: Rule = "unknown-key"
    package static let unknownExtension: Rule = "unknown-extension"
    package static let missingKey: Rule = "missing-key"
    package static let valueKind: Rule = "value-kind"
    package static let value: Rule = "value"
    package static let schemaType: Rule = "schema-type"
    package static let emptyEnumeration: Rule = "empty-enumeration"
    /// A response without the description that OpenAPI 3.0 and 3.1 require.
    package static let responseDescription: Rule = "response-description"
    /// Two operations with one `operationId`.
    package static let duplicateOperationID: Rule = "duplicate-operation-id"
    /// A range of status codes that is not written `4XX`.
    package static let statusCode: Rule = "status-code"
    /// A key beside a `$ref` that the standard ignores there.
    package static let referenceSiblings: Rule = "reference-siblings"
    package static let referenceFile: Rule = "reference-file"
    package static let referenceTarget: Rule = "reference-target"
    package static let referenceCycle: Rule = "reference-cycle"
    package static let unsupported: Rule = "unsupported"
    /// An overlay of a version that is not known.
    package static let overlayVersion: Rule = "overlay-version"
    /// A target that matches nothing, or something that cannot be changed so.
    package static let overlayTarget: Rule = "overlay-target"
    /// An action that has no effect, or an impossible one.
    package static let overlayUpdate: Rule = "overlay-update"
    /// A text that is no JSONPath.
    package static let jsonPath: Rule = "json-path"
}
