extension RequestOptions {
    /// The options of a call that a helper of the SDK makes: a telemetry header names the helper, after those that made
    /// the call before it.
    ///
    /// A client that sends no telemetry sends no such header, and a header that the caller removes stays removed.
    package func naming(helper: String, for client: ClientCore) -> RequestOptions {
        guard let name = client.configuration.telemetry?.helper, !headers.removes(name) else { return self }
        var named = self
        let earlier = (headers[name] ?? "").split(separator: ",").map { $0.trimmingWhitespace() }
        if !earlier.contains(helper) { named.headers.add(name, helper) }
        return named
    }

    /// The options of a call that a method beside those of the API makes: a telemetry header names the method. One that
    /// the caller sets or removes stays so.
    package func naming(helperMethod: String, for client: ClientCore) -> RequestOptions {
        guard let name = client.configuration.telemetry?.helperMethod, headers[name] == nil, !headers.removes(name)
        else {
            return self
        }
        var named = self
        named.headers.add(name, helperMethod)
        return named
    }
}
