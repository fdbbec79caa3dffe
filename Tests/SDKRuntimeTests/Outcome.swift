import SDKRuntime
import TestSupport
import Testing

/// What a call that may fail came to.
struct Outcome<Value> {
    var value: Value?
    var error: APIError?

    init(_ body: () async throws -> Value) async {
        do {
            value = try await body()
        } catch let error as APIError {
            self.error = error
        } catch {
            Issue.record("\(error) is no APIError")
        }
    }
}

extension HeaderLayer {
    /// Headers of a case: null removes one, and a list is several values.
    init(_ headers: JSONValue?) {
        self.init()
        for (name, value) in headers?.objectValue ?? [:] where value != "<unset>" {
            for value in value.arrayValue ?? [value] {
                add(name, value == .null ? nil : value.text)
            }
        }
    }
}

extension JSONValue {
    /// The text of a scalar, whatever its type.
    var text: String { stringValue ?? description }

    /// The members of an object whose values are scalars.
    var texts: [(key: String, value: String)] {
        (objectValue ?? [:]).map { ($0.key, $0.value.text) }
    }
}

extension Expectations {
    /// Checks the headers that a request has to have, and those that it must not have.
    mutating func checkHeaders(of sent: ScriptedTransport.Sent) {
        for (name, value) in take("headers")?.objectValue ?? [:] {
            #expect(sent.header(name) == value.text, "\(name)")
        }
        for name in take("headers_absent")?.arrayValue ?? [] {
            #expect(sent.header(name.text) == nil, "\(name)")
        }
    }
}
