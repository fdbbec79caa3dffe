import Foundation
import SDKRuntime
import TestSupport
import Testing

/// Whole folders as files to upload.
@Suite struct FolderUploadTests {
    @Test func `files of a folder are named from the folder on`() throws {
        let folder = try Self.skill()
        let files = try UploadFile.folder(folder.path + "/skill/")
        #expect(files.map(\.name) == ["skill/SKILL.md", "skill/scripts/deep/b.py", "skill/scripts/run.py"])
        #expect(files.first?.description.contains("/skill/") == true)
    }

    @Test func `another name and hidden files are asked for`() throws {
        let folder = try Self.skill()
        let files = try UploadFile.folder(folder.path + "/skill", name: "pdf", includesHidden: true)
        #expect(
            files.map(\.name) == [
                "pdf/.env", "pdf/.git/config", "pdf/SKILL.md", "pdf/scripts/deep/b.py", "pdf/scripts/run.py",
            ]
        )
    }

    @Test func `links to files are followed, links to folders are not`() throws {
        let folder = try Self.skill()
        let skill = folder.path + "/skill"
        try FileManager.default.createSymbolicLink(atPath: skill + "/loop", withDestinationPath: skill)
        try FileManager.default.createSymbolicLink(atPath: skill + "/z.md", withDestinationPath: skill + "/SKILL.md")
        let names = try UploadFile.folder(skill).compactMap(\.name)
        #expect(names == ["skill/SKILL.md", "skill/scripts/deep/b.py", "skill/scripts/run.py", "skill/z.md"])
    }

    @Test func `a folder that is not there is an error`() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: APIError.self) { try UploadFile.folder(folder.path + "/none") }
        #expect(error?.kind == .file)
    }

    @Test(arguments: [(false, ["SKILL.md", "b.py"]), (true, ["skill/SKILL.md", "skill/scripts/deep/b.py"])])
    func `the paths are sent where that is asked for`(keepsPaths: Bool, names: [String]) async throws {
        let folder = try Self.skill()
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport)
        var request = APIRequest(.post, "/v1/skills")
        request.body(
            multipart: ["files": try UploadFile.folder(folder.path + "/skill")],
            encoding: ["files": PartEncoding(keepsPaths: keepsPaths)]
        )
        _ = try await client.send(request)
        let body = String(decoding: await transport.sent.first?.body ?? Data(), as: UTF8.self)
        for name in names { #expect(body.contains("filename=\"\(name)\"\r\n")) }
        #expect(body.contains("\r\n\r\nbody of SKILL.md\r\n"))
    }

    /// A folder with the folder `skill` in it.
    private static func skill() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for path in ["scripts/deep", ".git"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/skill/\(path)",
                withIntermediateDirectories: true
            )
        }
        for path in ["scripts/run.py", "SKILL.md", "scripts/deep/b.py", ".env", ".git/config"] {
            _ = try folder.file("skill/\(path)", "body of \(path)")
        }
        return folder
    }
}
