extension JSONModel {
    /// A copy of the model in which a stored member has another value.
    ///
    /// ```text
    /// let renamed = file.replacing(\.filename, with: "receipt.pdf")
    /// ```
    ///
    /// All other members are kept, and so is what was received beyond them: ``unknownFields``, ``extraFields`` and
    /// ``decodingIssues``.
    ///
    /// Nothing tells a path of a stored member from others before the program runs. That is why this is for the package,
    /// whose callers name stored members: a constant, or what is computed, has no other value, and the copy is like the
    /// model. A path of a protocol's requirement is of that kind, too.
    package func replacing<Value>(_ member: KeyPath<Self, Value>, with value: Value) -> Self {
        guard let offset = MemoryLayout<Self>.offset(of: member) else { return self }
        return Self.initialized { model in
            model.initializeMemory(as: Self.self, to: self)
            (model + offset).assumingMemoryBound(to: Value.self).pointee = value
        }
    }
}
