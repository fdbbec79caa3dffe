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
        /// What the session is doing, and what the client has asked of it.
        case status, request
        case title, metadata, agent
        case thread(String), grading(String)
    }

    /// Whether no event so far has told of a later state, which is then the one to keep.
    mutating func isLatest(_ time: Date, _ subject: Subject) -> Bool {
        if let known = latest[subject], known > time { return false }
        latest[subject] = time
        return true
    }

    /// Notes that the client asks for something: that a session which was idle has something to do.
    ///
    /// - Parameter time: When the session got to it; nil as long as that waits.
    mutating func note(request id: String, at time: Date?) {
        if let time {
            _ = isLatest(time, .request)
        } else if isNew(id) {
            hasWaitingRequest = true
        }
    }

    /// Whether the client has asked for something that no state which is told of can have taken account of.
    var hasRequest: Bool {
        if hasWaitingRequest { return true }
        guard let request = latest[.request] else { return false }
        return latest[.status].map { $0 < request } ?? true
    }
}

/// Identifiers in the order in which what they name appeared.
struct Appearances: Sendable {
    private(set) var ids: [String] = []
    private var times: [String: Date] = [:]

    /// Notes that something was there at a time.
    mutating func note(_ id: String, at time: Date) {
        if let known = times[id] {
            guard time < known else { return }
            ids.removeAll { $0 == id }
        }
        times[id] = time
        ids.insert(id, inOrderOf: time) { times[$0] }
    }
}

extension Array {
    /// Inserts an element behind those that were not later. One without a time is the latest so far: what comes is its answer.
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
