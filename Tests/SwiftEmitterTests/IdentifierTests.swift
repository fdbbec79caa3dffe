import Testing

@testable import SwiftEmitter

@Suite struct IdentifierTests {
    @Test func `bytes and characters give the same`() {
        let parts = [
            "id", "ID", "IDs", "Url", "oauth", "urls", "a", "S", "sS", "http2", "7", "_", "-", " ", "HTTPServer", "xY",
            "s", "4", "20", "2025",
        ]
        for first in parts {
            for second in parts {
                for third in parts {
                    let name = first + second + third
                    #expect(Identifier.lowerCamel(name) == Identifier.lowerCamelByCharacters(name), "\(name)")
                    guard name.contains(where: { "_- ".contains($0) }) || name.first?.isUppercase != true else {
                        continue
                    }
                    #expect(Identifier.upperCamel(name) == Identifier.upperCamelByCharacters(name), "\(name)")
                }
            }
        }
    }

    @Test(arguments: [
        ("session_id", "sessionID"),
        ("sessionId", "sessionID"),
        ("file_ids", "fileIDs"),
        ("base_url", "baseURL"),
        ("URL", "url"),
        ("HTTPServer", "httpServer"),
        ("created_at", "createdAt"),
        ("files-api-2025-04-14", "filesAPI20250414"),
        ("output-128k-2025-02-19", "output128k20250219"),
        ("claude-opus-4-8", "claudeOpus4_8"),
        ("claude-sonnet-4-5-20250929", "claudeSonnet4_5_20250929"),
        ("claude-3-haiku-20240307", "claude3Haiku20240307"),
        ("gpt-3.5", "gpt3_5"),
        ("16:9", "_16_9"),
        ("1.10", "_1_10"),
        ("11.0", "_11_0"),
        ("v1-2025-04-14", "v1_20250414"),
        ("2025-04-14-2", "_20250414_2"),
        ("2025-04-140", "_2025_04_140"),
        ("2025-04", "_2025_04"),
        ("ipv4_6to4", "ipv4_6to4"),
        ("h2_264p", "h2_264p"),
        ("größe-4-8", "größe4_8"),
        ("X-Request-Id", "xRequestID"),
        ("5m_tokens", "_5mTokens"),
        ("created_at[gte]", "createdAtGte"),
        ("SCREAMING_CASE", "screamingCase"),
        ("größe", "größe"),
        ("GrößeÄndern", "größeÄndern"),
        ("日本語_名", "日本語名"),
        ("userIDs", "userIDs"),
        ("IDsOnly", "idsOnly"),
        ("mcp_oauth_validate", "mcpOAuthValidate"),
        ("content_sha256", "contentSHA256"),
        ("sha1_hashes", "sha1Hashes"),
        ("public_ipv4", "publicIPv4"),
        ("ipv6_address", "ipv6Address"),
        ("oauth_token", "oauthToken"),
        ("", "value"),
        ("--", "value"),
    ])
    func `members are in lower camel case`(name: String, expected: String) {
        #expect(Identifier.lowerCamel(name) == expected)
        #expect(Identifier.lowerCamelByCharacters(name) == expected)
    }

    @Test(arguments: [
        ("BetaManagedAgentsFileResource", "BetaManagedAgentsFileResource"),
        ("HTTPError", "HTTPError"),
        ("file_resource", "FileResource"),
        ("limits", "Limits"),
        ("api_key", "APIKey"),
        ("2fa", "_2fa"),
        ("pet.owner", "PetOwner"),
        ("Tool25_2025", "Tool25_2025"),
        ("Tool25_", "Tool25"),
        ("Tool25_Large", "Tool25Large"),
        ("tool_4_2", "Tool4_2"),
        ("tool_2025_08_25", "Tool20250825"),
        ("oauth_token", "OAuthToken"),
        ("ipv4_address", "IPv4Address"),
        ("sha256_sum", "SHA256Sum"),
    ])
    func `types are in upper camel case, and stay as they are where they are names already`(
        name: String,
        expected: String
    ) {
        #expect(Identifier.upperCamel(name) == expected)
    }

    @Test(arguments: [
        ("resources", "resource"), ("batches", "batch"), ("histories", "history"), ("status", "status"),
        ("messages", "message"), ("classes", "class"), ("boxes", "box"), ("data", "data"), ("analysis", "analysis"),
        ("shelves", "shelf"), ("leaves", "leaf"), ("analyses", "analysis"), ("statuses", "status"),
        ("series", "series"),
        ("addresses", "address"), ("children", "child"), ("people", "person"), ("media", "media"), ("indices", "index"),
        ("sizes", "size"), ("caches", "cache"), ("databases", "database"), ("licenses", "license"), ("movies", "movie"),
        ("cookies", "cookie"), ("processes", "process"), ("heroes", "hero"), ("archives", "archive"), ("news", "news"),
        ("aliases", "alias"), ("uses", "use"), ("quizzes", "quiz"), ("canvas", "canvas"), ("axes", "axis"),
        ("gas", "gas"),
        ("APIs", "API"), ("userIDs", "userID"), ("orderStatuses", "orderStatus"), ("file_batches", "file_batch"),
        ("BookShelves", "BookShelf"), ("bookshelves", "bookshelf"), ("v1", "v1"), ("s", "s"), ("größen", "größen"),
    ])
    func `plurals have a singular`(plural: String, singular: String) {
        #expect(plural.singular == singular)
    }

    @Test(arguments: [("class", "`class`"), ("default", "`default`"), ("name", "name")])
    func `keywords stand in backticks`(identifier: String, expected: String) {
        #expect(Identifier.escaped(identifier) == expected)
    }

    @Test(arguments: [
        ("self", "selfValue"), ("Type", "type"), ("table", "tableValue"), ("model_extras", "modelExtrasValue"),
    ])
    func `members of every model give way`(name: String, expected: String) {
        #expect(SwiftNames.property(name) == expected)
    }
}
