import Testing

@testable import APIModel

@Suite struct CallNamesTests {
    @Test(arguments: [
        ("GET /v1/sessions/{id}", "sessions.retrieve"),
        ("GET /v1/sessions", "sessions.list"),
        ("POST /v1/sessions", "sessions.create"),
        ("PATCH /v1/sessions/{id}", "sessions.update"),
        ("PUT /v1/sessions/{id}", "sessions.update"),
        ("DELETE /v1/sessions/{id}", "sessions.delete"),
        ("HEAD /v1/sessions/{id}", "sessions.head"),
        ("HEAD /v1/sessions/{id} sessionExists", "sessions.exists"),
        ("OPTIONS /v1/sessions", "sessions.options"),
        ("LINK /v1/sessions/{id}", "sessions.link"),
        ("QUERY /v1/sessions", "sessions.list"),
        ("POST /jobs/{id}/cancel", "jobs.cancel"),
        ("GET v1/sessions", "sessions.list"),
        ("GET /leaves", "leaves.list"), ("GET /media", "media.retrieve"), ("GET /people", "people.list"),
        ("GET /analyses", "analyses.list"), ("GET /series", "series.retrieve"), ("GET /indices", "indices.list"),
        ("POST /v1/{+name}:cancel", "api.cancel"), ("GET /files/{path:.+}", "files.retrieve"),
        ("GET /v1/{parent=projects/*}/things cloud.projects.things.list", "projects.things.list"),
        (
            "POST /v1/{location}/functions cloud.projects.locations.functions.create",
            "projects.locations.functions.create"
        ),
        ("POST /users/{id}/set_password users_set_password_create", "users.set_password"),
        ("GET / AppController_getHello", "api.get_hello"),
        ("GET /me", "me.retrieve"),
        ("GET /users/me", "users.me.retrieve"),
        ("GET /api/v2/users/{user_id}/repos", "users.repos.list"),
        ("GET /rest/api/3/issue/{id}", "issue.retrieve"),
        ("GET /2/tweets/search/recent", "tweets.search_recent"),
        ("POST /v1/projects/{p}/topics/{t}:publish", "projects.topics.publish"),
        ("POST /v1/models:batchGet", "models.batch_get"),
        ("POST /chat.postMessage", "chat.post_message"),
        ("GET /statuses/{id}.json", "statuses.retrieve"),
        ("GET /admin/api/2023-10/products/{id}.json", "admin.api.products.retrieve"),
        ("GET /device getDevices", "device.list"),
        ("GET /device getDevice", "device.retrieve"),
        ("GET /settings", "settings.retrieve"),
        ("PUT /collections/{name} create_collection", "collections.create"),
        ("POST /services/{sid} UpdateService", "services.update"),
        ("POST /charges/{id} PostChargesCharge", "charges.update"),
        ("POST /conversations/{id} conversations_append", "conversations.append"),
        ("POST /points get_points", "points.list"),
        ("POST /points/query/batch query_batch_points", "points.query_batch"),
        ("PUT /index create_field_index", "index.create"),
        ("POST /tables/{t}/metrics reportMetrics", "tables.metrics.report"),
        ("POST /services/{s}/verification-check CreateVerificationCheck", "services.verification_check.create"),
        ("POST /judges/{id}/live-judging judge_conversation", "judges.live_judging"),
        ("DELETE /models/{id}/archive unarchive_model", "models.archive.delete"),
        ("POST /audio/speech speech_v1_audio_speech_post", "audio.speech.create"),
        ("GET /users/by-name/{name}", "users.retrieve_by_name"),
        ("POST /datasets/{id}/imports/from-file", "datasets.imports.from_file"),
        ("GET /files/{key}/variables/local", "files.variables.list_local"),
        ("GET /releases/latest", "releases.retrieve_latest"),
        ("GET / root #Service", "service.root"),
        ("POST /api authenticate #Auth", "auth.authenticate"),
        ("POST /login login #Auth", "auth.login"),
        ("GET /{id} things/get #things", "things.get"),
        ("GET /getUser", "user.retrieve"),
        ("GET /api/v{version}/weather/{city}", "weather.retrieve"),
        ("GET /Patient search-Patient", "patient.list"),
        ("GET /reports/getActivity(period='{period}')", "reports.get_activity"),
        ("GET /users/{id}/microsoft.graph.delta()", "users.delta"),
        ("GET /drives/{d}/items/{i}/microsoft.graph.range(address='{address}',n={n})", "drives.items.range"),
        ("POST /users/{id}/microsoft.graph.assignLicense", "users.assign_license"),
        ("GET /groups/{id}/members/microsoft.graph.user", "groups.members.user.retrieve"),
        ("GET /users/{id}/drive/recent()/items", "users.drive.recent.items.list"),
        ("GET /Orders({id})", "orders.retrieve"), ("GET /Orders('{id}')/Lines", "orders.lines.list"),
        ("DELETE /OrderDetails(OrderID={o},ProductID={p})", "order_details.delete"),
    ])
    func `a call is named by its path, its method and its operation id`(call: String, name: String) {
        #expect(Self.names([call]) == [name])
    }

