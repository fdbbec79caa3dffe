package import SDKRuntime

extension HTTPFields {
    /// Header fields by their names, which have to be tokens.
    package init(named headers: some Sequence<(key: String, value: String)>) {
        self.init(
            headers.compactMap { header in
                HTTPField.Name(header.key).map { HTTPField(name: $0, value: header.value) }
            }
        )
    }

    /// The value of a header by its name.
    package subscript(name name: String) -> String? {
        HTTPField.Name(name).flatMap { self[$0] }
    }
}
