import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct UploadTests {
    struct Upload: APIModel {
        var title: String
        var file: UploadFile
        var pages: [UploadFile]?
        var cover: Nullable<UploadFile>?
        var tags: [String]?
        var details: Item?
        var size: Double?
        private var modelExtras = ModelExtras()

        init(title: String, file: UploadFile) {
            self.title = title
            self.file = file
        }

        static let table = ModelTable<Self> { row in
            row.required("title", String.self)
            row.constant("version", 2)
            row.required("file", UploadFile.self)
            row.optional("pages", [UploadFile].self)
            row.optionalNullable("cover", UploadFile.self)
            row.optional("tags", [String].self)
            row.optional("details", Item.self)
            row.optional("size", Double.self)
        }
    }

    /// What a call to a service without formats of its own sends as parts, between boundaries, and whether it is a stream.
    private func send(
        _ value: some JSONCodable,
        _ encoding: [String: PartEncoding] = [:],
        options: RequestOptions = .init()
    ) async throws -> [String] {
        let transport = ScriptedTransport()
        let service = ServiceDescription(name: "Shop", version: "1", baseURL: "https://shop.test")
        let client = try TestClient(service: service, options: .init(transport: transport, environment: .none))
        var request = APIRequest(.post, "/x")
        request.body(multipart: value, encoding: encoding)
        _ = try await client.send(request, options)
        let sent = try #require(await transport.sent.first)
        let boundary = try #require(sent.header("content-type")?.split(separator: "=").last)
        let text = String(decoding: sent.body ?? Data(), as: UTF8.self)
        let parts = text.components(separatedBy: "--\(boundary)")
        #expect(parts.first == "" && parts.last == "--\r\n")
        return parts.dropFirst().dropLast().map { part in
            String(part.trimmingPrefix("\r\n").dropLast(part.hasSuffix("\r\n") ? 1 : 0)).replacing("\r\n", with: "|")
        }
    }

    private func part(_ name: String, _ text: String, type: String? = nil, file: String? = nil) -> String {
        "Content-Disposition: form-data; name=\"\(name)\"" + (file.map { "; filename=\"\($0)\"" } ?? "")
            + (type.map { "|Content-Type: \($0)" } ?? "") + "||\(text)"
    }

    @Test func `a file on disk is found by its URL`() throws {
        let url = URL(filePath: "/tmp/our report é.pdf")
        #expect(UploadFile.file(url) == .file("/tmp/our report é.pdf"))
        #expect(UploadFile.file(url, name: "a.txt", contentType: "text/plain").name == "a.txt")
        let elsewhere = try #require(URL(string: "https://example.com/etc/hosts"))
        #expect(UploadFile.file(elsewhere) == .file("https://example.com/etc/hosts"))
    }

    @Test func membersInOrder() async throws {
        var upload = Upload(title: "a\nb", file: .data(Data("one".utf8), name: "a \"b\"\r\n.PDF"))
        upload.pages = [.data(Data("two".utf8), name: "p.txt"), .data(Data("three".utf8), contentType: "image/x")]
        upload.cover = .null
        upload.tags = ["x", "y"]
        upload.details = Item(id: "i", count: 1)
        upload.size = 1e20
        #expect(
            try await send(upload) == [
                part("title", "a\nb"), part("version", "2"),
                part("file", "one", type: "application/pdf", file: "a %22b%22%0D%0A.PDF"),
                part("pages", "two", type: "text/plain", file: "p.txt"),
                part("pages", "three", type: "image/x", file: "file"), part("tags", "x"), part("tags", "y"),
                part("details", #"{"id":"i","count":1}"#, type: "application/json"),
                part("size", "100000000000000000000"),
            ]
        )
    }

    @Test(
        arguments: [
            ("a/b\\c.txt", "c.txt", "a/b\\c.txt"), ("a/", "a", "a/"), ("/", "file", "/"), ("", "file", "file"),
            ("a/\u{301}.txt", "\u{301}.txt", "a/\u{301}.txt"),
        ]
    )
    func namesLoseWhatIsInFrontOfThem(name: String, sent: String, withPath: String) async throws {
        for (keepsPaths, expected) in [(false, sent), (true, withPath)] {
            let upload = Upload(title: "t", file: .data(Data("one".utf8), name: name))
            let parts = try await send(upload, ["file": PartEncoding(contentType: "a/b", keepsPaths: keepsPaths)])
            #expect(parts.last == part("file", "one", type: "a/b", file: expected))
        }
    }

    @Test func encodings() async throws {
        var upload = Upload(title: "t", file: .data(Data("one".utf8), name: "a.png"))
        upload.pages = [.data(Data("two".utf8), name: "p.png")]
        upload.cover = .value(.data(Data("three".utf8), name: "c.gif"))
        upload.tags = ["x", "y"]
        upload.details = Item(id: "i", count: 1)
        let encoding = [
            "title": PartEncoding(contentType: "application/json"),
            "file": PartEncoding(contentType: "image/webp", headers: ["X-Check": "1"]),
            "pages": PartEncoding(contentType: "image/png, image/gif"), "cover": PartEncoding(contentType: "image/*"),
            "tags": PartEncoding(explode: false), "details": PartEncoding(style: .deepObject),
        ]
        #expect(
            try await send(upload, encoding) == [
                part("title", #""t""#, type: "application/json"), part("version", "2"),
                part("file", "one", type: "image/webp|X-Check: 1", file: "a.png"),
                part("pages", "two", type: "image/png", file: "p.png"),
                part("cover", "three", type: "image/gif", file: "c.gif"), part("tags", "x,y"),
                part("details[id]", "i"), part("details[count]", "1"),
            ]
        )
    }

    @Test func membersThatHaveNoFormAreRefused() async throws {
        var upload = Upload(title: "t", file: .data(Data()))
        upload.details = Item(id: "i", count: 1)
        let xml = await Outcome { try await send(upload, ["details": PartEncoding(contentType: "application/xml")]) }
        #expect(xml.error?.message == "'details' of the body cannot be written as application/xml")
        let header = await Outcome { try await send(upload, ["title": PartEncoding(headers: ["X-A": "a\r\nX-B: c"])]) }
        #expect(header.error?.kind == .invalidArgument)
        let array = await Outcome { try await send(["x"]) }
        #expect(array.error?.message == "the body cannot be written in parts: it is no object")
        let inJSON = await Outcome { try await send(["a": ["b": UploadFile.file("/etc/hostname")]]) }
        #expect(inJSON.error?.message.contains("no form in JSON") == true)
    }

    @Test func extraMembers() async throws {
        let upload = Upload(title: "t", file: .data(Data("one".utf8), name: "a"))
        let options = RequestOptions(bodyFields: ["title": "u", "version": .omit, "more": [1, ["k": true]]])
        #expect(
            try await send(upload, options: options) == [
                part("title", "u"), part("file", "one", type: "application/octet-stream", file: "a"), part("more", "1"),
                part("more", #"{"k":true}"#, type: "application/json"),
            ]
        )
    }

    @Test func unionsAndMapsOfFiles() async throws {
        #expect(
            try await send(["b": UploadFile.data(Data("2".utf8), name: "b"), "a": .data(Data("1".utf8), name: "a")])
                == [
                    part("a", "1", type: "application/octet-stream", file: "a"),
                    part("b", "2", type: "application/octet-stream", file: "b"),
                ]
        )
        #expect(try await send(Block.text(TextBlock(text: "x"))) == [part("type", "text"), part("text", "x")])
    }

    @Test func filesAndStreamsAreReadWhileTheyAreSent() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("a.txt", String(repeating: "0123456789", count: 20_000))
        var upload = Upload(title: "t", file: .file(path))
        let (chunks, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        continuation.yield(Array("one ".utf8))
        continuation.yield(Array("two".utf8))
        continuation.finish()
        upload.cover = .value(.stream(chunks, name: "s.bin"))
        let parts = try await send(upload)
        #expect(parts.count == 4)
        #expect(
            parts[2]
                == part("file", String(repeating: "0123456789", count: 20_000), type: "text/plain", file: "a.txt")
        )
        #expect(parts[3] == part("cover", "one two", type: "application/octet-stream", file: "s.bin"))
    }

    @Test func aBodyOfOneFile() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("a.png", "png")
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport)
        for (file, type) in [
            (UploadFile.file(path), "*/*"), (.file(path), "image/webp"),
            (.file(path, contentType: "image/x"), "image/webp"),
            (.data(Data("bytes".utf8)), "*/*"),
        ] {
            var request = APIRequest(.post, "/x")
            request.body(file: file, contentType: type)
            _ = try await client.send(request)
        }
        let sent = await transport.sent
        #expect(
            sent.map { $0.header("content-type") } == [
                "image/png", "image/webp", "image/x", "application/octet-stream",
            ]
        )
        #expect(sent.map { $0.body } == ["png", "png", "png", "bytes"].map { Data($0.utf8) })
    }

    @Test func filesThatCannotBeReadAreRefused() async throws {
        let folder = try TemporaryFolder()
        for path in ["\(folder.path)/none", folder.path, ""] {
            let transport = ScriptedTransport()
            let client = try TestClient(over: transport)
            var request = APIRequest(.post, "/x")
            request.body(file: .file(path))
            let outcome = await Outcome { [request] in try await client.send(request) }
            #expect(outcome.error?.kind == .file)
            #expect(await transport.sent.isEmpty)
        }
    }

    @Test func filesAreComparedByWhatTheySend() {
        let data = UploadFile.data(Data([1]), name: "a")
        let (chunks, _) = AsyncStream.makeStream(of: Data.self)
        let stream = UploadFile.stream(chunks)
        #expect(data == .data(Data([1]), name: "a") && data != .data(Data([2]), name: "a") && data != .data(Data([1])))
        #expect(UploadFile.file("/x/a") == .file("/x/a") && UploadFile.file("/x/a") != .file("/y/a"))
        #expect(stream == stream && stream != .stream(chunks))
        #expect(Set([data, stream, stream, data]).count == 2)
    }

    @Test func filesInJSONAreText() throws {
        let file = try decode(UploadFile.self, #""héllo""#)
        #expect(file == .data(Data("héllo".utf8)))
        #expect(try encode(file) == #""héllo""#)
        #expect(throws: ModelEncodingError.self) { try encode(UploadFile.data(Data([0xFF]))) }
        #expect(throws: ModelEncodingError.self) { try encode(UploadFile.file("/x")) }
    }

    @Test func textAndOtherJSON() async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport)
        var request = APIRequest(.post, "/x")
        request.body(text: "<a>ü</a>", contentType: "application/xml")
        _ = try await client.send(request)
        request.body(text: "ü")
        _ = try await client.send(request)
        request.body(["a": nil] as JSONValue, contentType: "application/merge-patch+json")
        _ = try await client.send(request)
        let sent = await transport.sent
        #expect(
            sent.map { $0.header("content-type") }
                == ["application/xml", "text/plain; charset=utf-8", "application/merge-patch+json"]
        )
        #expect(sent.map { $0.body } == ["<a>ü</a>", "ü", #"{"a":null}"#].map { Data($0.utf8) })
    }
}
