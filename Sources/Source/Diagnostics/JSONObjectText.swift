/// A JSON object written member by member, in the order of adding.
struct JSONObjectText {
    private var members: [String] = []

    var text: String { "{" + members.joined(separator: ", ") + "}" }

    mutating func add(_ key: String, _ value: String) {
        members.append("\(Self.quote(key)): \(Self.quote(value))")
    }

    mutating func add(_ key: String, _ value: Int) {
        members.append("\(Self.quote(key)): \(value)")
    }

    mutating func add(_ key: String, _ value: [JSONObjectText]) {
        members.append("\(Self.quote(key)): [\(value.map(\.text).joined(separator: ", "))]")
    }

    private static func quote(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
