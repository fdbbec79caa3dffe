/// One of several types.
package struct UnionType: Sendable {
    /// The key of the property that tells which one an object is, if there is one.
    package var discriminator: String?
    /// In the spec's order.
    package var members: [Member]

    package init(discriminator: String? = nil, members: [Member]) {
        self.discriminator = discriminator
        self.members = members
    }

    /// One of the types.
    package struct Member: Sendable {
        /// The name of the case, in the spec's spelling.
        package var name: String
        package var type: TypeReference
        /// The values of the discriminator that mean this member.
        package var values: [Literal]
        /// Whether it is meant where no member has the discriminator's value.
        package var isFallback: Bool
        package var documentation: Documentation

        package init(
            name: String,
            type: TypeReference,
            values: [Literal] = [],
            isFallback: Bool = false,
            documentation: Documentation = Documentation()
        ) {
            self.name = name
            self.type = type
            self.values = values
            self.isFallback = isFallback
            self.documentation = documentation
        }
    }
}
