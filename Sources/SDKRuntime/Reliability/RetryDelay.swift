import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How long to wait before a failed attempt is repeated.
struct RetryDelay: Sendable {
    /// The longest time that a service can ask for. Nil: there is no limit but ``longest``.
    let maximum: Duration?
    let clock: ClientClock

    /// What the service asks for, else a time that doubles with each attempt.
    func delay(after headers: HTTPFields, retriesTaken: Int) -> Duration {
        requested(by: headers) ?? backOff(retriesTaken)
    }

    /// What the service asks for: in milliseconds, in seconds or as a date (RFC 9110, section 10.2.3). Nil: nothing that can
    /// be read, or no time at all.
    func requested(by headers: HTTPFields) -> Duration? {
        guard let seconds = seconds(headers), seconds > 0 else { return nil }
        let delay = Duration.seconds(min(seconds, Self.longest))
        // A fraction may be too small for a `Duration`.
        guard delay > .zero else { return nil }
        return maximum.map { min(delay, $0) } ?? delay
    }

    private func seconds(_ headers: HTTPFields) -> Double? {
        if let milliseconds = Self.first("retry-after-ms", headers).flatMap(Self.number) { return milliseconds / 1000 }
        guard let text = Self.first("retry-after", headers) else { return nil }
        if let seconds = Self.number(text) { return seconds }
        let now = clock.now()
        return HTTPDate.date(text, now: now)?.timeIntervalSince(now)
    }

    /// Of several fields of a name, the first one counts: joined, as the others of its kind are, they are no number.
    private static func first(_ name: String, _ headers: HTTPFields) -> String? {
        HTTPField.Name(name).flatMap { headers[values: $0].first }
    }

    /// A decimal number. What Swift reads besides, such as `0x10` and `inf`, is none.
    private static func number(_ text: String) -> Double? {
        let text = text.trimmingWhitespace()
        guard text.utf8.allSatisfy({ Byte.isDigit($0) || "+-.eE".utf8.contains($0) }) else { return nil }
        return Double(text)
    }

    /// Half a second, doubled with each retry up to eight, less a random part of up to a quarter: the clients of a service
    /// that failed for all of them shall not come back at once.
    private func backOff(_ retriesTaken: Int) -> Duration {
        let seconds = retriesTaken < 4 ? 0.5 * Double(1 << max(retriesTaken, 0)) : 8
        let random = clock.random()
        let part = random >= 0 && random < 1 ? random : 0
        return .seconds(seconds * (1 - part / 4))
    }

    /// A year. A number that is too large for a `Duration` would trap.
    private static let longest: Double = 365 * 86_400
}
