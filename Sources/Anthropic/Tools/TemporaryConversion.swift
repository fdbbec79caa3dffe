import SDKRuntime

extension BetaMessageParam {
    init(_ message: BetaMessage) {
        let blocks = message.content.map { block -> BetaContentBlockParam in
            let json = (try? JSONValue(encoding: block)) ?? .null
            return (try? json.decode(as: BetaContentBlockParam.self)) ?? .unknown(UnknownMember(value: json))
        }
        self.init(content: .blocks(blocks), role: .assistant)
    }
}
