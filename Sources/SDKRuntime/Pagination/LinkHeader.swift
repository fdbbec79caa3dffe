import HTTPTypes

/// The links of a response (RFC 8288, section 3).
enum LinkHeader {
    /// The target of the first link of a relation, as it is written: a URI reference.
    ///
    /// Relation types compare without regard to case. A link that says to be about another resource does not count.
    static func target(of relation: String, in headers: HTTPFields) -> String? {
        guard let name = HTTPField.Name("Link") else { return nil }
        for value in headers[values: name] {
            var scanner = HeaderScanner(value)
            while !scanner.isAtEnd {
                guard let link = readLink(&scanner) else { continue }
                if link.relations.contains(relation) { return link.target }
            }
        }
        return nil
    }

    /// Reads a link and the comma behind it; nil, for what is none.
    private static func readLink(_ scanner: inout HeaderScanner) -> (target: String, relations: [String])? {
        defer {
            // Up to the next link, whatever is left of this one.
            _ = scanner.readText(upTo: [Byte.comma])
            _ = scanner.skip(Byte.comma)
        }
        scanner.skipWhitespace()
        guard scanner.skip(UInt8(ascii: "<")) else { return nil }
        let target = scanner.readText(upTo: [UInt8(ascii: ">")])
        guard scanner.skip(UInt8(ascii: ">")) else { return nil }
        let parameters = scanner.readParameters()
        guard !parameters.contains(where: { $0.name == "anchor" }) else { return nil }
        // Of several `rel` parameters, the first one counts (section 3.3).
        let relations = parameters.first { $0.name == "rel" }?.value.lowercased().split(separator: " ").map(String.init)
        return (target, relations ?? [])
    }
}
