import ArgumentParser
import Foundation
import Source
import TestSupport
import Testing

@testable import codegen

/// Documents that nobody writes, but that a program or an attacker can make.
@Suite struct HostileDocumentTests {
    @Test func `a long chain of schemas does not exhaust the stack`() throws {
        let count = 5_000
        let schemas = (0..<count).map { index in
            "    S\(index): {type: object, properties: {next: {$ref: '#/components/schemas/S\((index + 1) % count)'}}}\n"
        }
        let pipeline = Pipeline()
        let product = try run(pipeline, Self.head + schemas.joined())
        // The last refers to the first: a type that contains itself, by way of all others.
        #expect(product?.generated.count == count + 2)
        #expect(pipeline.report.diagnostics == [])
    }

    @Test func `a schema nested to the depth limit does not exhaust the stack`() throws {
        let depth = 300
        let nested =
            String(repeating: "{type: object, properties: {a: ", count: depth) + "{type: string}"
            + String(repeating: "}}", count: depth)
        let pipeline = Pipeline()
        #expect(try run(pipeline, Self.head + "    Deep: \(nested)\n") != nil)
        #expect(pipeline.report.diagnostics == [])
    }

    @Test func `a long chain of references is walked once`() throws {
        let count = 5_000
        let links = (0..<count).map { "    S\($0): {$ref: '#/components/schemas/S\($0 + 1)'}\n" }
        let pipeline = Pipeline()
        #expect(try run(pipeline, Self.head + links.joined() + "    S\(count): {type: string}\n") != nil)
        #expect(pipeline.report.diagnostics == [])
    }

    @Test func `thousands of broken references are reported, and the first with hints`() throws {
        let count = 2_000
        let schemas = (0..<count).map { "    Schema\($0): {$ref: '#/components/schemas/Schma\($0)'}\n" }
        let pipeline = Pipeline()
        #expect(try run(pipeline, Self.head + schemas.joined()) == nil)
        #expect(pipeline.report.errorCount == count)
        #expect(pipeline.report.diagnostics.contains { $0.hint != nil })
    }

    @Test func `an operation may have thousands of parameters`() throws {
        let parameters = (0..<3_000).map { "{name: p\($0), in: query, schema: {type: string}}" }
        let operation = "{x-sdk-method: r.get, responses: {}, parameters: [\(parameters.joined(separator: ", "))]}"
        let pipeline = Pipeline()
        #expect(
            try run(
                pipeline,
                Self.head.replacing("paths: {}", with: "paths: {/p: {get: \(operation)}}") + "    A: {}\n"
            ) != nil
        )
    }

    @Test func `a damaged description ends in a product or an error`() throws {
        let original = try [UInt8](Data(contentsOf: Fixtures.url("Golden/Zoo/openapi.yaml")))
        let seed = SeededGenerator.givenSeed
        var random = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) { Self.damage(&bytes, using: &random) }
            let pipeline = Pipeline()
            let product = try run(pipeline, String(decoding: bytes, as: UTF8.self))
            #expect((product == nil) == pipeline.report.hasErrors, "FUZZ_SEED=\(seed)")
        }
    }

    private static let head = "openapi: 3.2.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"

    /// Swaps two lines, takes one away, writes one twice, or changes a byte.
    private static func damage(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        let (first, second) = (
            Int.random(in: lines.indices, using: &random), Int.random(in: lines.indices, using: &random)
        )
        switch Int.random(in: 0..<4, using: &random) {
        case 0: lines.swapAt(first, second)
        case 1: lines.remove(at: first)
        case 2: lines.insert(lines[first], at: second)
        default:
            guard let position = lines[first].indices.randomElement(using: &random) else { return }
            lines[first][position] = UInt8.random(in: 0x20...0x7E, using: &random)
        }
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    private func run(_ pipeline: Pipeline, _ document: String) throws -> Pipeline.Product? {
        let workspace = try Workspace()
        try workspace.write(document, to: "document.yaml")
        let options = try SettingsOptions.parse([
            "--document", workspace.path("document.yaml"), "--module", "T", "--client", "TClient", "--output", "unused",
        ])
        return try pipeline.run(options)
    }
}
