extension ModelLayout {
    /// The members of the body that are written, in order, each with its value: for bodies that are no JSON text.
    func writtenMembers(of model: UnsafeRawPointer) -> [(key: String, value: any JSONCodable)] {
        let extras = extras(of: model).pointee
        let (received, added) = (extras.received, extras.added)
        var members: [(key: String, value: any JSONCodable)] = []
        for (index, row) in rows.enumerated() where row.isInBody {
            let key = row.keyText
            let member = model + row.offset
            if let extra = added[key] {
                if let value = extra.value { members.append((key, value)) }
            } else if let original = received.members[key], row.operations.holds(member, decodedFrom: original) {
                members.append((key, original))
            } else if row.presence == .constant {
                if let value = row.constantValue { members.append((key, value)) }
            } else if !(received.missingRows.contains(index) && row.operations.holds(member, decodedFrom: nil)),
                let value = row.operations.value(of: member)
            {
                members.append((key, value))
            }
        }
        if let additional {
            for (key, value) in additional.operations.members(model + additional.offset) where keys.find(key) < 0 {
                if let extra = added[key] {
                    if let value = extra.value { members.append((key, value)) }
                } else {
                    members.append((key, value))
                }
            }
        } else {
            for (key, value) in received.members where keys.find(key) < 0 && added[key] == nil {
                members.append((key, value))
            }
        }
        for (key, value) in added.written where keys.find(key) < 0 && !holdsAdditional(key, model) {
            members.append((key, value))
        }
        return members
    }
}

extension ModelRow {
    fileprivate var constantValue: JSONValue? {
        try? JSONReader.read(UnsafeRawBufferPointer(constant), mode: .lenient) { $0.readValue() }.value
    }
}

extension JSONModel {
    /// The members of the body that are written, in order.
    var writtenMembers: [(key: String, value: any JSONCodable)] {
        withUnsafePointer(to: self) { Self.table.layout.writtenMembers(of: UnsafeRawPointer($0)) }
    }
}
