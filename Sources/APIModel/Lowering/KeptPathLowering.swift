import OpenAPI
import Source

// `x-sdk-keep-paths`: the names of files are sent with the directories in front of them.

extension Lowering {
    /// Whether a property has `x-sdk-keep-paths`, which only files have names for.
    func keepsPaths(_ property: MergedProperty, _ type: TypeReference) -> Bool {
        let schemas = property.schemas.lazy.map { SchemaObject($0) }
        guard let schema = schemas.first(where: \.keepsPaths) else { return false }
        switch type {
        case .file, .array(.file), .array(.nullable(.file)): return true
        default:
            // What is answered has no files.
            guard direction == .request else { return false }
            report.error(.value, "only files have paths to keep", at: schema.keyRange(of: "x-sdk-keep-paths"))
            return false
        }
    }

    /// The form of a body, with what `x-sdk-keep-paths` says of its files.
    func keepingPaths(of object: ObjectType, in format: Body.Format) -> Body.Format {
        let properties = object.properties.filter(\.keepsPaths)
        guard let first = properties.first else { return format }
        keptPaths.formUnion(properties.map(\.source))
        guard case .multipart(var encodings) = format else {
            report.error(.value, "only a multipart body sends the names of files", at: first.source)
            return format
        }
        for property in properties {
            if let index = encodings.firstIndex(where: { $0.name == property.wireName }) {
                encodings[index].keepsPaths = true
            } else {
                encodings.append(Body.PartEncoding(name: property.wireName, keepsPaths: true))
            }
        }
        return .multipart(encodings)
    }

    /// Says which files have paths to keep that nothing sends: those of an object inside a part, which is sent as JSON.
    func reportUnkeptPaths() {
        for case .object(let object) in types.compactMap({ $0?.shape }) {
            for property in object.properties where property.keepsPaths {
                guard keptPaths.insert(property.source).inserted else { continue }
                report.error(
                    .value,
                    "no body sends the name of this file",
                    at: property.source,
                    hint: "only a file that is a part of a multipart body by itself has a name; leave out"
                        + " 'x-sdk-keep-paths'"
                )
            }
        }
    }
}
