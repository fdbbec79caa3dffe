#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ModelLayout {
    /// Writes the members of the body.
    func write(_ model: UnsafeRawPointer, to json: inout JSONWriter) {
        if let contents = extras(of: model).pointee.contents {
            return write(model, with: contents, to: &json)
        }
        json.beginObject()
        let rows = self.rows
        for index in rows.indices {
            write(rows.baseAddress.unsafelyUnwrapped + index, of: model, to: &json)
        }
        if let additional {
            additional.operations.write(model + additional.offset, to: &json) { keys.find($0) < 0 ? .none : .omitted }
        }
        json.endObject()
    }

    @inline(__always)
    private func write(_ row: UnsafePointer<ModelRow>, of model: UnsafeRawPointer, to json: inout JSONWriter) {
        let member = model + row.pointee.offset
        guard row.pointee.isInBody else { return }
        switch row.pointee.kind {
        case .string: put(row, member, String.self, &json) { $1.write($0) }
        case .int: put(row, member, Int.self, &json) { $1.write($0) }
        case .bool: put(row, member, Bool.self, &json) { $1.write($0) }
        case .double: put(row, member, Double.self, &json) { $1.write($0) }
        case .date: put(row, member, Date.self, &json) { $1.write($0) }
        case .strings: put(row, member, [String].self, &json) { $1.write($0) }
        case .constant: json.writeEncoded(row.pointee.encoded)
        case .other, .stringMap, .model, .array:
            row.pointee.operations.write(member, key: row.pointee.encoded, to: &json)
        }
    }

    @inline(__always)
    private func put<Value>(
        _ row: UnsafePointer<ModelRow>,
        _ member: UnsafeRawPointer,
        _ type: Value.Type,
        _ json: inout JSONWriter,
        _ write: (Value, inout JSONWriter) -> Void
    ) {
        switch row.pointee.storage {
        case .plain:
            json.writeEncoded(row.pointee.encoded)
            write(member.assumingMemoryBound(to: Value.self).pointee, &json)
        case .optional:
            if let value = member.assumingMemoryBound(to: Value?.self).pointee {
                json.writeEncoded(row.pointee.encoded)
                write(value, &json)
            } else if row.pointee.presence == .nullable {
                json.writeEncoded(row.pointee.encoded)
                json.writeNull()
            }
        case .optionalNullable:
            guard let nullable = member.assumingMemoryBound(to: Nullable<Value>?.self).pointee else { return }
            json.writeEncoded(row.pointee.encoded)
            if let value = nullable.value { write(value, &json) } else { json.writeNull() }
        }
    }

    // MARK: - What is odd

    /// Writes a model that keeps received originals or has extra members.
    ///
    /// For each key, an extra member comes before the original, the original before the value as which it was decoded,
    /// and a value that has been changed since before the original.
    @inline(never)
    private func write(_ model: UnsafeRawPointer, with contents: ModelExtras.Contents, to json: inout JSONWriter) {
        let received = contents.received
        let added = contents.added
        if let replacement = received.replacement, added.isEmpty, isEmpty(model) {
            return replacement.write(to: &json)
        }
        json.beginObject()
        for (index, row) in rows.enumerated() where row.isInBody {
            let member = model + row.offset
            if let extra = added[row.keyText] {
                if let value = extra.value { json.writeMember(row.keyText, value) }
            } else if let original = received.members[row.keyText],
                row.operations.holds(member, decodedFrom: original)
            {
                json.writeMember(row.keyText, original)
            } else if !(received.missingRows.contains(index) && row.operations.holds(member, decodedFrom: nil)) {
                row.operations.write(member, key: row.encoded, to: &json)
            }
        }
        if let additional {
            additional.operations.write(model + additional.offset, to: &json) { key in
                if keys.find(key) >= 0 { return .omitted }
                if let extra = added[key] { return extra.value.map { .value($0) } ?? .omitted }
                return received.members[key].map { .original($0) } ?? .none
            }
        } else {
            for (key, value) in received.members where keys.find(key) < 0 && added[key] == nil {
                json.writeMember(key, value)
            }
        }
        for (key, value) in added.written where keys.find(key) < 0 && !holdsAdditional(key, model) {
            json.writeMember(key, value)
        }
        json.endObject()
    }

    /// Whether an additional member has that key.
    func holdsAdditional(_ key: String, _ model: UnsafeRawPointer) -> Bool {
        additional.map { $0.operations.contains(key, in: model + $0.offset) } ?? false
    }

    /// Whether every member holds what stands for a missing value.
    private func isEmpty(_ model: UnsafeRawPointer) -> Bool {
        rows.allSatisfy { $0.presence == .constant || $0.operations.holds(model + $0.offset, decodedFrom: nil) }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ strings: [String]) {
        beginArray()
        for string in strings {
            separate()
            write(string)
        }
        endArray()
    }

    mutating func writeMember(_ key: String, _ value: JSONValue) {
        writeKey(key)
        value.write(to: &self)
    }
}
