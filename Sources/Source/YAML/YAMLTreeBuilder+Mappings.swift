/// What happens when a mapping closes: merge keys are applied and duplicate keys reported.
extension YAMLTreeBuilder {
    /// Moves a mapping's members to the tree. The first of equal keys stays.
    mutating func closeMapping(_ frame: Frame, end: UInt32) -> YAMLNodeRecord {
        if let mergeKey = frame.mergeKey { applyMerge(at: mergeKey, base: frame.base) }
        let first = storage.members.count
        let pending = frame.base..<pendingMembers.count
        var keys = YAMLKeyFilter()
        let keyTable = pending.count > YAMLKeyTable.threshold ? makeKeyTable(for: pending.count) : nil
        for index in pending {
            let member = pendingMembers[index]
            let earlier =
                if let keyTable {
                    insert(member, into: keyTable, capacity: YAMLKeyTable.capacity(for: pending.count), first: first)
                } else {
                    indexOfMember(member.keyNumber, in: first..<storage.members.count)
                }
            if let earlier {
                reportDuplicate(member, of: storage.members[earlier])
            } else {
                keys.insert(storage.keys.keys[Int(member.keyNumber)].filter)
                storage.members.append(member)
            }
        }
        pendingMembers.removeSubrange(frame.base...)
        // A mapping that lost duplicates has a table of another size than its count says.
        let children = first..<storage.members.count
        return YAMLNodeRecord(
            collection: .mapping,
            start: frame.start,
            end: end,
            children: children,
            keys: keys,
            keyTable: children.count == pending.count ? keyTable : nil
        )
    }

    private mutating func makeKeyTable(for count: Int) -> Int {
        let start = storage.keyTables.count
        let slots = repeatElement(YAMLKeyTable.emptySlot, count: YAMLKeyTable.capacity(for: count))
        storage.keyTables.append(contentsOf: slots)
        return start
    }

    /// Enters the member that is appended next into a key table; the member with the same key when there is one.
    private mutating func insert(
        _ member: YAMLMemberRecord,
        into table: Int,
        capacity: Int,
        first: Int
    ) -> Int? {
        var slot = YAMLKeyTable.hash(bytes(member.key)) & (capacity - 1)
        while true {
            let entry = storage.keyTables[table + slot]
            if entry == YAMLKeyTable.emptySlot { break }
            let index = first + Int(entry)
            if storage.members[index].keyNumber == member.keyNumber { return index }
            slot = (slot + 1) & (capacity - 1)
        }
        storage.keyTables[table + slot] = UInt32(storage.members.count - first)
        return nil
    }

    private func indexOfMember(_ keyNumber: UInt32, in range: Range<Int>) -> Int? {
        for index in range where storage.members[index].keyNumber == keyNumber { return index }
        return nil
    }

    func reportDuplicate(_ member: YAMLMemberRecord, of first: YAMLMemberRecord) {
        let name = Diagnostic.quote(String(decoding: bytes(member.key), as: UTF8.self))
        let isMerge = bytes(member.key).elementsEqual("<<".utf8)
        report.error(
            .yamlDuplicateKey,
            "duplicate key \(name)",
            at: keyRange(of: member),
            hint: isMerge ? "merge several mappings with a list: '<<: [*a, *b]'" : nil,
            notes: [Diagnostic.Note(message: "\(name) is first defined here", range: keyRange(of: first))]
        )
    }

    private func keyRange(of member: YAMLMemberRecord) -> SourceRange {
        SourceRange(file: file.id, start: member.keyStart, end: member.keyEnd)
    }

    // MARK: Merge keys

    /// Replaces a merge key by the members it brings in: those whose key neither the mapping itself nor an earlier
    /// merged mapping has.
    private mutating func applyMerge(at mergeIndex: Int, base: Int) {
        let mergeKey = pendingMembers[mergeIndex]
        var seen: Set<ArraySlice<UInt8>> = []
        for index in base..<pendingMembers.count where index != mergeIndex {
            seen.insert(bytes(pendingMembers[index].key))
        }
        var merged: [YAMLMemberRecord] = []
        for source in mergeSources(of: mergeKey) {
            mergedMembers += source.children.count
            guard mergedMembers <= Self.maximumExpansion else {
                let message = "the merge keys up to here bring in more than 1,000,000 members"
                fail(.yamlMerge, message, at: Int(mergeKey.keyStart)..<Int(mergeKey.keyEnd))
                break
            }
            for index in source.children where seen.insert(bytes(storage.members[index].key)).inserted {
                merged.append(storage.members[index])
            }
        }
        pendingMembers.replaceSubrange(mergeIndex...mergeIndex, with: merged)
    }

    /// The mappings that a merge key names; anything else is reported.
    private func mergeSources(of mergeKey: YAMLMemberRecord) -> [YAMLNodeRecord] {
        let value = storage.nodes[Int(mergeKey.value)]
        let candidates =
            value.kind == .sequence ? value.children.map { storage.nodes[Int(storage.elements[$0])] } : [value]
        return candidates.filter { candidate in
            guard candidate.kind != .mapping else { return true }
            // The value of an alias is somewhere else, where nothing is wrong.
            let isHere = candidate.start >= mergeKey.keyEnd
            report.error(
                .yamlMerge,
                "the merge key '<<' needs a mapping or a list of mappings",
                at: SourceRange(
                    file: file.id,
                    start: isHere ? candidate.start : mergeKey.keyStart,
                    end: isHere ? candidate.end : mergeKey.keyEnd
                ),
                hint: "write \"<<\" for a key of that name"
            )
            return false
        }
    }
}
