#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An event as an object of its fields, for types that describe more of it than its data.
///
/// All fields but `retry` are strings. Whether the JSON in `data` is wanted in place of the string is the type's affair,
/// and a type may be a union of events that want it and others that do not: what fits is taken.
struct WholeEvent {
    private let event: ServerSentEvent
    /// What `data` may be, the likeliest first; nil leaves it out.
    private let readings: [JSONValue?]
    /// Why the data is no JSON.
    private let failure: ModelDecodingError?

    init(_ event: ServerSentEvent) {
        self.event = event
        let string = JSONValue.string(event.data)
        do throws(ModelDecodingError) {
            // Spelled out: a JSON value can be made of `nil`, too.
            let json: JSONValue? =
                event.data.isEmpty
                ? Optional.none : try ModelDecoder().decode(JSONValue.self, from: Data(event.data.utf8))
            switch json {
            case .object, .array: readings = [json, string]
            default: readings = [string, json]
            }
            failure = nil
        } catch {
            readings = [string]
            failure = error
        }
    }

    /// Reads the event, and logs what is odd about it.
    ///
    /// - Throws: ``APIError`` of kind ``APIError/Kind/decoding``.
    func value<Value: JSONCodable>(in head: ResponseHead) throws -> Value {
        let reading: Reading<Value>
        do {
            reading = try bestReading()
            if reading.isDataOdd, let failure { throw failure }
            if head.call.decoding == .strict, !reading.issues.isEmpty {
                return try reading.object.decode(as: Value.self, mode: .strict)
            }
        } catch {
            let message = "an event of the response is not a \(Value.self): \(error)"
            throw head.call.failure(.decoding, message, Data(event.data.utf8), in: head, underlyingError: error)
        }
        head.call.report(reading.issues, "an event of the response")
        return reading.value
    }

    /// One way to read the event.
    private struct Reading<Value> {
        let object: JSONValue
        let value: Value
        let issues: [DecodingIssue]

        var isDataOdd: Bool { issues.contains { $0.path.first == .key("data") } }
    }

    /// The first reading without an issue, else the one with the fewest.
    private func bestReading<Value: JSONCodable>() throws -> Reading<Value> {
        var best: Reading<Value> = try reading(readings[0])
        for data in readings.dropFirst() where !best.issues.isEmpty {
            let other: Reading<Value> = try reading(data)
            if other.issues.count < best.issues.count { best = other }
        }
        return best
    }

    private func reading<Value: JSONCodable>(_ data: JSONValue?) throws -> Reading<Value> {
        var members = JSONObject()
        members["event"] = event.event.map { .string($0) }
        members["data"] = data
        members["id"] = event.id.map { .string($0) }
        members["retry"] = event.retry.map { .number(JSONNumber($0)) }
        let object = JSONValue.object(members)
        let (value, issues) = try ModelDecoder().decodeListingIssues(Value.self, from: ModelEncoder().encode(object))
        return Reading(object: object, value: value, issues: issues)
    }
}
