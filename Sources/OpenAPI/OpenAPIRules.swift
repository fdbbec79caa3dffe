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
    package static let referenceFile: Rule = "reference-file"
    package static let referenceTarget: Rule = "reference-target"
    package static let referenceCycle: Rule = "reference-cycle"
    package static let unsupported: Rule = "unsupported"
}
