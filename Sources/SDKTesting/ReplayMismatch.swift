#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A request that no unused entry of a recording matches. Its text says what differs from the closest one.
public struct ReplayMismatch: Error, Sendable, Hashable, CustomStringConvertible, LocalizedError {
    struct Closest: Sendable, Hashable {
        let entry: Int
        let differences: [ReplayDifference]

        /// How far the entry is from the request: another operation is further than another body.
        var distance: Int { differences.reduce(0) { $0 + $1.weight } }
    }

    /// Method and URL of the request.
    public let request: String

    /// What differs from the closest entry, a line each; empty when every entry has been used.
    public var differences: [String] { closest?.differences.map(\.text) ?? [] }

    let entryCount: Int
    let closest: Closest?

    /// What was asked for, and what differs from the closest entry.
    public var description: String {
        guard let closest else {
            return "no recorded exchange is left for \(request): all \(entryCount) entries are used"
        }
        let lines = differences.map { "\n  \($0)" }.joined()
        return
            "no recorded exchange matches \(request)\nclosest is entry \(closest.entry + 1) of \(entryCount):\(lines)"
    }

    /// The description.
    public var errorDescription: String? { description }
}

/// One thing in which a request differs from a recorded one.
struct ReplayDifference: Sendable, Hashable {
    let weight: Int
    let text: String

    init(_ subject: String, recorded: String?, sent: String?, weight: Int = 1) {
        self.weight = weight
        text = "\(subject): recorded \(recorded ?? "nothing"), sent \(sent ?? "nothing")"
    }
}