    @Test(arguments: [
        (["PUT /a/b", "PATCH /a/b"], ["a.b.replace", "a.b.update"]),
        (["POST /stars/{id}/star", "DELETE /stars/{id}/star gists/unstar"], ["stars.star", "stars.unstar"]),
        (["POST /messages", "POST /messages?beta=true"], ["messages.create", "messages.create_beta"]),
        (["POST /talks", "POST /talks#stream"], ["talks.create", "talks.create_stream"]),
        (["GET /v1/pets", "GET /v2/pets", "GET /v10/pets"], ["pets.list", "v2.pets.list", "v10.pets.list"]),
        (["GET /a/{x}", "GET /a/by-name/{n}"], ["a.retrieve", "a.retrieve_by_name"]),
        (["GET /x/{a}", "GET /x/{b}"], ["x.retrieve_by_a", "x.retrieve_by_b"]),
        (["POST /jobs/cancel cancelJobs", "POST /jobs/{id}/cancel cancelJob"], ["jobs.cancel_jobs", "jobs.cancel"]),
        (["POST /jobs/stop batch_stop", "POST /jobs/{id}/stop stop"], ["jobs.batch_stop", "jobs.stop"]),
        (["PUT /m/{n}/merge", "GET /m/{n}/merge"], ["m.merge.update", "m.merge.retrieve"]),
        (
            ["GET /a-b", "GET /a_b", "GET /a_b/{c}"],
            ["a_b.get_a_dash_b", "a_b.get_a_underscore_b", "a_b.retrieve_by_c"]
        ),
        (["POST /p/query", "GET /p/query/plan"], ["p.query", "p.query_plan"]),
        (["GET /report.json", "GET /report.csv"], ["report.retrieve_json", "report.retrieve_csv"]),
        (["GET /x/{id}", "GET /x/{id}.csv"], ["x.retrieve", "x.retrieve_csv"]),
        (["GET /things", "GET /things/"], ["things.list", "things.get_things"]),
        (["GET /jobs", "GET /jobs/list"], ["jobs.list", "jobs.get_jobs_list"]),
        (
            ["GET /reports/getUse(period='{period}')", "GET /reports/getUse(date={date})"],
            ["reports.get_use_by_period", "reports.get_use_by_date"]
        ),
        (["GET /self", "GET /Self"], ["self.get_self", "self.get_capital_self"]),
    ])
    func `calls of one name are told apart, in whatever order they come`(calls: [String], names: [String]) {
        #expect(Self.names(calls) == names)
        #expect(Self.names(calls.reversed()) == names.reversed())
    }

    @Test func `calls whose paths have the same words keep none of them for themselves`() {
        let calls = ["/", "//", "/{id}", "/{id}/", "/{a}/{b}", "/{a}-{b}", "/...", "/-/_", "/a/../b"].map {
            "GET " + $0
        }
        #expect(Set(Self.names(calls)).count == calls.count)
    }

    @Test func `an inferred name gives way to a given one`() {
        var sites = Self.sites(["GET /pets list_all", "GET /animals"])
        sites[1].givenName = CallName(resource: ["pets"], method: "list")
        let names = CallNames(sites).names.map { $0.path.joined(separator: ".") }
        #expect(names == ["pets.list_all", "pets.list"])
    }

    /// The names of calls, each "METHOD path", with an operation id and a tag behind `#` where they count.
    private static func names(_ calls: [String]) -> [String] {
        CallNames(sites(calls)).names.map { $0.path.joined(separator: ".") }
    }

    private static func sites(_ calls: [String]) -> [CallSite] {
        let parts = calls.map { $0.split(separator: " ").map(String.init) }
        let templates = parts.map { PathKey($0[1]).template }
        return parts.map { parts in
            let path = PathKey(parts[1])
            let siblings = calls.filter { $0.split(separator: " ")[1] == parts[1] }
            return CallSite(
                path: path,
                method: parts[0].lowercased(),
                operationID: parts.dropFirst(2).first { !$0.hasPrefix("#") },
                tags: parts.dropFirst(2).filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) },
                siblings: Set(siblings.map { $0.prefix { $0 != " " }.lowercased() }),
                hasChildren: templates.contains { $0.hasPrefix(path.template + "/") }
            )
        }
    }
}
