/// One `name=value` of a query.
package struct QueryPair: Sendable, Hashable {
    /// The parameter that the pair belongs to: `created` for `created[gte]=1`.
    package let parameter: String
    /// The pair's name, decoded: `created[gte]`.
    package let name: String
    /// The value, decoded.
    package var value: String {
        PercentEncoding.decode(text.drop { $0 != "=" }.dropFirst())
    }
    /// The pair as it is sent.
    package let text: String

    /// The pairs of a query that is written already. Their text is kept.
    package static func parse(_ query: String) -> [QueryPair] {
        query.split(separator: "&").map { text in
            let name = PercentEncoding.decode(text.prefix { $0 != "=" })
            return QueryPair(parameter: name, name: name, text: PercentEncoding.literalQuery(text))
        }
    }
}

/// The query of a request, put together from layers: later ones replace parameters of earlier ones.
struct MergedQuery {
    private var pairs: [QueryPair] = []

    /// The query as it is sent; nil when it is empty.
    var text: String? {
        pairs.isEmpty ? nil : pairs.map(\.text).joined(separator: "&")
    }

    /// Adds the parameters of a layer. Each takes the place of what an earlier layer says about it.
    mutating func apply(_ layer: [QueryPair]) {
        guard !pairs.isEmpty else { return pairs = layer }
        var (merged, rest): ([QueryPair], [QueryPair]) = ([], layer)
        for pair in pairs {
            let replaces = { (new: QueryPair) in new.name == pair.name || Self.isPart(pair, of: new.parameter) }
            guard layer.contains(where: replaces) else {
                merged.append(pair)
                continue
            }
            merged += rest.filter(replaces)
            rest.removeAll(where: replaces)
        }
        pairs = merged + rest
    }

    /// Adds the parameters of a layer, and drops those that it sets to null.
    mutating func apply(_ layer: QueryLayer, _ encoder: QueryEncoder) throws {
        for entry in layer.entries where entry.value == .null {
            pairs.removeAll { Self.isPart($0, of: entry.name) }
        }
        apply(
            try layer.entries.flatMap { entry in
                try encoder.encode(QueryParameter(name: entry.name, value: entry.value, format: nil))
            }
        )
    }

    private static func isPart(_ pair: QueryPair, of parameter: String) -> Bool {
        pair.parameter == parameter || pair.name == parameter || pair.name.hasPrefix("\(parameter)[")
    }
}
