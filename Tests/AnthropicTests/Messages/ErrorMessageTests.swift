import Anthropic
import TestSupport
import Testing

/// What an error object says, such as that of a request in a batch.
@Suite struct ErrorMessageTests {
    @Test(
        arguments: [
            "invalid_request_error", "authentication_error", "billing_error", "permission_error", "not_found_error",
            "rate_limit_error", "timeout_error", "api_error", "overloaded_error", "quantum_error",
        ]
    )
    func `an error of any type has its message`(_ type: String) throws {
        let response: JSONValue = [
            "type": "error", "error": ["type": .string(type), "message": "No."], "request_id": nil,
        ]
        #expect(try response.decode(as: ErrorResponse.self).error.message == "No.")
        #expect(try response.decode(as: BetaErrorResponse.self).error.message == "No.")
    }

    @Test func `an error without a message shows what it has`() throws {
        let error = try (["type": "quantum_error", "spin": 0.5] as JSONValue).decode(as: ErrorObject.self)
        #expect(error.message == #"{"type":"quantum_error","spin":0.5}"#)
    }
}
