import Foundation
import PackageAccess
import SDKRuntime
import TestSupport
import Testing

@testable import InternalAccess

/// The API `Tests/Fixtures/Access` as modules that are not public: both are compiled, and called.
@Suite struct AccessTests {
    @Test(arguments: ["package", "internal"])
    func `the output is what is committed`(level: String) async throws {
        let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
        let module = level.capitalized + "Access"
        let process = Process()
        process.executableURL = BuiltProducts.folder.appendingPathComponent("codegen")
        process.currentDirectoryURL = URL(fileURLWithPath: Fixtures.url("Access").path)
        process.arguments = [
            isRecording ? "generate" : "check", "--document", "openapi.yaml", "--module", module,
            "--client", "\(module)Client", "--environment-prefix", "ACCESS", "--output", module, "--access", level,
        ]
        try await process.runToEnd()
        #expect(process.terminationStatus == 0, "RECORD=1 swift test --filter Access writes the files anew")
    }

    @Test(arguments: ["package", "internal"])
    func `nothing is more visible than was asked for`(level: String) throws {
        let module = level.capitalized + "Access"
        let folder = Fixtures.url("Access/\(module)/\(module)")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let files = names.filter { $0.hasSuffix(".swift") }
        #expect(files.count >= 6)
        for name in files {
            let lines = try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n")
            let words = lines.flatMap { $0.split(separator: " ").prefix(2) }
            #expect(!words.contains("public"))
            #expect(words.contains("package") == (level == "package"), "\(name)")
        }
    }

    @Test func `a package's module is called from another one of it`() async throws {
        let transport = ScriptedTransport(body: #"{"kind":"a","shape":1}"#)
        let options = ClientOptions(transport: transport, environment: .none)
        let client = try PackageAccessClient(key: "k", baseURL: "https://access.test", options: options)
        let thing = try await client.things.create(.init(count: 2, mode: .fast))
        #expect(thing.kind == .a)
        #expect(await transport.sent.first?.body == Data(#"{"count":2,"mode":"fast"}"#.utf8))
    }

    @Test func `an internal module is called from inside`() async throws {
        let transport = ScriptedTransport(body: #"{"kind":"b","shape":"x"}"#)
        let options = ClientOptions(transport: transport, environment: .none)
        let client = try InternalAccessClient(key: "k", baseURL: "https://access.test", options: options)
        let thing = try await client.things.create(.init(count: 2))
        #expect(thing.kind == .b)
        #expect(await transport.sent.first?.header("x-key") == "k")
    }
}
