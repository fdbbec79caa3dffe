import Anthropic
import Foundation
import TestSupport
import Testing

/// What the generated models do on their own.
@Suite struct GeneratedModelTests {
    /// The offsets and types that the tables assume, against those that the compiler chose.
    @Test func `every row of every type is where its member is`() throws {
        let models = try GeneratedTypes.models(
            in: Fixtures.package.appending(path: "Generated/Anthropic"),
            module: "Anthropic"
        )
        let known: Set = ["BetaManagedAgentsFileResource", "Beta.Sessions.ResourceAddParams"]
        #expect(known.isSubset(of: models.map(\.name)))
        for model in models {
            let type = try #require(model.type, "\(model.name) is not in the module")
            #expect(StoredFields.rows(of: type) == StoredFields.fields(of: type), "\(model.name)")
        }
    }

    @Test func `mount_path has three states`() throws {
        let states: [(Nullable<String>?, String)] = [
            (nil, #"{"file_id":"f","type":"file"}"#),
            (.null, #"{"file_id":"f","type":"file","mount_path":null}"#),
            (.value("/a"), #"{"file_id":"f","type":"file","mount_path":"/a"}"#),
        ]
        for (mountPath, json) in states {
            let params = Beta.Sessions.ResourceAddParams(fileID: "f", mountPath: mountPath, betas: [.skills20251002])
            #expect(String(decoding: try ModelEncoder().encode(params), as: UTF8.self) == json)
        }
    }

    @Test func `betas are an open list with the page's values`() {
        #expect(AnthropicBeta.allKnownValues.count == 26)
        #expect(AnthropicBeta.allKnownValues.first == "message-batches-2024-09-24")
        #expect(AnthropicBeta.allKnownValues.last == .thinkingTokenCount20260513)
        #expect(AnthropicBeta.filesAPI20250414.rawValue == "files-api-2025-04-14")
        #expect(AnthropicBeta.filesAPI20250414.isKnown)
        #expect(!AnthropicBeta("my-private-beta").isKnown)
    }

    @Test func `models work with Foundation's coders`() throws {
        let json =
            #"{"created_at":"2026-03-15T10:00:00Z","file_id":"f","id":"r","mount_path":"/m","new":[1,2.5],"type":"file","updated_at":"2026-03-15T10:00:00Z"}"#
        let resource = try JSONDecoder().decode(BetaManagedAgentsFileResource.self, from: Data(json.utf8))
        #expect(resource == (try ModelDecoder().decode(BetaManagedAgentsFileResource.self, from: Data(json.utf8))))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let again = try JSONDecoder().decode(BetaManagedAgentsFileResource.self, from: encoder.encode(resource))
        #expect(again.id == "r")
        #expect(again.createdAt == resource.createdAt)
    }

    @Test func `strict decoding names the place of the first issue`() throws {
        let json =
            #"{"id":"r","created_at":"yesterday","file_id":"f","mount_path":"/m","type":"file","updated_at":"2026-03-15T10:00:00Z"}"#
        let error = #expect(throws: ModelDecodingError.self) {
            try ModelDecoder(mode: .strict).decode(BetaManagedAgentsFileResource.self, from: Data(json.utf8))
        }
        #expect(error.map { String(describing: $0.codingPath) }?.contains("created_at") == true)
        #expect(error?.byteOffset == 23)
    }
}
