import Foundation
import SDKRuntime
import TestSupport
import Testing

/// The cases of the body suite that concern the request around the JSON text.
@Suite struct RequestBodyTests {
    static let cases = ConformanceCases.cases(suite: "json_body")
        .filter { $0.input["fields"] == nil || $0.input["header_params"] != nil }

    @Test func allCasesAreRead() {
        #expect(Self.cases.map(\.id).starts(with: ["json_body-017", "json_body-019"]))
    }

    /// A params type with members in the body and in headers.
    struct Params: APIModel {
        var a: Int
        var betas: [String]?
        var userProfileID: String?
        private var modelExtras = ModelExtras()

        init(a: Int, betas: [String]? = nil, userProfileID: String? = nil) {
            self.a = a
            self.betas = betas
            self.userProfileID = userProfileID
        }

        static let table = ModelTable<Self> { row in
            row.required("a", Int.self)
            row.parameter("anthropic-beta", [String].self)
            row.parameter("anthropic-user-profile-id", String.self)
        }
    }

    @Test(arguments: cases)
    func send(_ testCase: ConformanceCase) async throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        let transport = ScriptedTransport()
        var request = APIRequest(.post, "/v1/x")
        if let bytes = Data(hex: input["raw_body_hex"]?.stringValue) {
            request.body(bytes: bytes, contentType: input["content_type"]?.stringValue ?? "")
        } else {
            let headers = input["header_params"]
            let params = Params(
                a: try #require(input["fields"]?["a"]?["value"]?.intValue),
                betas: headers?["betas"]?.arrayValue?.map(\.text),
                userProfileID: headers?["user_profile_id"]?.stringValue
            )
            request.header("anthropic-beta", params.betas)
            request.header("anthropic-user-profile-id", params.userProfileID)
            request.body(params)
        }
        _ = try await TestClient(over: transport).send(request)

        let sent = try #require(await transport.sent.first)
        if let json = expected.take("json") {
            #expect(try ModelDecoder().decode(JSONValue.self, from: sent.body ?? Data()) == json)
        }
        if let hex = expected.take("body_hex")?.stringValue {
            #expect(sent.body == Data(hex: hex))
        }
        expected.checkHeaders(of: sent)
        expected.finish()
    }

    @Test func extraMembersReplaceAndOmit() async throws {
        let transport = ScriptedTransport()
        var request = APIRequest(.post, "/v1/x")
        request.body(["a": 1, "b": 2, "c": 3] as JSONValue)
        _ = try await TestClient(over: transport).send(request, .init(bodyFields: ["b": "x", "c": .omit, "d": .null]))
        let body = try #require(await transport.sent.first?.body)
        #expect(String(decoding: body, as: UTF8.self) == #"{"a":1,"b":"x","d":null}"#)
    }

    @Test func numbersThatJSONLacksAreRefusedBeforeSending() async throws {
        let transport = ScriptedTransport()
        let client = try TestClient(over: transport)
        var request = APIRequest(.post, "/v1/x")
        request.body([1.5, Double.nan])
        let outcome = await Outcome { [request] in try await client.send(request) }
        #expect(outcome.error?.kind == .invalidArgument)
        #expect(outcome.error?.underlyingError is ModelEncodingError)
        #expect(await transport.sent.isEmpty)
    }

    @Test func getHasNoContentType() async throws {
        let transport = ScriptedTransport()
        _ = try await TestClient(over: transport).send(APIRequest(.get, "/v1/x"))
        #expect(await transport.sent.first?.header("content-type") == nil)
        #expect(await transport.sent.first?.body == nil)
    }
}

extension Data {
    /// The bytes of a text of two digits each.
    init?(hex: String?) {
        guard let digits = hex.map({ Array($0.utf8) }), digits.count.isMultiple(of: 2) else { return nil }
        self.init()
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else {
                return nil
            }
            append(byte)
        }
    }
}
