import SDKRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// Events count by the time at which they happened, not by the one at which they are added.

extension SessionTranscript {
    /// What an event tells that a later one tells anew.
    enum Subject: Hashable {
        case status, update
        case thread(String)
    }

    /// Whether no event so far has told of a later state, which is then the one to keep.
    mutating func isLatest(_ time: Date, _ subject: Subject) -> Bool {
        if let known = latest[subject], known > time { return false }
        latest[subject] = time
        return true
    }

    /// Whether a time is later than the state that is known.
    func isAfter(_ time: Date, _ subject: Subject) -> Bool { latest[subject].map { $0 < time } ?? true }
}

extension Array {
    /// Inserts an element behind those that were not later. One without a time is the latest so far.
    mutating func insert(_ element: Element, inOrderOf time: Date?, _ timeOf: (Element) -> Date?) {
        var position = endIndex
        while let time, position > startIndex, let known = timeOf(self[position - 1]), known > time { position -= 1 }
        insert(element, at: position)
    }
}

extension SessionMessage {
    /// When the session got to it; nil for one that waits.
    var processedAt: Date? {
        switch self {
        case .user(let event): event.processedAt?.value
        case .agent(let event): event.processedAt
        }
    }
}

extension SessionThreadMessage {
    var processedAt: Date {
        switch self {
        case .received(let event): event.processedAt
        case .sent(let event): event.processedAt
        }
    }
}

extension SessionToolUse.Call {
    var processedAt: Date {
        switch self {
        case .builtIn(let event): event.processedAt
        case .mcp(let event): event.processedAt
        case .custom(let event): event.processedAt
        }
    }
}
