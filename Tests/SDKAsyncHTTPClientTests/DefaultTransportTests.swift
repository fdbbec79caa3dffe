import SDKAsyncHTTPClient
import SDKDefaultTransport
import SDKURLSession
import Testing

@Suite struct DefaultTransportTests {
    @Test func platformDecides() {
        #if canImport(Darwin)
            #expect(makeDefaultTransport() is URLSessionTransport)
        #else
            #expect(makeDefaultTransport() is AsyncHTTPClientTransport)
        #endif
    }
}
