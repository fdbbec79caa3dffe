/// The keys of the `x-sdk-` vocabulary, as `Documentation/extensions.md` explains them.
package enum ExtensionVocabulary {
    /// By key, the names of the objects that it belongs on.
    static let homes: [String: [String]] = {
        var homes: [String: [String]] = [:]
        for description in ObjectKind.allCases.map(\.description) {
            for field in description.extensions {
                homes[field.key, default: []].append(description.name)
            }
        }
        return homes
    }()

    /// All keys, in alphabetical order.
    package static let keys = homes.keys.sorted()
}
