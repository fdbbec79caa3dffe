import Foundation
import SDKRuntime
import Testing

@Suite("Lifetimes", .serialized)
struct LifetimeTests {
    @Test(
        "what is decoded is released once, whatever the text",
        arguments: [
            #"{"first":"a","second":"b","third":["c","d"]}"#, #"{"first":"a","first":"b","first":"c"}"#,
            #"{"first":"a","second":null,"third":["c",5]}"#, #"{"second":"b","second":null,"second":"c"}"#,
            #"{"first":"a","second":"b","third":["c","d"#, #"{"third":["c"],"third":["d"],"x":1,"x":2}"#, "[]", "{",
            #"{"first":"a","second":"b""#,
        ],
        [DecodingMode.lenient, .strict]
    )
    func balance(text: String, mode: DecodingMode) throws {
        let before = Tracked.Box.alive.count
        do {
            var models: [Holder] = []
            for _ in 0..<3 {
                guard let model = try? decode(Holder.self, text, mode: mode) else { continue }
                models.append(model)
                var copy = model
                copy.extraFields["x"] = 1
                copy.second = nil
                #expect(copy != model)
                _ = try encode(copy)
            }
            let isReadable = (try? decode(Holder.self, text, mode: mode)) != nil
            #expect(isReadable == (Tracked.Box.alive.count > before))
        }
        #expect(Tracked.Box.alive.count == before)
    }
}

/// A string behind an object that counts how many there are.
private struct Tracked: JSONCodable, Hashable {
    final class Box: Sendable {
        static let alive = Counter()
        let text: String

        init(_ text: String) {
            self.text = text
            Self.alive.add(1)
        }

        deinit { Self.alive.add(-1) }
    }

    let box: Box

    init(reading json: inout JSONReader) { box = Box(String(reading: &json)) }
    private init(_ text: String) { box = Box(text) }
    func write(to json: inout JSONWriter) { box.text.write(to: &json) }
    static var emptyValue: Self { Self("") }
    static var acceptedKinds: JSONKinds { .string }
    static func == (left: Self, right: Self) -> Bool { left.box.text == right.box.text }
    func hash(into hasher: inout Hasher) { box.text.hash(into: &hasher) }
}

private final class Counter: @unchecked Sendable {
    // Guarded by the lock.
    private var value = 0
    private let lock = NSLock()

    var count: Int { lock.withLock { value } }
    func add(_ change: Int) { lock.withLock { value += change } }
}

private struct Holder: APIModel {
    let first: Tracked
    var second: Tracked?
    let third: [Tracked]?
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("first", Tracked.self)
        row.optional("second", Tracked.self)
        row.optional("third", [Tracked].self)
    }
}
