/// The headers of a request, folded from layers: later ones replace and remove what earlier ones have set.
struct MergedHeaders: Sendable {
    private(set) var entries: [HeaderLayer.Entry] = []

    /// Makes the result of folding layers from the lowest to the highest.
    init(_ layers: [HeaderLayer] = []) {
        for layer in layers {
            apply(layer)
        }
    }

    /// Puts a layer on top.
    mutating func apply(_ layer: HeaderLayer) {
        for header in layer.entries {
            if let index = entries.firstIndex(where: { $0.key == header.key }) {
                entries[index] = header
            } else {
                entries.append(header)
            }
        }
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
