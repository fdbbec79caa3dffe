import Source

extension ObjectDescription {
    static let overlay = ObjectDescription(
        "Overlay Object",
        fields: [
            Field("overlay", .text, .necessary),
            Field("info", .object(.overlayInfo), .formal(reading: "nothing depends on it")),
            Field("extends", .string, isAnnotation: true),
            Field("actions", .array(.object(.overlayAction)), .necessary),
        ]
    )

    static let overlayInfo = ObjectDescription(
        "Overlay Info Object",
        fields: [
            Field("title", .text, .formal(reading: "nothing depends on it")),
            Field("version", .text, .formal(reading: "nothing depends on it")),
            Field("description", .string, isAnnotation: true),
        ]
    )

    static let overlayAction = ObjectDescription(
        "Action Object",
        fields: [
            Field("target", .string, .necessary),
            Field("description", .string, isAnnotation: true),
            Field("update", .any),
            Field("copy", .string),
            Field("remove", .boolean),
        ]
    )
}

/// A list of changes to an OpenAPI document (Overlay Specification 1.1.0, section 4.3).
struct OverlayObject: ObjectView {
    let node: YAMLNode
    init(_ node: YAMLNode) { self.node = node }

    var version: String? { string("overlay") }
    var actions: [OverlayActionObject] { objects("actions") }
}

/// One change (Overlay Specification 1.1.0, section 4.4.4).
struct OverlayActionObject: ObjectView {
    let node: YAMLNode
    init(_ node: YAMLNode) { self.node = node }

    /// A JSONPath query for what is changed.
    var target: YAMLNode? { node["target"] }
    /// What is merged into it.
    var update: YAMLNode? { node["update"] }
    /// A JSONPath query for the one node that is merged into it.
    var copy: YAMLNode? { value("copy") }
    /// Whether it is taken away.
    var isRemoval: Bool { bool("remove") ?? false }
}
