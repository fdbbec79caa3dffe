import Foundation

/// One thing that a ``FaultServer`` does on a connection. A script that has come to its end leaves the connection open and
/// silent.
enum FaultStep: Sendable {
    /// Waits for the next request, content and all.
    case request
    /// Waits for the head of the next request alone.
    case requestHead
    /// Reads no further, so that the client cannot send on.
    case stopReading
    /// Reads on, which also tells whether the client has gone.
    case startReading
    /// Sends these bytes as they are.
    case send(Data)
    /// Sends each byte by itself.
    case drip(Data)
    /// Sends the same bytes over and over, until the client has gone.
    case flood(Data)
    /// Waits for the test.
    case wait(Signal)
    /// Sends nothing more and reads on until the client closes, as a server should (RFC 9112, section 9.6).
    case finishSending
    /// Ends the connection: at once, if the client has sent what was not read, with a reset.
    case close
    /// Breaks the connection with a reset (RFC 9293, section 3.5.2).
    case reset
}

extension FaultStep {
    /// Sends a text whose lines end as HTTP's do.
    static func send(_ text: String) -> FaultStep {
        .send(Data(text.utf8))
    }

    /// Sends a response with the length of its body.
    static func respond(_ status: String = "200 OK", _ headers: [String] = [], _ body: String = "{}") -> FaultStep {
        respond(status, headers, Data(body.utf8))
    }

    /// Sends a response with the length of its body.
    static func respond(_ status: String = "200 OK", _ headers: [String] = [], _ body: Data) -> FaultStep {
        .send(response(status, headers + ["Content-Length: \(body.count)"], body))
    }

    /// The bytes of a response.
    static func response(_ status: String, _ headers: [String], _ body: Data) -> Data {
        let lines = ["HTTP/1.1 \(status)", "Content-Type: application/json"] + headers + ["", ""]
        return Data(lines.joined(separator: "\r\n").utf8) + body
    }
}
