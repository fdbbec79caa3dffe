/// The stable id of a check, such as `yaml-syntax`, shown with every diagnostic.
///
/// Targets add their rules as static members in extensions.
package struct Rule: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        self.init(rawValue: value)
    }
}

extension Rule {
    /// Bytes that are not UTF-8, or characters that YAML forbids.
    package static let yamlEncoding: Rule = "yaml-encoding"
    package static let yamlSyntax: Rule = "yaml-syntax"
    /// An empty document, or more than one.
    package static let yamlDocument: Rule = "yaml-document"
    package static let yamlDuplicateKey: Rule = "yaml-duplicate-key"
    /// A key that is not a string.
    package static let yamlKey: Rule = "yaml-key"
    /// An alias without an anchor, one inside its own anchor, or too many of them.
    package static let yamlAlias: Rule = "yaml-alias"
    package static let yamlMerge: Rule = "yaml-merge"
    package static let yamlTag: Rule = "yaml-tag"
    package static let yamlDepth: Rule = "yaml-depth"
    package static let yamlVersion: Rule = "yaml-version"
    package static let jsonSyntax: Rule = "json-syntax"
}
