import Foundation
import Source
import TestSupport
import Testing

@testable import SampleWriter

/// What the compiler gets of an article.
@Suite struct SampleFileTests {
    @Test(arguments: [
        ("struct A: Decodable {\n    var a: Int\n}", true),
        ("import A\n\n// A comment.\nextension A: B {}\npublic final class C {\n}", true),
        ("@main struct A {\n}", true),
        ("@Test func a() {\n}", true),
        ("struct A {}\nlet a = A()", false),
        ("func a() {\n}", false),
        ("for a in b {\n    print(a)\n}", false),
        ("structure.append(1)", false),
        ("import A", false),
        ("", false),
    ])
    func `types and extensions stand outside of functions`(text: String, isFileLevel: Bool) {
        #expect(sample(text).isFileLevel == isFileLevel)
    }

    @Test func `variables of the outermost scope are told`() {
        let text = "let a = 1\nvar b: Int\nlet (c, d) = (1, 2)\nif a == 1 {\n    let e = 1\n}\nletter = 1"
        #expect(sample(text).variables == ["a", "b"])
    }

    @Test func `samples go on from one another, at their places in the article`() {
        let samples = [
            Sample(lines: ["import B", "let a = 1"], firstLine: 3),
            Sample(lines: ["@main struct C {", "}"], firstLine: 8),
            Sample(lines: ["print(a)"], firstLine: 12),
        ]
        let file = SampleFile(name: "A.md", path: "/A.md", texts: [samples], areComments: false)
        #expect(
            file.text == """
                // Written from the samples in A.md while the tests are built.

                #sourceLocation(file: "/A.md", line: 3)
                import B
                #sourceLocation()
                #sourceLocation(file: "/A.md", line: 8)
                struct C {
                }
                #sourceLocation()

                extension Samples {
                static func `A.md`() async throws {
                do {
                #sourceLocation(file: "/A.md", line: 3)

                let a = 1
                #sourceLocation()
                _ = a
                do {
                #sourceLocation(file: "/A.md", line: 12)
                print(a)
                #sourceLocation()
                }
                }
                }
                }

                """
        )
    }

    @Test func `each comment is a function, and has what it declares for itself`() {
        let first = [Sample(lines: ["struct C {", "}"], firstLine: 3)]
        let second = [
            Sample(lines: ["private struct D {", "}"], firstLine: 8),
            Sample(lines: ["extension D {", "}"], firstLine: 12),
            Sample(lines: ["client.call()"], firstLine: 16),
        ]
        let file = SampleFile(name: "A.swift", path: "/A.swift", texts: [first, second], areComments: true)
        #expect(
            file.text == """
                // Written from the samples in A.swift while the tests are built.

                import Anthropic
                import SDKTesting

                extension Samples {
                enum `types of A.swift:3` {
                #sourceLocation(file: "/A.swift", line: 3)
                struct C {
                }
                #sourceLocation()
                }
                }
                #sourceLocation(file: "/A.swift", line: 8)
                private struct D {
                }
                #sourceLocation()
                #sourceLocation(file: "/A.swift", line: 12)
                extension D {
                }
                #sourceLocation()
                extension Samples {
                static func `A.swift:8`(client: AnthropicClient) async throws {
                do {
                #sourceLocation(file: "/A.swift", line: 16)
                client.call()
                #sourceLocation()
                }
                }
                }

                """
        )
    }

    /// `Plugins/WriteSamples` looks in these places; a Swift sample anywhere else would be compiled by nobody.
    @Test func `samples are in articles that are compiled`() throws {
        let manager = FileManager.default
        for folder in try manager.contentsOfDirectory(atPath: Fixtures.package.path)
        where !folder.hasPrefix(".") && !["Documentation", "Sources"].contains(folder) {
            let files = manager.enumerator(
                at: Fixtures.package.appending(path: folder),
                includingPropertiesForKeys: nil,
                options: .skipsHiddenFiles
            )
            for case let file as URL in files?.allObjects ?? [] where file.pathExtension == "md" {
                #expect(!(try String(contentsOf: file, encoding: .utf8)).contains("```swift"), "\(file.path)")
            }
        }
    }

    private func sample(_ text: String) -> Sample {
        Sample(lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), firstLine: 1)
    }
}
