import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite struct FormBodyTests {
    /// What a call with a form sends to a service without formats of its own.
    private func send(
        _ value: some JSONCodable,
        _ encoding: [String: FormEncoding] = [:],
        service: ServiceDescription = ServiceDescription(name: "Shop", version: "1", baseURL: "https://shop.test"),
        options: RequestOptions = .init()
    ) async throws -> String {
        let transport = ScriptedTransport()
        let client = try TestClient(service: service, options: .init(transport: transport, environment: .none))
        var request = APIRequest(.post, "/x")
        request.body(form: value, encoding: encoding)
        _ = try await client.send(request, options)
        let sent = try #require(await transport.sent.first)
        #expect(sent.header("content-type") == "application/x-www-form-urlencoded")
        return String(decoding: sent.body ?? Data(), as: UTF8.self)
    }

    struct Charge: APIModel {
        var amount: Int
        var note: Nullable<String>?
        var tags: [String]?
        var owner: Item?
        private var modelExtras = ModelExtras()

        init(amount: Int, note: Nullable<String>? = nil, tags: [String]? = nil, owner: Item? = nil) {
            self.amount = amount
            self.note = note
            self.tags = tags
            self.owner = owner
        }

        static let table = ModelTable<Self> { row in
            row.constant("type", "charge")
            row.required("amount", Int.self)
            row.optionalNullable("note", String.self)
            row.optional("tags", [String].self)
            row.optional("owner", Item.self)
        }
    }

    @Test func membersInOrder() async throws {
        let charge = Charge(amount: 5, note: "a b&c=ü~*", tags: ["x", "y z"], owner: Item(id: "i", count: 1))
        #expect(
            try await send(charge)
                == "type=charge&amount=5&note=a+b%26c%3D%C3%BC%7E*&tags=x&tags=y+z"
                + "&owner=%7B%22id%22%3A%22i%22%2C%22count%22%3A1%7D"
        )
        #expect(try await send(Charge(amount: 5, note: .null, tags: [])) == "type=charge&amount=5")
    }

    @Test func encodings() async throws {
        let charge = Charge(amount: 5, note: "a/b?c d", tags: ["x", "y"], owner: Item(id: "i", count: 1))
        let encoding = [
            "note": FormEncoding(allowsReserved: true), "tags": FormEncoding(explode: false),
            "owner": FormEncoding(style: .deepObject, explode: true),
        ]
        #expect(
            try await send(charge, encoding)
                == "type=charge&amount=5&note=a/b?c%20d&tags=x,y&owner%5Bid%5D=i&owner%5Bcount%5D=1"
        )
        let json = ["tags": FormEncoding(contentType: "application/json"), "owner": FormEncoding(style: .form)]
        #expect(
            try await send(Charge(amount: 5, tags: ["x"], owner: charge.owner), json).hasSuffix(
                "&tags=%22x%22&id=i&count=1"
            )
        )
    }

    @Test func formatsOfTheService() async throws {
        let value: JSONValue = ["a": [1, 2], "o": ["k": ["v"], "n": nil], "s": [["id": "x"]]]
        let service = ServiceDescription(
            name: "Shop",
            version: "1",
            baseURL: "https://shop.test",
            queryArrays: .brackets
        )
        let text = try await send(value, service: service)
        #expect(
            text.replacing("%5B", with: "[").replacing("%5D", with: "]") == "a[]=1&a[]=2&o[k][]=v&s[][id]=x"
        )
    }

    @Test func arraysOfObjectsAreJSON() async throws {
        let text = try await send(["s": [["id": "x"], ["id": "y"]]] as JSONValue)
        #expect(text == "s=%7B%22id%22%3A%22x%22%7D&s=%7B%22id%22%3A%22y%22%7D")
    }

    @Test func extraMembers() async throws {
        let options = RequestOptions(bodyFields: ["amount": 6, "type": .omit, "more": "m"])
        #expect(try await send(Charge(amount: 5, tags: ["t"]), options: options) == "amount=6&tags=t&more=m")
    }

    @Test func whatIsNoObjectIsRefused() async throws {
        let outcome = await Outcome { try await send([1, 2]) }
        #expect(outcome.error?.kind == .invalidArgument)
        #expect(outcome.error?.message == "the body cannot be written as a form: it is no object")
    }
}
