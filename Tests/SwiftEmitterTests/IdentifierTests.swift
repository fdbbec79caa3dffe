import Testing

@testable import SwiftEmitter

@Suite struct IdentifierTests {
    @Test func `bytes and characters give the same`() {
        let parts = [
            "id", "ID", "IDs", "Url", "oauth", "urls", "a", "S", "sS", "http2", "7", "_", "-", " ", "HTTPServer", "xY",
            "s",
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
        ("oauth_token", "oauthToken"),
        ("", "value"),
        ("--", "value"),
    ])
    func `members are in lower camel case`(name: String, expected: String) {
        #expect(Identifier.lowerCamel(name) == expected)
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
        ("oauth_token", "OAuthToken"),
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
