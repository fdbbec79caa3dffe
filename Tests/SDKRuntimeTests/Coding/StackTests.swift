import Foundation
import SDKRuntime
import Testing

/// The deepest legal nesting must fit on the smallest stack it can meet: 512 KB, a secondary thread on Apple platforms.
/// Frames that are not optimized are about three times as large.
@Suite("Stack")
struct StackTests {
    #if DEBUG
        static let stackSize = 1536 * 1024
    #else
        static let stackSize = 512 * 1024
    #endif

    @Test("the deepest nesting fits on a small stack")
    func smallStack() async {
        let isDone = await withCheckedContinuation { continuation in
            let thread = Thread {
                continuation.resume(returning: Self.useDeepest())
            }
            thread.stackSize = Self.stackSize
            thread.start()
        }
        #expect(isDone)
    }

    private static func useDeepest() -> Bool {
        let arrays = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        let objects = String(repeating: #"{"a":"#, count: 512) + "1" + String(repeating: "}", count: 512)
        let nodes = String(repeating: #"{"name":"n","child":"#, count: 127) + "{}" + String(repeating: "}", count: 127)
        let groups = String(repeating: #"{"type":"group","members":["#, count: 64) + String(repeating: "]}", count: 64)
        return use(JSONValue.self, arrays) && use(JSONValue.self, objects) && use(Node.self, nodes)
            && use(Block.self, groups)
    }
}

/// Whether reading, comparing, hashing and writing came to an end.
private func use<T: JSONCodable & Hashable>(_ type: T.Type, _ text: String) -> Bool {
    guard let value = try? decode(type, text), let written = try? encode(value) else { return false }
    return value == value && value.hashValue == value.hashValue && !written.isEmpty
}
