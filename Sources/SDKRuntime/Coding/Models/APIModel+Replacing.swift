extension APIModel {
    /// A copy of the model in which a stored member has another value.
    ///
    /// ```swift
    /// let renamed = file.replacing(\.filename, with: "receipt.pdf")
    /// ```
    ///
    /// All other members are kept, and so is what was received beyond them: ``unknownFields``, ``extraFields`` and
    /// ``decodingIssues``. A member that is not stored, such as a constant, has no other value: the copy is like the model.
    public func replacing<Value>(_ member: KeyPath<Self, Value>, with value: Value) -> Self {
        guard let offset = MemoryLayout<Self>.offset(of: member) else { return self }
        return Self.initialized { model in
            model.initializeMemory(as: Self.self, to: self)
            (model + offset).assumingMemoryBound(to: Value.self).pointee = value
        }
    }
}
