import TestSupport

/// Changes input a little, or a lot.
struct Mutator {
    private let dictionary: [[UInt8]]
    private let seeds: [[UInt8]]

    init(_ target: any FuzzTarget) {
        dictionary = target.dictionary.map { Array($0.utf8) }
        seeds = target.seeds
    }

    /// Input that nobody has written.
    func input(_ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = generator.oneIn(20) ? random(&generator) : seeds.randomElement(using: &generator) ?? []
        if generator.oneIn(10) { return bytes }
        for _ in 0..<Int.random(in: 1...(generator.oneIn(4) ? 16 : 3), using: &generator) {
            mutate(&bytes, &generator)
        }
        return bytes
    }

    private func random(_ generator: inout SeededGenerator) -> [UInt8] {
        (0..<Int.random(in: 0...64, using: &generator)).flatMap { _ in
            generator.oneIn(2)
                ? dictionary.randomElement(using: &generator) ?? [] : [UInt8.random(in: 0...255, using: &generator)]
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...(generator.oneIn(4) ? 200 : 8), using: &generator))
        switch Int.random(in: 0..<9, using: &generator) {
        case 0 where place < bytes.count:
            bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1 where place < bytes.count:
            bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        case 2:
            bytes.removeSubrange(place..<end)
        case 3:
            bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 4:
            // The same thing very often.
            let piece = dictionary.randomElement(using: &generator) ?? []
            let count = Int.random(in: 1...(generator.oneIn(20) ? 2000 : 20), using: &generator)
            bytes.insert(contentsOf: Array(repeating: piece, count: count).joined(), at: place)
        case 5:
            // One beginning with the end of another.
            let other = seeds.randomElement(using: &generator) ?? []
            bytes.replaceSubrange(place..., with: other.suffix(Int.random(in: 0...other.count, using: &generator)))
        case 6:
            bytes.replaceSubrange(place..<end, with: dictionary.randomElement(using: &generator) ?? [])
        case 7:
            bytes.removeSubrange(place...)
        default:
            bytes.insert(contentsOf: dictionary.randomElement(using: &generator) ?? [], at: place)
        }
    }
}
