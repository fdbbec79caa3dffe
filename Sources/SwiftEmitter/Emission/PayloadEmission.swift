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
            for payload in api.payloads where payload.kind == kind {
                printer.blank()
                method(payload, in: type, to: &printer)
            }
        }
    }

    private func method(_ payload: Payload, in scope: String, to printer: inout SwiftPrinter) {
        let text = names.text(payload.type, in: scope)
        let fallback = "Reads the body of the \(kind.name) `\(payload.name)`."
        printer.documentation(
            """
            \(DocumentationText.text(payload.documentation, fallback: fallback) ?? fallback)

            - Parameters:
              - body: The body as received.
              - decoding: What happens to JSON that does not fit the type.
            - Throws: ``APIError``, if the body is not JSON or, in strict mode, does not fit the type.
            """
        )
        if payload.documentation.isDeprecated { printer.deprecation(payload.documentation) }
        let name = Identifier.escaped(SwiftNames.method(payload.name))
        printer.list(
            "public static func \(name)",
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
