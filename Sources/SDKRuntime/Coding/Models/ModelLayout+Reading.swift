#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ModelLayout {
    /// Reads a value and initializes every member, whatever the value is.
    func read(into model: UnsafeMutableRawPointer, from json: inout JSONReader) {
        json.enterType()
        var received: ReceivedExtras?
        let depth = json.depth
        let issueCount = json.issues.count
        let unkept = json.unkeptIssues
        _ = json.peek()
        let start = json.position
        if json.openObject() {
            readMembers(of: model, from: &json, start: start, keeping: &received)
        } else {
            let replacement = json.reread(from: start)
            received.modify { $0.replacement = replacement }
            json.unkeptIssues = unkept
            for row in rows { row.operations.initializeEmpty(model + row.offset) }
        }
        if json.issues.count > issueCount {
            let issues = json.issues[issueCount...]
            received.modify {
                $0.issues = issues
                $0.depth = depth
            }
        }
        received?.settle()
        (model + extrasOffset).initializeMemory(
            as: ModelExtras.self,
            to: received.map { ModelExtras($0) } ?? ModelExtras()
        )
        json.leaveType()
    }

    @inline(__always)
    private func readMembers(
        of model: UnsafeMutableRawPointer,
        from json: inout JSONReader,
        start: UnsafePointer<UInt8>,
        keeping received: inout ReceivedExtras?
    ) {
        let rows = self.rows
        let keys = self.keys
        var seen = RowSet()
        var expected = firstRow
        if let additional {
            additional.operations.initializeEmpty(model + additional.offset)
            _ = seen.insert(additional.index)
        }
        while json.openKey() {
            let index = keys.find(in: &json, expected: expected)
            json.readColon()
            guard index >= 0 else {
                if let additional {
                    readAdditional(additional, model + additional.offset, from: &json, keeping: &received)
                } else {
                    keepUndeclared(from: &json, in: &received)
                }
                continue
            }
            let row = rows.baseAddress.unsafelyUnwrapped + index
            let member = model + row.pointee.offset
            expected = row.pointee.next
            if !seen.insert(index) { discard(row.pointee, member, &received) }
            readMember(row, member, from: &json, keeping: &received)
        }
        for index in rows.indices where !seen.contains(index) {
            initializeMissing(index, model + rows[index].offset, from: &json, start: start, keeping: &received)
        }
    }

    @inline(__always)
    private func readMember(
        _ row: UnsafePointer<ModelRow>,
        _ member: UnsafeMutableRawPointer,
        from json: inout JSONReader,
        keeping received: inout ReceivedExtras?
    ) {
        let first = json.peek()
        let start = json.position
        if first == Byte.n, row.pointee.keepsNull, json.readNull() {
            row.pointee.operations.initializeEmpty(member)
            received.modify { $0.keep(row.pointee.keyText, .null) }
            return
        }
        let unkept = json.unkeptIssues
        switch row.pointee.kind {
        case .string: place(row, member, &json) { $0.readString() }
        case .int: place(row, member, &json) { Int(truncatingIfNeeded: $0.readInt64()) }
        case .bool: place(row, member, &json) { $0.readBool() }
        case .double: place(row, member, &json) { $0.readDouble() }
        case .date: place(row, member, &json) { $0.readDate() }
        case .strings: place(row, member, &json) { $0.readStrings() }
        case .stringMap: place(row, member, &json) { $0.readStringMap() }
        case .constant: readConstant(row.pointee, from: &json, keeping: &received)
        case .model: row.pointee.model.unsafelyUnwrapped.layout.read(into: member, from: &json)
        case .array: row.pointee.array.unsafelyUnwrapped.read(row.pointee.storage, member, from: &json)
        case .other: row.pointee.operations.read(member, from: &json)
        }
        if json.unkeptIssues != unkept {
            let original = json.reread(from: start)
            received.modify { $0.keep(row.pointee.keyText, original) }
            json.unkeptIssues = unkept
        }
    }

    @inline(__always)
    private func place<Value>(
        _ row: UnsafePointer<ModelRow>,
        _ member: UnsafeMutableRawPointer,
        _ json: inout JSONReader,
        _ read: (inout JSONReader) -> Value
    ) {
        switch row.pointee.storage {
        case .plain:
            member.initializeMemory(as: Value.self, to: read(&json))
        case .optional:
            member.initializeMemory(as: Value?.self, to: json.readNull() ? nil : read(&json))
        case .optionalNullable:
            member.initializeMemory(
                as: Nullable<Value>?.self,
                to: json.readNull() ? Nullable.null : Nullable.value(read(&json))
            )
        }
    }

    // MARK: - What is odd

    @inline(never)
    private func keepUndeclared(from json: inout JSONReader, in received: inout ReceivedExtras?) {
        let key = json.currentKey
        let value = json.readValue()
        received.modify { $0.keep(key, value) }
    }

    @inline(never)
    private func readAdditional(
        _ row: AdditionalMembers,
        _ members: UnsafeMutableRawPointer,
        from json: inout JSONReader,
        keeping received: inout ReceivedExtras?
    ) {
        let key = json.currentKey
        let unkept = json.unkeptIssues
        _ = json.peek()
        let start = json.position
        row.operations.insert(key, into: members, from: &json)
        received?.drop(key)
        guard json.unkeptIssues != unkept else { return }
        let original = json.reread(from: start)
        received.modify { $0.keep(key, original) }
        json.unkeptIssues = unkept
    }

    /// Takes back a member that occurs a second time: the last one wins.
    @inline(never)
    private func discard(_ row: ModelRow, _ member: UnsafeMutableRawPointer, _ received: inout ReceivedExtras?) {
        row.operations.deinitialize(member)
        received?.drop(row.keyText)
    }

    private func readConstant(
        _ row: ModelRow,
        from json: inout JSONReader,
        keeping received: inout ReceivedExtras?
    ) {
        if json.skipConstant(row.constant) { return }
        let start = json.position
        let value = json.readValue()
        guard json.failure == nil, !value.isSame(as: row.constant) else { return }
        let constant = String(decoding: row.constant, as: UTF8.self)
        json.note("expected the constant \(constant), found \(value.kindName)", at: start - json.start)
        received.modify { $0.keep(row.keyText, value) }
    }

    @inline(__always)
    private func initializeMissing(
        _ index: Int,
        _ member: UnsafeMutableRawPointer,
        from json: inout JSONReader,
        start: UnsafePointer<UInt8>,
        keeping received: inout ReceivedExtras?
    ) {
        let row = rows.baseAddress.unsafelyUnwrapped + index
        row.pointee.operations.initializeEmpty(member)
        switch row.pointee.presence {
        case .optional, .optionalNullable, .parameter, .requiredParameter, .additional: return
        case .required, .nullable: received.modify { $0.missingRows.append(index) }
        case .constant: break
        }
        json.note("missing", at: start - json.start, inside: row.pointee.keyText)
    }
}

