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
}
