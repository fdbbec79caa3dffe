import OpenAPI
import Source

extension Lowering {
    /// What the service sends on its own account: webhooks, and the callbacks of operations.
    ///
    /// - Parameter calls: The operations that the SDK has, with their names.
    func payloads(of calls: [(site: OperationSite, name: CallName)]) -> [Payload] {
        var payloads: [Payload] = []
        if filter == nil {
            for webhook in document.root.webhooks {
                guard let item: PathItemObject = document.view(webhook.value) else { continue }
                payloads += self.payloads(of: item, named: webhook.key, .webhook)
            }
        }
        for (site, name) in calls {
            let name = name.path.suffix(2).joined(separator: "_")
            for callback in site.object.callbacks {
                guard let expressions = document.resolve(callback.value) else { continue }
                let items = expressions.members.filter { !$0.key.hasPrefix("x-") && $0.value.kind == .mapping }
                for expression in items {
                    guard let item: PathItemObject = document.view(expression.value) else { continue }
                    var text = "\(name)_\(callback.key)"
                    if items.count > 1 { text += "_" + NameWords.words(of: expression.key).joined(separator: "_") }
                    payloads += self.payloads(of: item, named: text, .callback)
                }
            }
        }
        return payloads
    }

    private func payloads(of item: PathItemObject, named name: String, _ kind: Payload.Kind) -> [Payload] {
        let operations = item.operations.filter { $0.operation.requestBody != nil }
        return operations.compactMap { method, key, operation in
            guard let node = operation.requestBody, let body: RequestBodyObject = document.view(node) else {
                return nil
            }
            guard
                let json = body.content.first(where: {
                    MediaName($0.key).kind == .json || MediaName($0.key).kind == .any
                }),
                let media: MediaTypeObject = document.view(json.value)
            else {
                report.warning(
                    .unsupported,
                    "a \(kind.name) that is not JSON",
                    at: body.content.first?.keyRange ?? body.headRange,
                    hint: "read its body by hand"
                )
                return nil
            }
            let name = operations.count > 1 ? "\(name)_\(method)" : name
            var type = LoweredType(reference: .json)
            if let schema = media.schema, let lowered = self.type(of: schema, name: "\(name)_payload", owner: .api) {
                type = lowered
            }
            return Payload(
                kind: kind,
                name: name,
                documentation: Documentation(
                    summary: operation.summary,
                    text: operation.description ?? body.description,
                    isDeprecated: operation.isDeprecated
                ),
                type: type.asElement,
                source: key
            )
        }
    }
}

extension Payload.Kind {
    /// What such a thing is called in messages.
    package var name: String {
        switch self {
        case .webhook: "webhook"
        case .callback: "callback"
        }
    }
}
