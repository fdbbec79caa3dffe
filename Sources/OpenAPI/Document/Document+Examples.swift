package import Source

extension Document {
    /// The example of a parameter, a header or a media type: `example`, else the value of the first of `examples`
    /// (OpenAPI 3.2.0, section 4.19).
    package func example(of object: some ObjectView) -> YAMLNode? {
        // Null is an example, too.
        if let example = object.node["example"] { return example }
        return object.members("examples").lazy.compactMap { member in
            self.resolve(member.value).flatMap { $0["dataValue"] ?? $0["value"] }
        }.first
    }
}
