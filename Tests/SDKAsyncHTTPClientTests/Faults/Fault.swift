import Foundation
import SDKRuntime

/// Something that goes wrong on a connection after a request has been received.
struct Fault: Sendable, CustomStringConvertible {
    /// What a call comes to.
    enum Outcome: Sendable, Hashable {
        /// The call succeeds all the same.
        case success
        /// No response came: every attempt is repeated.
        case noResponse(APIError.Kind)
        /// A response came, but not all of it: the service has done what it was asked for, so that only what may be done
        /// twice is repeated.
        case brokenResponse(APIError.Kind)
        /// Another attempt would come to the same.
        case final(APIError.Kind)
        /// It cannot be tested: FoundationNetworking stops the program ("Transfer completed, but there's no response"), or
        /// keeps all of its sessions busy, or goes on to read after the call has ended.
        case untestable
    }

    let description: String
    let steps: [FaultStep]
    let outcome: Outcome
    /// What it comes to with URLSession on Linux, where that differs.
    let outcomeOfFoundationNetworking: Outcome
    let fate: ConnectionFate

    init(
        _ description: String,
        _ steps: [FaultStep],
        _ outcome: Outcome,
        foundationNetworking: Outcome? = nil,
        leaving fate: ConnectionFate = .closed
    ) {
        self.description = description
        self.steps = [.request] + steps
        self.outcome = outcome
        outcomeOfFoundationNetworking = foundationNetworking ?? outcome
        self.fate = fate
    }

    /// What a call comes to.
    func outcome(_ kind: TransportKind) -> Outcome {
        #if canImport(Darwin)
            outcome
        #else
            kind == .urlSession ? outcomeOfFoundationNetworking : outcome
        #endif
    }
}

extension Fault.Outcome {
    /// What the error says; nil for a success.
    var kind: APIError.Kind? {
        switch self {
        case .success, .untestable: nil
        case .noResponse(let kind), .brokenResponse(let kind), .final(let kind): kind
        }
    }

    /// Whether a request is sent again.
    func isRepeated(_ method: HTTPRequest.Method) -> Bool {
        switch self {
        case .success, .final, .untestable: false
        case .noResponse: true
        case .brokenResponse: method == .get
        }
    }
}

extension Fault {
    /// The faults, each with the transports that can be tested with it.
    static let cases = (connections + heads + bodies + encodings).flatMap { fault in
        TransportKind.allCases.filter { fault.outcome($0) != .untestable }.map { (fault, $0) }
    }

    private static let connections = [
        Fault("reset before the head", [.reset], .noResponse(.connection)),
        Fault("close before the head", [.close], .noResponse(.connection)),
        Fault("reset in the head", [.send("HTTP/1.1 200 OK\r\nContent-Ty"), .reset], .noResponse(.connection)),
        Fault(
            "close in the head",
            [.send("HTTP/1.1 200 OK\r\nContent-Ty"), .close],
            .noResponse(.connection),
            foundationNetworking: .untestable
        ),
    ]

