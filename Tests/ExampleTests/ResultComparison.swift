import Foundation
import SDKRuntime
import SDKTesting

/// Compares what a call gave with what it was to give: numbers by their values, and timestamps by the
/// instants they name.
enum ResultComparison {
    /// A line for each difference.
    static func differences(_ expected: CallResult.Content, _ given: CallResult.Content) -> [String] {
        switch (expected, given) {
        case (.values(let left), .values(let right)):
            return differences(.array(left), .array(right))
        case (.pages(let left, let leftItems), .pages(let right, let rightItems)):
            return differences(.array(left), .array(right)) + differences(.array(leftItems), .array(rightItems))
        default:
            return expected == given ? [] : ["expected \(expected), given \(given)"]
        }
    }

    private static func differences(_ expected: JSONValue, _ given: JSONValue) -> [String] {
        JSONDifference.differences(normalized(expected), normalized(given)).map { difference in
            "\(difference.path): expected \(difference.recorded ?? "nothing"), given \(difference.sent ?? "nothing")"
        }
    }

    /// The value with each timestamp as an instant, and each number that is an integer spelled as one.
    private static func normalized(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map(normalized))
        case .object(let members): .object(JSONObject(members.map { ($0.key, normalized($0.value)) }))
        case .string(let text): instant(text).map { .string("instant \($0)") } ?? value
        case .number(let number): number.int64.map { .number(JSONNumber($0)) } ?? value
        default: value
        }
    }

    /// Foundation reads timestamps by themselves, and those with a fraction, but neither as the other.
    private static func instant(_ text: String) -> TimeInterval? {
        guard text.count >= 20, text.dropFirst(10).first == "T" else { return nil }
        let styles = [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)]
        return styles.lazy.compactMap { try? $0.parse(text) }.first?.timeIntervalSinceReferenceDate
    }
}
