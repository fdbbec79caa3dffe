import Foundation
import Testing

@testable import SwiftEmitter

@Suite struct ReservedWordsTests {
    /// Reads the declarations of the runtime, so that a new one cannot be forgotten.
    @Test func `every public type of the runtime is a name that no schema gets`() throws {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = package.appendingPathComponent("Sources/SDKRuntime")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        var names: Set<String> = []
        for path in paths {
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            for line in text.split(separator: "\n") where line.hasPrefix("public ") {
                let words = line.split(separator: " ")
                guard
                    let kind = words.firstIndex(where: {
                        ["struct", "enum", "class", "actor", "protocol", "typealias"].contains($0)
                    }), words.indices.contains(kind + 1)
                else { continue }
                names.insert(String(words[kind + 1].prefix { $0.isLetter || $0.isNumber }))
            }
        }
        #expect(names.contains("AccessToken") && names.count > 60)
        let reserved = ReservedWords.types.union(ReservedWords.furtherRuntimeTypes)
        #expect(names.subtracting(reserved).sorted() == [])
        #expect(ReservedWords.furtherRuntimeTypes.subtracting(names).sorted() == [])
    }

    @Test func `a member that is spelled like a type does not hide it`() {
        #expect(SwiftNames.verbatimMember("String", avoiding: []) == "StringValue")
        #expect(SwiftNames.verbatimMember("ID", avoiding: []) == "ID")
    }
}
