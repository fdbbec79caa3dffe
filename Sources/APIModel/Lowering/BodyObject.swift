import OpenAPI
import Source

extension Lowering {
    /// The object whose properties are values of a call, where a body is one; nil for a body that is a value of its own.
    ///
    /// - Parameters:
    ///   - schema: The schema of the body.
    ///   - owner: What types are part of that are written inside it.
    func bodyObject(of schema: YAMLNode, owner: TypeDeclaration.Owner) -> ObjectType? {
        guard schema.kind == .mapping, !document.isInvalid(schema) else { return nil }
        let reference = soleReference(in: schema)
        guard let node = reference.map({ document.resolve($0) }) ?? schema, node.kind == .mapping else { return nil }
        let whole = merged(node)
        guard declaresObject(whole), subtypes(of: whole).isEmpty, !whole.allowsNull,
            schema["nullable"]?.booleanWord != true
        else {
            return nil
        }
        guard reference != nil else { return object(of: whole, owner: owner) }
        // A schema with a place of its own is a type as well; its parts belong to that type, so it is made first.
        guard case .named(let id)? = namedType(of: schema)?.reference else { return nil }
        finishSchemas()
        guard case .object(let object)? = types[id.index]?.shape else { return nil }
        return object
    }
}
