import OpenAPI
import Source

extension Lowering {
    /// What every call has in common: server, credentials and the `x-sdk-client` extension.
    func service() -> Service {
        let client = document.root.client
        let errorBody = client?.errorBody
        for header in client?.headers ?? [] { checkHeaderName(header.key, at: header.keyRange) }
        if let header = client?.idempotencyHeader { checkHeaderName(header.text, at: header.range) }
        let servers = servers()
        let baseURL = baseURL()
        let credentials = credentials()
        return Service(
            baseURL: baseURL,
            basePath: baseURL == nil ? basePath() : nil,
            servers: servers.count > 1 || servers.contains { !$0.variables.isEmpty } ? servers : [],
            credentials: credentials,
            security: serviceSecurity(credentials),
            headers: (client?.headers ?? []).map { NamedValue(name: $0.key, value: $0.value.text) },
            product: client?.product,
            telemetryPrefix: client?.telemetryPrefix,
            requestIDHeader: client?.requestIDHeader,
            workspaceIDHeader: client?.workspaceIDHeader,
            idempotencyHeader: client?.idempotencyHeader?.text,
            errorBody: Service.ErrorBody(
                type: errorBody?.type,
                message: errorBody?.message,
                code: errorBody?.code,
                statuses: errorStatuses(errorBody?.statuses ?? [])
            ),
            queryArrays: client?.queryArrays == "brackets" ? .brackets : .openAPI,
            webhookKey: client?.webhookKey.map { Service.WebhookKey(environment: $0.environment) },
            longRequestRules: longRequestRules()
        )
    }

    private func checkHeaderName(_ name: String, at range: SourceRange) {
        guard !Self.isToken(name) else { return }
        report.error(.value, "'\(name)' cannot be the name of a header", at: range)
    }

    /// The statuses of the types of errors. Types that are one to Swift, however their characters are put together, would
    /// be one key.
    private func errorStatuses(_ members: [YAMLMember]) -> [Service.ErrorBody.Status] {
        var types: Set<String> = []
        return members.compactMap { member in
            guard let code = member.value.integer, (400...599).contains(code) else {
                report.error(.value, "'\(member.value.text)' is no status of an error", at: member.value.range)
                return nil
            }
            guard types.insert(member.key).inserted else {
                report.error(.duplicateValue, "'\(member.key)' is in the list already", at: member.keyRange)
                return nil
            }
            return Service.ErrorBody.Status(type: member.key, code: code)
        }
    }
}
