import Foundation
import Payloads
import Testing

/// The golden API `Tests/Fixtures/Golden/Payloads`: what it sends is read.
@Suite struct PayloadsTests {
    @Test func `payloads are read`() throws {
        #expect(try Webhooks.newPet(Data(#"{"name":"Rex"}"#.utf8)) == Pet(name: "Rex"))
        #expect(try Webhooks.petSold(Data(#"{"price":3}"#.utf8)).price == 3)
        #expect(try Webhooks.petDotMoved(Data(#"{"name":"Rex"}"#.utf8)) == Pet(name: "Rex"))
        #expect(try Webhooks.pet_moved(Data(#""Rex""#.utf8)) == "Rex")
        let data = Data(#"{"at":"1970-01-01T00:00:01Z"}"#.utf8)
        #expect(try Callbacks.streamsCreateOnData(data).at == Date(timeIntervalSince1970: 1))
        #expect(throws: APIError.self) { try Webhooks.newPet(Data("no JSON".utf8)) }
    }
}
