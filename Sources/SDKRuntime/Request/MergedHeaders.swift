/// The headers of a request, folded from layers: later ones replace and remove what earlier ones have set.
struct MergedHeaders: Sendable {
    private struct Entry {
        let key: String
        var name: String
        var value: String?
    }

    private var entries: [Entry] = []

    /// Makes the result of folding layers from the lowest to the highest.
    init(_ layers: [HeaderLayer] = []) {
        for layer in layers {
            apply(layer)
        }
    }

    /// Puts a layer on top.
    mutating func apply(_ layer: HeaderLayer) {
        for header in layer.entries {
            let key = header.name.lowercased()
            if let index = entries.firstIndex(where: { $0.key == key }) {
                entries[index].name = header.name
                entries[index].value = header.value
            } else {
                entries.append(Entry(key: key, name: header.name, value: header.value))
            }
        }
    }

    /// Names and values of what is to be sent.
    var fields: [(name: String, value: String)] {
        entries.compactMap { entry in entry.value.map { (entry.name, $0) } }
    }

    /// The value of a header that is to be sent.
    func value(_ name: String) -> String? {
        let key = name.lowercased()
        return entries.first { $0.key == key }?.value
    }

    /// The lower-case names of headers that were removed and not set again.
    var removed: Set<String> {
        Set(entries.filter { $0.value == nil }.map(\.key))
    }

    /// Whether any layer has set or removed a header.
    func decides(_ name: String) -> Bool {
        let key = name.lowercased()
        return entries.contains { $0.key == key }
    }
}
