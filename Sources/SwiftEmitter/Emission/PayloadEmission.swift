import APIModel

/// Writes the decoders of what the service sends on its own account.
struct PayloadEmission {
    let api: API
    let names: SwiftNames
    let kind: Payload.Kind

    func file(to printer: inout SwiftPrinter) {
        let type = names.payloadsType(of: kind)
        printer.line("public import SDKRuntime")
        printer.blank()
        printer.documentation(
            """
            What the API sends on its own account: the bodies of its \(kind.name)s.

            Whether it was the API that sent a body is not checked here.
            """
        )
        printer.block("public nonisolated enum \(type)") { printer in
            let payloads = api.payloads.filter { $0.kind == kind }
            for (payload, name) in zip(payloads, SwiftNames.payloads(payloads)) {
                printer.blank()
                method(name, payload, in: type, to: &printer)
            }
        }
    }

    private func method(_ name: String, _ payload: Payload, in scope: String, to printer: inout SwiftPrinter) {
        let text = names.text(payload.type, in: scope)
        let fallback = "Reads the body of the \(kind.name) `\(payload.name)`."
        printer.documentation(
            """
            \(DocumentationText.text(payload.documentation, fallback: fallback) ?? fallback)

            - Parameters:
              - body: The body as received.
              - decoding: What happens to JSON that does not fit the type.
            - Throws: `APIError`, if the body is not JSON or, in strict mode, does not fit the type.
            """
        )
        if payload.documentation.isDeprecated { printer.deprecation(payload.documentation) }
        printer.list(
            "public static func \(Identifier.escaped(name))",
            ["_ body: Data", "decoding: DecodingMode = .lenient"],
            " throws -> \(text) {"
        )
        printer.body { printer in
            printer.line("try WebhookPayload.decode(\(text).self, from: body, decoding: decoding)")
        }
    }
}

extension SwiftNames {
    /// The name of the type that holds the decoders of webhooks or callbacks.
    func payloadsType(of kind: Payload.Kind) -> String {
        let name =
            switch kind {
            case .webhook: "Webhook"
            case .callback: "Callback"
            }
        return declares(name + "s") ? name + "Payloads" : name + "s"
    }
}
