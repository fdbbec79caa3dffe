package import Source

/// A place where the API is served (OpenAPI 3.2.0, section 4.5).
package struct Server: Hashable, Sendable {
    /// The name in the SDK, in the spec's spelling.
    package var name: String
    /// The URL, with `{name}` where values go.
    package var url: String
    package var documentation: Documentation
    package var variables: [Variable]
    package var source: SourceRange

    package struct Variable: Hashable, Sendable {
        package var wireName: String
        package var defaultValue: String
        /// The legal values; empty where any is.
        package var values: [String]
        package var documentation: Documentation
    }

    /// The URL with the variables' defaults.
    package var defaultURL: String {
        variables.reduce(url) { $0.replacing("{\($1.wireName)}", with: $1.defaultValue) }
    }
}
