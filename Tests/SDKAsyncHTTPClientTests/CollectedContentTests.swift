import Foundation
import SDKRuntime
import TestSupport
import Testing

@testable import SDKURLSession

/// Streams of requests over URLSession, which are read before they are sent.
@Suite struct CollectedContentTests {
    private static let chunk = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })

    private static func stream(_ count: Int, then failure: (any Error)? = nil) -> HTTPBodyStream {
        HTTPBodyStream {
            var rest = count
            return HTTPBodyStream.AsyncIterator {
                guard rest > 0 else {
                    if let failure { throw failure }
                    return nil
                }
                rest -= 1
                return chunk
            }
        }
    }

    @Test(arguments: [0, 1, 3])
    func `up to a mebibyte stays in memory`(_ count: Int) async throws {
        guard case .bytes(let bytes) = try await CollectedContent.reading(Self.stream(count), within: nil) else {
            return #expect(Bool(false), "a file")
        }
        #expect(bytes == (0..<count).reduce(into: Data()) { data, _ in data += Self.chunk })
    }

    @Test(arguments: [4, 9])
    func `more is in a file of one's own, for as long as it is needed`(_ count: Int) async throws {
        let path: String
        do {
            guard case .file(let file) = try await CollectedContent.reading(Self.stream(count), within: nil) else {
                return #expect(Bool(false), "no file")
            }
            path = file.url.path
            #expect(
                try Data(contentsOf: file.url) == (0..<count).reduce(into: Data()) { data, _ in data += Self.chunk }
            )
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test(arguments: [1, 9])
    func `what the stream throws passes unchanged`(_ count: Int) async {
        struct Unreadable: Error, Equatable {}
        await #expect(throws: Unreadable()) {
            try await CollectedContent.reading(Self.stream(count, then: Unreadable()), within: nil)
        }
    }
}
