import OpenAPI
import Source

/// The names of schemas that are referred to, by the spec's own spelling.
///
/// A schema's own place names it: its key under `components/schemas`, else the last token of the pointer by which it is
/// reached, else the name of its file. A component that only refers to a schema elsewhere lends it the component's name.
struct SchemaNames {
    private var names: [YAMLNode.ID: String] = [:]

    init(_ document: Document) {
        let components = document.root.components?.schemas ?? []
        for component in components where component.value.member("$ref") == nil {
            names[component.value.identity] = component.key
        }
        for component in components.sorted(by: { $0.key < $1.key }) {
            guard let target = document.resolve(component.value), names[target.identity] == nil else { continue }
            names[target.identity] = component.key
        }
    }

    /// The name of the schema that a `$ref` leads to.
    func name(of target: YAMLNode, reachedBy text: String) -> String {
        if let name = names[target.identity] { return name }
        let reference = Reference(text)
        if let last = reference.tokens.last { return last }
        let file = FilePaths.name(of: reference.file)
        return file.firstIndex(of: ".").map { String(file[..<$0]) } ?? file
    }
}
