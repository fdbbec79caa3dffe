import Foundation

/// The JSON that is read: the same bytes in every run.
enum Input {
    private static let words = [
        "the", "model", "answers", "with", "a", "list", "of", "files", "that", "were", "changed", "since", "Zürich",
        "—",
        "last", "Tuesday", "and", "explains", "why", "each", "one", "matters",
    ]

    private static func sentence(_ seed: Int, _ count: Int) -> String {
        (0..<count).map { words[(seed &* 31 &+ $0 &* 7 &+ seed / 3) % words.count] }.joined(separator: " ")
    }

    /// A list of content blocks of about a megabyte. A paragraph has line breaks and quotes, which are escaped.
    static func blocks() -> Data {
        var blocks: [String] = []
        var size = 0
        while size < 1_000_000 {
            let block = self.block(blocks.count, isNested: false)
            size += block.utf8.count + 1
            blocks.append(block)
        }
        return Data(#"{"data":[\#(blocks.joined(separator: ","))],"has_more":false}"#.utf8)
    }

    private static func block(_ number: Int, isNested: Bool) -> String {
        switch number % (isNested ? 3 : 4) {
        case 0:
            let language = [#","language":null"#, #","language":"en""#, ""][number / 4 % 3]
            let score = number % 8 == 0 ? #","score":0.\#(1000 + number % 8999)5"# : ""
            let time = String(number % 60 + 100).dropFirst()
            return
                #"{"type":"TextBlock","id":"block_\#(100_000 + number)","text":"\#(sentence(number, 24)).\n\"\#(sentence(number, 9))\"","created_at":"2026-03-14T09:26:\#(time)Z"\#(language)\#(score)}"#
        case 1:
            let caption = number % 8 == 1 ? #","caption":"\#(sentence(number, 6))""# : ""
            return
                #"{"type":"ImageBlock","id":"block_\#(100_000 + number)","width":\#(number % 4000),"height":1080,"url":"https://images.coding.test/\#(number).png","media_type":"image/png"\#(caption)}"#
        case 2:
            let tags = number % 8 == 2 ? #","tags":["source","swift","tests"]"# : ""
            return
                #"{"type":"ToolUseBlock","id":"toolu_\#(100_000 + number)","name":"list_files","input":{"path":"Sources/Part\#(number)/File.swift","limit":\#(number % 500),"recursive":true\#(tags)}}"#
        default:
            let content = (0..<3).map { block(number + $0, isNested: true) }.joined(separator: ",")
            return
                #"{"type":"ToolResultBlock","tool_use_id":"toolu_\#(100_000 + number)","is_error":false,"content":[\#(content)]}"#
        }
    }

    /// 3,000 events as a stream sends them.
    static func events() -> [Data] {
        (0..<3000).map { number in
            let text =
                switch number % 12 {
                case 11: #"{"type":"BlockStop","index":\#(number / 12)}"#
                case 10:
                    #"{"type":"MessageDelta","stop_reason":null,"usage":{"input_tokens":\#(number),"output_tokens":25}}"#
                case 8, 9:
                    #"{"type":"BlockDelta","index":1,"delta":{"type":"JSONDelta","partial_json":"{\"path\": \"Sour"}}"#
                default:
                    #"{"type":"BlockDelta","index":0,"delta":{"type":"TextDelta","text":" \#(sentence(number, 3))"}}"#
                }
            return Data(text.utf8)
        }
    }
}
