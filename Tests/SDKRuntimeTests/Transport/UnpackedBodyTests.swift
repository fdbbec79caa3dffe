import SDKRuntime
import TestSupport
import Testing

@Suite struct UnpackedBodyTests {
    @Test(
        arguments: [
            (["Content-Length": "0"], 0), (["content-length": "9223372036854775807"], .max),
            (["Content-Length": "5", "Content-Encoding": "Identity"], 5),
            (["Content-Length": "5", "Content-Encoding": "gzip"], nil), ([:], nil),
            (["Content-Length": "-5"], nil), (["Content-Length": "+5"], nil), (["Content-Length": ""], nil),
            (["Content-Length": "9223372036854775808"], nil), (["Content-Length": "5, 5"], nil),
        ] as [([String: String], Int64?)]
    )
    func `a length is one that the server states, of what is not packed`(_ headers: [String: String], _ length: Int64?)
    {
        #expect(UnpackedBody.length(HTTPFields(named: headers)) == length)
    }
}
