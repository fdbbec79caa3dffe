/// The text that a spec's author wrote about something.
///
/// All that is declared has one, and most say little: the parts are behind one reference, so that a copy counts one.
package struct Documentation: Sendable {
    private struct Parts: Hashable {
        var summary: String?
        var text: String?
        var notes: [String] = []
        var isDeprecated = false
        var deprecationMessage: String?
    }

    private final class Storage: Sendable {
        let parts: Parts

        init(_ parts: Parts) { self.parts = parts }
    }

    /// Nil when nothing is said.
    private var storage: Storage?

    private var parts: Parts {
        get { storage?.parts ?? Parts() }
        set { storage = Storage(newValue) }
    }

    package init(summary: String? = nil, text: String? = nil, notes: [String] = [], isDeprecated: Bool = false) {
        guard summary != nil || text != nil || !notes.isEmpty || isDeprecated else { return }
        storage = Storage(Parts(summary: summary, text: text, notes: notes, isDeprecated: isDeprecated))
    }

    /// One line.
    package var summary: String? {
        get { storage?.parts.summary }
        set { parts.summary = newValue }
    }

    /// Prose, CommonMark.
    package var text: String? {
        get { storage?.parts.text }
        set { parts.text = newValue }
    }

    /// What else the spec says, a sentence each: bounds, defaults, examples.
    package var notes: [String] {
        get { storage?.parts.notes ?? [] }
        set { parts.notes = newValue }
    }

    /// Whether the author advises against its use.
    package var isDeprecated: Bool {
        get { storage?.parts.isDeprecated ?? false }
        set { if newValue != isDeprecated { parts.isDeprecated = newValue } }
    }

    /// What to tell those who use it all the same, where the author says that apart from the text.
    package var deprecationMessage: String? {
        get { storage?.parts.deprecationMessage }
        set { parts.deprecationMessage = newValue }
    }

    /// The prose, where it is all that is said.
    package var soleText: String? {
        guard let parts = storage?.parts, parts.summary == nil, parts.notes.isEmpty else { return nil }
        return parts.text
    }

    /// Whether nothing is said.
    package var isEmpty: Bool { summary == nil && text == nil && notes.isEmpty }
}

extension Documentation: Hashable {
    package static func == (left: Documentation, right: Documentation) -> Bool {
        left.storage === right.storage || left.parts == right.parts
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(parts) }
}
