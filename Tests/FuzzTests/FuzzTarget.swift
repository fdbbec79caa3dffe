import TestSupport

/// A piece of the runtime that reads input, and what must hold whatever the input is.
protocol FuzzTarget: Sendable {
    /// What `--only` calls it.
    var name: String { get }

    /// Input that makes sense, to begin with.
    var seeds: [[UInt8]] { get }

    /// Pieces that mean something to the reader.
    var dictionary: [String] { get }

    /// Checks one input.
    ///
    /// - Throws: ``FuzzFailure`` when something does not hold.
    func check(_ input: [UInt8], _ generator: inout SeededGenerator) throws
}

/// Something that does not hold for an input.
struct FuzzFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Fails if two values are not equal.
func expectEqual<Value: Equatable>(_ left: Value, _ right: Value, _ what: String) throws {
    guard left == right else { throw FuzzFailure("\(what): \(left) is not \(right)") }
}

/// Fails if a condition does not hold.
func expect(_ condition: Bool, _ what: @autoclosure () -> String) throws {
    guard condition else { throw FuzzFailure(what()) }
}

extension [UInt8] {
    /// The bytes in pieces that are cut anywhere.
    func pieces(_ generator: inout SeededGenerator) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = self[...]
        let longest = generator.oneIn(3) ? 1 : Swift.max(1, count / 2)
        while !rest.isEmpty {
            let length = Int.random(in: 0...Swift.min(longest, rest.count), using: &generator)
            pieces.append(Array(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return pieces
    }
}
