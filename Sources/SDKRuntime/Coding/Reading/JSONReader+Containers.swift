extension JSONReader {
    /// Enters an object, or notes an issue and returns false.
    @inline(__always)
    mutating func openObject() -> Bool {
        guard peek() == Byte.openBrace else {
            mismatch("an object")
            return false
        }
        return open()
    }

    /// Enters an array, or notes an issue and returns false.
    @inline(__always)
    mutating func openArray() -> Bool {
        guard peek() == Byte.openBracket else {
            mismatch("an array")
            return false
        }
        return open()
    }

    @inline(__always)
    private mutating func open() -> Bool {
        guard depth < Self.maximumDepth else {
            fail("nested more than \(Self.maximumDepth) levels deep")
            return false
        }
        if depth == frameCapacity { growFrames() }
        (frames + depth).initialize(to: ContainerFrame())
        depth += 1
        position += 1
        return true
    }

    /// Moves to the text of the next key, just after its opening quote; false when the object is over.
    @inline(__always)
    mutating func openKey() -> Bool {
        let frame = frames + (depth - 1)
        var byte = peek()
        if byte == Byte.closeBrace {
            position += 1
            depth -= 1
            return false
        }
        if frame.pointee.key != nil {
            guard byte == Byte.comma else { return leaveMalformed() }
            position += 1
            byte = peek()
        }
        guard byte == Byte.quote else { return leaveMalformed() }
        position += 1
        frame.pointee.key = position
        return true
    }

    /// Moves to the next element; false when the array is over.
    @inline(__always)
    mutating func openElement() -> Bool {
        let frame = frames + (depth - 1)
        let byte = peek()
        if byte == Byte.closeBracket {
            // A comma has been followed by an element, or the loop would not have come here.
            position += 1
            depth -= 1
            return false
        }
        if frame.pointee.index >= 0 {
            guard byte == Byte.comma else { return leaveMalformed() }
            position += 1
            if peek() == Byte.closeBracket { return leaveMalformed() }
        }
        frame.pointee.index += 1
        guard position < end else { return leaveMalformed() }
        return true
    }

    @inline(never)
    private mutating func leaveMalformed() -> Bool {
        failUnexpected()
        depth -= 1
        return false
    }

    /// Reads the colon after a key.
    @inline(__always)
    mutating func readColon() {
        if peek() == Byte.colon { position += 1 } else { failUnexpected() }
    }

    /// Reads the next key and its colon; nil when the object is over.
    mutating func readKey() -> String? {
        guard openKey() else { return nil }
        let key = scanStringBody()
        readColon()
        return key.text
    }

    /// Moves over one value of any kind, checking that it is well-formed.
    mutating func skip() {
        switch peek() {
        case Byte.quote:
            _ = scanString()
        case Byte.openBrace:
            guard openObject() else { return }
            while openKey() {
                _ = scanStringBody()
                readColon()
                skip()
            }
        case Byte.openBracket:
            guard openArray() else { return }
            while openElement() { skip() }
        case Byte.n:
            _ = readNull()
        case Byte.t, Byte.f:
            _ = readBool()
        default:
            skipNumber()
        }
    }

    /// Reads one value of any kind.
    mutating func readValue() -> JSONValue {
        switch peek() {
        case Byte.quote: return .string(scanString().text)
        case Byte.openBrace: return .object(readObject())
        case Byte.openBracket: return .array(readArray())
        case Byte.n:
            _ = readNull()
            return .null
        case Byte.t, Byte.f:
            return .bool(readBool())
        default:
            return .number(scanNumber())
        }
    }

    mutating func readObject() -> JSONObject {
        var object = JSONObject()
        guard openObject() else { return object }
        while let key = readKey() {
            object[key] = .some(readValue())
        }
        return object
    }

    private mutating func readArray() -> [JSONValue] {
        var elements: [JSONValue] = []
        guard openArray() else { return elements }
        while openElement() { elements.append(readValue()) }
        return elements
    }

    /// Reads once more, as a JSON value, what began at `first` and has just been read.
    @inline(never)
    mutating func reread(from first: UnsafePointer<UInt8>) -> JSONValue {
        guard failure == nil else { return .null }
        position = first
        return readValue()
    }
}
