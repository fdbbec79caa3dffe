/// What a model consists of: one row for each member, in the order in which the struct stores them.
///
/// The table is the whole description of a model; decoding, encoding, `==` and hashing are one engine in this module that
/// walks over the rows. ``APIModel`` shows how a table is written.
public struct ModelTable<Model>: Sendable {
    let layout: ModelLayout

    /// Makes a table of the rows that `build` adds, followed by the hidden row for ``ModelExtras``.
    ///
    /// - Precondition: The rows describe the stored members of `Model`, in order, the last of which is its
    ///   `ModelExtras`. Their total size is checked; a mismatch is a mistake in the code of the model, and ends the
    ///   process at the first use of the type.
    public init(_ build: (inout ModelTableBuilder) -> Void) {
        var builder = ModelTableBuilder()
        build(&builder)
        let extrasOffset = builder.place(ModelExtras.self)
        if let problem = Self.problem(in: builder) { preconditionFailure(problem) }
        layout = ModelLayout(builder.rows, extrasOffset: extrasOffset)
    }

    /// What is wrong with the rows of a table, if it can be seen from outside.
    static func problem(in builder: ModelTableBuilder) -> String? {
        let keys = builder.rows.filter(\.row.isInBody).map(\.key)
        if Set(keys).count < keys.count { return "the table of \(Model.self) has two rows of the same key" }
        if builder.rows.count(where: { $0.row.presence == .additional }) > 1 {
            return "the table of \(Model.self) has two rows for additional members"
        }
        guard builder.size == MemoryLayout<Model>.size else {
            return """
                the table of \(Model.self) describes \(builder.size) bytes, but the type has \
                \(MemoryLayout<Model>.size): its rows are not its stored members in order, followed by ModelExtras
                """
        }
        return nil
    }

    /// The rows that are stored, in order, as the engine sees them: for tests that compare them with
    /// `MemoryLayout.offset(of:)`.
    public var storedRows: [StoredMember] {
        let rows = layout.rows.filter { $0.presence != .constant }
        return rows.map { StoredMember(name: $0.keyText, type: $0.operations.storedType, offset: $0.offset) }
            + [StoredMember(name: "", type: ModelExtras.self, offset: layout.extrasOffset)]
    }

    func extras(of model: UnsafePointer<Model>) -> UnsafePointer<ModelExtras> {
        (UnsafeRawPointer(model) + layout.extrasOffset).assumingMemoryBound(to: ModelExtras.self)
    }

    func extras(of model: UnsafeMutablePointer<Model>) -> UnsafeMutablePointer<ModelExtras> {
        (UnsafeMutableRawPointer(model) + layout.extrasOffset).assumingMemoryBound(to: ModelExtras.self)
    }
}

extension JSONModel {
    /// The layout of the type, where only the type is at hand.
    static var layout: ModelLayout { table.layout }
}

/// A stored member as a ``ModelTable`` sees it.
public struct StoredMember: Sendable {
    /// The key of the row; empty for the hidden row.
    public let name: String
    /// The type as which the member is stored.
    public let type: Any.Type
    /// The place of the member, in bytes from the start of the model.
    public let offset: Int
}
