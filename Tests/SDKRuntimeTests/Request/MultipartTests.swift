import Foundation
import TestSupport
import Testing

@testable import SDKRuntime

@Suite struct MultipartTests {
    static let cases = ConformanceCases.cases(suite: "multipart")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "multipart"))
        #expect(!Self.cases.isEmpty)
    }

    @Test func `a name that has brackets gets no more of them`() async throws {
        for name in ["files", "files[]"] {
            var encoder = MultipartEncoder(
                boundary: "b",
                query: QueryEncoder(arrays: .brackets, objects: .brackets)
            )
            try encoder.add(name, .array([.json("one"), .json("two")]), nil)
            let body = String(decoding: try await encoder.finish().bytes(), as: UTF8.self)
            #expect(body.components(separatedBy: #"; name="files[]""#).count == 3)
            #expect(!body.contains("[][]"))
        }
    }

    @Test(arguments: cases)
    func encode(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let folder = try TemporaryFolder()
        let fields = try (testCase.input["fields"]?.arrayValue ?? []).map { field in
            (field[0]?.stringValue ?? "", try PartValue(case: field[1] ?? .null, folder))
        }
        let encode = { (boundary: String) in
            var encoder = MultipartEncoder(
                boundary: boundary,
                query: QueryEncoder(arrays: .brackets, objects: .brackets)
            )
            let encoding = PartEncoding(keepsPaths: testCase.input["keep_paths"] == true)
            for (name, value) in fields { try encoder.add(name, value, encoding) }
            return encoder.finish()
        }
        if let body = expected.take("body")?.stringValue {
            #expect(String(decoding: try await encode("CONFBOUNDARY").bytes(), as: UTF8.self) == body)
        }
        if let kind = expected.take("error")?.stringValue {
            let error = #expect(throws: APIError.self) { try encode("CONFBOUNDARY") }
            #expect(error?.kind.description == kind)
            #expect(expected.take("transport_calls") == 0)
        }
        if let type = expected.take("content_type")?.stringValue {
            let encoder = try RequestBodyEncoder(.multipart(JSONValue.object([:]), [:], contentType: type))
            #expect(encoder.contentType == type)
            #expect(String(decoding: try await encoder.body.bytes(), as: UTF8.self) == "--CONFBOUNDARY--\r\n")
        }
        if expected.take("boundaries_differ") == true {
            let types = try (0..<2).map { _ in
                try RequestBodyEncoder(.multipart(JSONValue.object([:]), [:], contentType: "multipart/form-data"))
                    .contentType
            }
            #expect(types[0] != types[1])
            #expect(types[0]?.hasPrefix("multipart/form-data; boundary=----") == true)
        }
        if let limit = expected.take("peak_memory_below")?.intValue {
            try await checkStreaming(
                encode("CONFBOUNDARY"),
                limit,
                isLengthKnown: expected.take("content_length_known")
            )
        }
        expected.finish()
    }

    /// A body that is streamed comes in chunks, none of which is larger than what may be in memory.
    private func checkStreaming(_ body: HTTPRequestBody, _ limit: Int, isLengthKnown: JSONValue?) async throws {
        guard case .stream(let stream) = body else {
            Issue.record("the body is not a stream")
            return
        }
        let length = try #require(stream.length)
        #expect(isLengthKnown == true && stream.isReplayable)
        var count: Int64 = 0
        var largest = 0
        for try await chunk in stream {
            count += Int64(chunk.count)
            largest = max(largest, chunk.count)
        }
        #expect(count == length)
        #expect(largest <= limit / 100)
    }
}

/// A folder that goes away with the last reference to it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(component: "upload-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Makes a file and returns its path.
    func file(_ name: String, _ contents: String) throws -> String {
        let file = "\(path)/\(name)"
        try Data(contents.utf8).write(to: URL(filePath: file))
        return file
    }

    /// Makes a file of zeros that takes no room on the disk.
    func file(_ name: String, size: Int) throws -> String {
        let file = try file(name, "")
        let handle = try FileHandle(forWritingTo: URL(filePath: file))
        try handle.truncate(atOffset: UInt64(size))
        try handle.close()
        return file
    }
}

extension PartValue {
    /// A value of a case, with its files and typed dates.
    fileprivate init(case value: JSONValue, _ folder: TemporaryFolder) throws {
        var notes = DeprecationNotes()
        if let file = value["$file"] {
            self = .file(try UploadFile(case: file, folder))
        } else if let elements = value.arrayValue {
            self = .array(try elements.filter { $0 != "<unset>" }.map { try PartValue(case: $0, folder) })
        } else if let text = value["$date"]?.stringValue {
            self = try PartValue(CalendarDate(text) ?? .emptyValue, &notes)
        } else if let text = value["$datetime"] {
            self = try PartValue(text.decode(as: Date.self), &notes)
        } else if let members = value.objectValue {
            self = .json(.object(JSONObject(members.filter { $0.value != "<unset>" }.map { ($0.key, $0.value) })))
        } else {
            self = try PartValue(value, &notes)
        }
    }
}

extension UploadFile {
    fileprivate init(case file: JSONValue, _ folder: TemporaryFolder) throws {
        if let size = file["path_size"]?.intValue {
            self = .file(try folder.file("large.bin", size: size))
        } else if let path = file["path"]?.stringValue {
            self = .file(path)
        } else {
            self = .data(
                Data((file["bytes"]?.stringValue ?? "").utf8),
                name: file["name"]?.stringValue,
                contentType: file["type"]?.stringValue
            )
        }
    }
}

extension HTTPRequestBody {
    func bytes() async throws -> Data {
        switch self {
        case .none: Data()
        case .bytes(let bytes): bytes
        case .stream(let stream): try await stream.collect()
        }
    }
}

extension RequestBodyEncoder {
    init(_ content: RequestContent) throws {
        try self.init(content, adding: [:], QueryEncoder(arrays: .openAPI, objects: .brackets))
    }
}
