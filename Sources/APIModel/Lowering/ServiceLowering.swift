import OpenAPI
import Source

extension Lowering {
    /// What every call has in common: server, credentials and the `x-sdk-client` extension.
    func service() -> Service {
        let client = document.root.client
        let errorBody = client?.errorBody
        for header in client?.headers ?? [] where !Self.isToken(header.key) {
            report.error(.value, "'\(header.key)' cannot be the name of a header", at: header.keyRange)
        }
        let servers = servers()
        let credentials = credentials()
        return Service(
            baseURL: baseURL(of: servers),
            servers: servers.count > 1 || servers.contains { !$0.variables.isEmpty } ? servers : [],
            credentials: credentials,
            security: serviceSecurity(credentials),
            headers: (client?.headers ?? []).map { NamedValue(name: $0.key, value: $0.value.text) },
            product: client?.product,
            telemetryPrefix: client?.telemetryPrefix,
            requestIDHeader: client?.requestIDHeader,
            workspaceIDHeader: client?.workspaceIDHeader,
            errorBody: Service.ErrorBody(type: errorBody?.type, message: errorBody?.message, code: errorBody?.code),
            queryArrays: client?.queryArrays == "brackets" ? .brackets : .openAPI,
            webhookKey: client?.webhookKey.map { Service.WebhookKey(environment: $0.environment) }
        )
    }
}
