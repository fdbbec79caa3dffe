import NIOCore
import NIOHTTP1

/// What the service answers.
enum ServerContent {
    static func head(_ type: String, length: Int?) -> HTTPResponseHead {
        var head = HTTPResponseHead(version: .http1_1, status: .ok, headers: commonHeaders)
        head.headers.add(name: "content-type", value: type)
        if let length {
            head.headers.add(name: "content-length", value: "\(length)")
        }
        return head
    }

    /// As many as a service behind a proxy has.
    private static let commonHeaders: HTTPHeaders = [
        "date": "Sun, 29 Nov 2026 12:00:00 GMT",
        "server": "runtime",
        "request-id": "req_011CVe4fZJY7Vh1kGH2nLxQd",
        "runtime-ratelimit-requests-limit": "4000",
        "runtime-ratelimit-requests-remaining": "3999",
        "runtime-ratelimit-requests-reset": "2026-11-29T12:00:00Z",
        "runtime-ratelimit-tokens-limit": "480000",
        "runtime-ratelimit-tokens-remaining": "479000",
        "runtime-ratelimit-tokens-reset": "2026-11-29T12:00:01Z",
        "strict-transport-security": "max-age=31536000; includeSubDomains; preload",
        "cache-control": "no-store",
    ]

    static let message = Array(
        """
        {"id":"msg_01XFDUDYJgAACzvnptvVoYEL","type":"message","role":"assistant","model":"model-large-1","content":\
        [{"type":"text","text":"\(sentence) \(sentence) \(sentence)\\n\\n"},{"type":"text","text":"\(sentence)"}],\
        "stop_reason":"end_turn","usage":{"input_tokens":2095,"output_tokens":503}}
        """.utf8
    )

    private static let sentence =
        "The quick brown fox jumps over the lazy dog, and the dog — being lazy — lets it pass."

    /// Text that arrives in pieces, from the event that begins it to the one that ends it.
    ///
    /// - Parameter together: How many events are sent at a time.
    static func events(_ count: Int, together: Int) -> some IteratorProtocol<ByteBuffer> {
        let delta = event(
            "content_block_delta",
            #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" lets it pass,"}}"#
        )
        let start = event(
            "message_start",
            #"{"type":"message_start","message":\#(String(decoding: message, as: UTF8.self))}"#
        )
        let stop = event("message_stop", #"{"type":"message_stop"}"#)
        let (full, rest) = (max(count - 2, 0) / together, max(count - 2, 0) % together)
        let group = ByteBuffer(repeating: delta, count: together)
        return ([start] + Array(repeating: group, count: full) + [ByteBuffer(repeating: delta, count: rest), stop])
            .makeIterator()
    }

    private static func event(_ name: String, _ data: String) -> ByteBuffer {
        ByteBuffer(string: "event: \(name)\ndata: \(data)\n\n")
    }

    static func bytes(_ count: Int) -> some IteratorProtocol<ByteBuffer> {
        let chunk = ByteBuffer(repeating: 0x61, count: 65_536)
        var rest = count
        return AnyIterator {
            guard rest > 0 else { return nil }
            defer { rest -= chunk.readableBytes }
            return rest >= chunk.readableBytes ? chunk : chunk.getSlice(at: 0, length: rest)
        }
    }
}

extension ByteBuffer {
    fileprivate init(repeating buffer: ByteBuffer, count: Int) {
        self.init()
        for _ in 0..<count { writeImmutableBuffer(buffer) }
    }
}