extension JSONReader {
    /// Moves over a value that is spelled like that.
    @inline(__always)
    fileprivate mutating func skipConstant(_ constant: UnsafeBufferPointer<UInt8>) -> Bool {
        guard constant.count < end - position else { return false }
        for index in constant.indices where constant[index] != position[index] { return false }
        // A longer number may begin like the constant.
        switch position[constant.count] {
        case Byte.comma, Byte.closeBrace, Byte.space, Byte.lineFeed, Byte.carriageReturn:
            position += constant.count
            return true
        default:
            return false
        }
    }

    fileprivate mutating func readStrings() -> [String] {
        guard peek() == Byte.openBracket, openArray() else { return Array(reading: &self) }
        var strings: [String] = []
        while openElement() { strings.append(readString()) }
        return strings
    }

    fileprivate mutating func readStringMap() -> [String: String] {
        guard peek() == Byte.openBrace, openObject() else { return Dictionary(reading: &self) }
        var map: [String: String] = [:]
        while let key = readKey() { map[key] = readString() }
        return map
    }
}

extension JSONValue {
    /// The value if it is short, otherwise its kind: for a message.
    fileprivate var kindName: String {
        switch self {
        case .array: JSONKinds.array.name
        case .object: JSONKinds.object.name
        case .string(let text) where text.utf8.count > 40: JSONKinds.string.name
        default: description
        }
    }
}
