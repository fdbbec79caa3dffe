// <!-- swift
// let response = try await client.asResponse { try await $0.beta.files.retrieveMetadata(fileID: "file_1") }
// -->
/// Turns the bytes of a `text/event-stream` into events (WHATWG HTML, section 9.2.6).
///
/// ```swift
/// var decoder = ServerSentEventDecoder()
/// for try await chunk in response.body {
///     for event in decoder.decode(chunk) {
///         print(event.data)
///     }
/// }
/// ```
///
/// Chunks may be cut anywhere. An event is there as soon as its blank line is complete; one that is not complete when the
/// input ends is none. Beyond the standard, an event that has a name but no data is delivered.
public struct ServerSentEventDecoder: Sendable {
    private var lines = LineDecoder()
    private var isAtStart = true

    private var name: String?
    private var data: [UInt8] = []
    private var hasData = false
    private var id: String?
    private var retry: Int?

    /// A decoder at the beginning of a stream.
    public init() {}

    /// Adds a chunk, and returns the events that it completes.
    public mutating func decode(_ chunk: some Sequence<UInt8>) -> [ServerSentEvent] {
        append(chunk)
        var events: [ServerSentEvent] = []
        while let event = next() { events.append(event) }
        return events
    }

    /// Adds a chunk.
    mutating func append(_ chunk: some Sequence<UInt8>) {
        lines.append(chunk)
    }

    /// The next event that is complete.
    mutating func next() -> ServerSentEvent? {
        while var line = lines.next() {
            if isAtStart {
                isAtStart = false
                if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
            }
            if !line.isEmpty {
                read(line)
            } else if let event = dispatch() {
                return event
            }
        }
        return nil
    }

    /// Ends an event. An identifier or a retry time by itself is none, but is remembered for the next one.
    private mutating func dispatch() -> ServerSentEvent? {
        guard hasData || name != nil else { return nil }
        let event = ServerSentEvent(event: name, data: String(decoding: data, as: UTF8.self), id: id, retry: retry)
        name = nil
        data.removeAll(keepingCapacity: data.count < 65_536)
        hasData = false
        retry = nil
        return event
    }

    private mutating func read(_ line: ArraySlice<UInt8>) {
        let colon = line.firstIndex(of: Byte.colon) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == Byte.space { value = value.dropFirst() }
        switch line[..<colon] {
        case Self.event:
            name = value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
        case Self.data:
            if hasData { data.append(Byte.lineFeed) }
            data += value
            hasData = true
        case Self.id:
            if !value.contains(0) { id = String(decoding: value, as: UTF8.self) }
        case Self.retry:
            if value.allSatisfy(Byte.isDigit), let milliseconds = Int(String(decoding: value, as: UTF8.self)) {
                retry = milliseconds
            }
        default:
            // Comments, whose name is empty, and fields that the standard does not know.
            break
        }
    }

    private static let event = Array("event".utf8)[...]
    private static let data = Array("data".utf8)[...]
    private static let id = Array("id".utf8)[...]
    private static let retry = Array("retry".utf8)[...]
}