    private static let heads = [
        Fault("another protocol", [.send("SSH-2.0-OpenSSH_9.6\r\n"), .close], .noResponse(.connection)),
        Fault("garbage", [.send(Data((0...255).map { UInt8($0) })), .close], .noResponse(.connection)),
        Fault("a status that is no number", [.send("HTTP/1.1 OK 200\r\n\r\n{}"), .close], .noResponse(.connection)),
        Fault(
            "two lengths",
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"), .close],
            .noResponse(.connection),
            foundationNetworking: .brokenResponse(.connection)
        ),
        Fault(
            "a length beyond all numbers",
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}"), .close],
            .noResponse(.connection),
            // libcurl reads on until the connection ends.
            foundationNetworking: .success
        ),
        Fault(
            "a negative length",
            [.send("HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}"), .close],
            .noResponse(.connection)
        ),
        Fault(
            "a header field of 1 MiB",
            [.respond("200 OK", ["X-Long: \(String(repeating: "a", count: 1 << 20))"])],
            .noResponse(.connection)
        ),
        Fault(
            "a header field without an end",
            [.send("HTTP/1.1 200 OK\r\nX-Long: "), .flood(Data(repeating: 0x61, count: 65_536))],
            .noResponse(.connection)
        ),
        Fault(
            "header fields without an end",
            [.send("HTTP/1.1 200 OK\r\n"), .flood(Data(String(repeating: "X-One: 1\r\n", count: 1000).utf8))],
            .noResponse(.connection)
        ),
        Fault(
            "informational responses before the final one",
            [
                .send("HTTP/1.1 100 Continue\r\n\r\n"), .send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
                .respond(),
            ],
            .success,
            leaving: .kept
        ),
    ]

    private static let bodies = [
        Fault("reset in the body", [.send(head("Content-Length: 100") + "{"), .reset], .brokenResponse(.connection)),
        Fault(
            "a body shorter than its length",
            [.send(head("Content-Length: 100") + "{}"), .close],
            .brokenResponse(.connection)
        ),
        Fault(
            "an error whose body has no end",
            [.send("HTTP/1.1 400 Bad Request\r\n\r\n"), .flood(Data(repeating: 0x61, count: 65_536))],
            .final(.badRequest),
            foundationNetworking: .untestable
        ),
        Fault("a body longer than its length", [.send(head("Content-Length: 2") + "{}{}")], .success),
        Fault(
            "close in a chunk",
            [.send(head("Transfer-Encoding: chunked") + "10\r\n{"), .close],
            .brokenResponse(.connection)
        ),
        Fault(
            "close before the last chunk",
            [.send(head("Transfer-Encoding: chunked") + "2\r\n{}\r\n"), .close],
            .brokenResponse(.connection)
        ),
        Fault(
            "reset before the last chunk",
            [.send(head("Transfer-Encoding: chunked") + "2\r\n{}\r\n"), .reset],
            .brokenResponse(.connection)
        ),
        Fault(
            "a chunk size that is no number",
            [.send(head("Transfer-Encoding: chunked") + "2\r\n{}\r\nzz\r\n"), .close],
            .brokenResponse(.connection)
        ),
        Fault(
            "a chunk size beyond all numbers",
            [.send(head("Transfer-Encoding: chunked") + "ffffffffffffffffff\r\n{}\r\n"), .close],
            .brokenResponse(.connection)
        ),
        Fault(
            "one byte at a time",
            [.drip(FaultStep.response("200 OK", ["Content-Length: 2"], Data("{}".utf8)))],
            .success,
            foundationNetworking: .untestable,
            leaving: .kept
        ),
        Fault(
            "one byte at a time in chunks",
            [.drip(Data((head("Transfer-Encoding: chunked") + "1\r\n{\r\n1;x=y\r\n}\r\n0\r\nX-T: 1\r\n\r\n").utf8))],
            .success,
            foundationNetworking: .untestable,
            leaving: .kept
        ),
    ]

    private static let encodings = [
        Fault(
            "gzip that is none",
            [.respond("200 OK", ["Content-Encoding: gzip"], "this is no gzip")],
            .final(.decoding),
            foundationNetworking: .brokenResponse(.connection)
        ),
        Fault(
            "gzip that is cut off",
            // The first bytes of `printf hello | gzip -n`.
            [.respond("200 OK", ["Content-Encoding: gzip"], Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48]))],
            .final(.decoding)
        ),
        Fault(
            "gzip without an end",
            [
                .send(Data(head("Content-Encoding: gzip").utf8) + EndlessZeros.head), .flood(EndlessZeros.cycle),
            ],
            .final(.decoding),
            foundationNetworking: .untestable
        ),
    ]

    /// The head of a response whose body is JSON.
    private static func head(_ field: String) -> String {
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\(field)\r\n\r\n"
    }
}
