import Foundation
import SDKRuntime
import Testing

@Suite struct TransportErrorTests {
    /// Middleware sees it, and what shows errors to people asks for this.
    @Test func `its description for people is its message`() {
        let error: any Error = TransportError(.timeout, "no answer in time")
        #expect(error.localizedDescription == "no answer in time")
    }
}
