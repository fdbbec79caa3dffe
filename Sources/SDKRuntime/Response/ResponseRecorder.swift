/// Keeps the last response of the calls that go through a client made by ``SDKClient/withResponse(_:)``.
actor ResponseRecorder {
    private(set) var last: APIResponse?

    func record(_ response: APIResponse) {
        last = response
    }
}
