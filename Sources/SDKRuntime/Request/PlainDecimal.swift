/// Numbers without an exponent: servers that read query parameters seldom understand `1e+20`.
enum PlainDecimal {
    /// A number whose plain form would be absurdly long.
    struct OutOfRange: Error, CustomStringConvertible {
        let text: String
        var description: String { "the number \(text) is too large or too small to be written in decimal digits" }
    }

    /// Every `Double` stays far below this many digits.
    private static let largestShift = 400

    /// The same number as `text`, a JSON number, without an exponent.
    static func text(_ text: String) throws -> String {
        let parts = text.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
            .flatMap { $0.split(separator: "E", maxSplits: 1, omittingEmptySubsequences: false) }
        guard parts.count == 2 else { return text }
        guard let exponent = Int(parts[1]), (-largestShift...largestShift).contains(exponent) else {
            throw OutOfRange(text: text)
        }

        let isNegative = parts[0].first == "-"
        let mantissa = (isNegative ? parts[0].dropFirst() : parts[0])
            .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        var digits = mantissa.joined()
        var point = (mantissa.first?.count ?? 0) + exponent
        if point <= 0 {
            digits = String(repeating: "0", count: 1 - point) + digits
            point = 1
        } else if point > digits.count {
            digits += String(repeating: "0", count: point - digits.count)
        }

        let whole = digits.prefix(point).drop { $0 == "0" }
        var fraction = digits.dropFirst(point)
        while fraction.last == "0" {
            fraction.removeLast()
        }
        let magnitude = (whole.isEmpty ? "0" : String(whole)) + (fraction.isEmpty ? "" : ".\(fraction)")
        return isNegative ? "-\(magnitude)" : magnitude
    }
}
