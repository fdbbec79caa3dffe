/// The hidden last member of every model: what was received and no declared member holds, and what the caller added.
///
/// A model declares it as `private var modelExtras = ModelExtras()`, after all other stored members, and does nothing else
/// with it: the ``ModelTable`` finds it by its place. It takes one word, and no allocation as long as there is nothing to
/// keep.
public struct ModelExtras: Sendable {
    private(set) var contents: Contents?

    /// Nothing kept, nothing added.
    public init() {}

    /// Keeps what was received, unless that is nothing.
    init(_ received: ReceivedExtras) {
        if !received.isEmpty { contents = Contents(received: received, added: ExtraFields()) }
    }

    /// What is kept and added; never changed in place, so that copies of a model can share it.
    final class Contents: Sendable {
        let received: ReceivedExtras
        let added: ExtraFields

        init(received: ReceivedExtras, added: ExtraFields) {
            self.received = received
            self.added = added
        }
    }

    var received: ReceivedExtras { contents?.received ?? ReceivedExtras() }

    var added: ExtraFields {
        get { contents?.added ?? ExtraFields() }
        set {
            let received = received
            let isNeeded = !(received.isEmpty && newValue.isEmpty)
            contents = isNeeded ? Contents(received: received, added: newValue) : nil
        }
    }
}

/// What a model received that its declared members cannot hold.
struct ReceivedExtras: Sendable {
    /// Members that are not declared, and the originals of declared ones whose value was odd, as received.
    var members = JSONObject()
    /// The rows of required members that were missing.
    var missingRows: [Int] = []
    /// What was received in place of an object.
    var replacement: JSONValue?
    /// The issues of this model and of what it contains, with paths from the root of the document.
    var issues: ArraySlice<DecodingIssue> = []
    /// How many steps of those paths lead to this model.
    var depth = 0
    /// The keys of members that go at the end: those that came again. One by one, each would move all that follow it.
    private var dropped: Set<String> = []

    /// Keeps a member, in place of one of the same key.
    mutating func keep(_ key: String, _ value: JSONValue) {
        members[key] = .some(value)
        if !dropped.isEmpty { dropped.remove(key) }
    }

    /// Takes back a member, if there is one of that key.
    mutating func drop(_ key: String) {
        if members[key] != nil { dropped.insert(key) }
    }

    /// Lets go of what was taken back.
    mutating func settle() {
        guard !dropped.isEmpty else { return }
        members = JSONObject(members.filter { !dropped.contains($0.key) }.map { ($0.key, $0.value) })
        dropped = []
    }

    var isEmpty: Bool { members.isEmpty && missingRows.isEmpty && replacement == nil && issues.isEmpty }
}

extension ModelExtras: Hashable {
    /// Whether both would be written alike. Issues only tell how a value came about, so they do not count.
    public static func == (left: ModelExtras, right: ModelExtras) -> Bool {
        if left.contents === right.contents { return true }
        return left.added == right.added
            && left.received.members == right.received.members
            && left.received.missingRows == right.received.missingRows
            && left.received.replacement == right.received.replacement
    }

    /// Hashes what is kept and added.
    public func hash(into hasher: inout Hasher) {
        // Of most models there is nothing to hash. What is kept but not a member is rare, and may collide.
        guard let contents else { return }
        if !contents.received.members.isEmpty { hasher.combine(contents.received.members) }
        if !contents.added.isEmpty { hasher.combine(contents.added) }
    }
}

extension Optional<ReceivedExtras> {
    /// Most models receive nothing odd, so nothing is made until something is. What is there is changed in place: a copy
    /// for each member would take time quadratic in their number.
    mutating func modify(_ body: (inout ReceivedExtras) -> Void) {
        var extras = take() ?? ReceivedExtras()
        body(&extras)
        self = extras
    }
}
