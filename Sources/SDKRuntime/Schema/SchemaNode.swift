/// What a type has asked its decoder for.
final class SchemaNode {
    /// The schema of a member or an element: settled, or still being asked for.
    enum Part {
        case settled(JSONValue)
        case node(SchemaNode)

        func schema() throws -> JSONValue {
            switch self {
            case .settled(let schema): schema
            case .node(let node): try node.schema()
            }
        }
    }

    /// The members of an object, in the order in which they were asked for.
    final class Members {
        private(set) var names: [String] = []
        private var parts: [String: Part] = [:]
        private var optional: Set<String> = []

        /// Notes a member. Asked for a second time, it keeps what is known of it.
        func add(_ name: String, _ part: Part) {
            guard parts[name] == nil else { return }
            names.append(name)
            parts[name] = part
        }

        /// Notes that a member may be missing.
        func makeOptional(_ name: String) {
            optional.insert(name)
        }

        func schema(_ descriptions: [String: String]) throws -> JSONValue {
            let properties = try names.map { name in
                (name, (try parts[name]?.schema() ?? [:]).described(descriptions[name]))
            }
            let required = names.filter { !optional.contains($0) }.map(JSONValue.string)
            return ["type": "object", "properties": .object(JSONObject(properties)), "required": .array(required)]
        }
    }

    /// The elements of an array.
    final class Elements {
        var parts: [Part] = []
        var isNullable = false

        func schema() throws -> JSONValue {
            let all = try parts.map { try $0.schema() }
            guard let first = all.first else { return ["type": "array"] }
            guard all.allSatisfy({ $0 == first }) else { throw MixedElements() }
            return .array(of: isNullable ? first.orNull : first)
        }
    }

    /// A single value.
    final class Single {
        var schema: JSONValue = [:]
        var isNullable = false
    }

    /// What kind of value it is.
    enum Shape {
        case members(Members)
        case elements(Elements)
        case single(Single)
    }

    var shape: Shape?

    func schema(_ descriptions: (any JSONSchemaDescribed.Type)? = nil) throws -> JSONValue {
        let schema: JSONValue =
            switch shape {
            case nil: ["type": "object", "properties": [:], "required": []]
            case .members(let members): try members.schema(descriptions?.jsonSchemaDescriptions ?? [:])
            case .elements(let elements): try elements.schema()
            case .single(let single): single.isNullable ? single.schema.orNull : single.schema
            }
        return schema.described(descriptions?.jsonSchemaDescription)
    }

    struct MixedElements: Error, CustomStringConvertible {
        var description: String { "the elements of an array are of several types" }
    }
}

extension JSONValue {
    /// The schema with a description.
    fileprivate func described(_ text: String?) -> JSONValue {
        guard let text, var schema = objectValue else { return self }
        schema["description"] = .string(text)
        return .object(schema)
    }
}
