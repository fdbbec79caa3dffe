/// The names of the module's files, one for each name that a file is to be called after.
///
/// Some file systems take upper and lower case for the same, the compiler tells files of one module apart by their names
/// alone, and none takes a name of any length. So names that only differ in case have their capitals behind them, and a
/// long name ends in a checksum of the whole.
struct FileNames {
    /// The names in lower case that several have who differ in case.
    private var ambiguous: Set<String> = []

    /// In bytes, with room for the endings that build tools add; file systems allow 255.
    private static let longest = 200

    init(_ names: [String]) {
        var spellings: [String: String] = [:]
        for name in names {
            let lower = name.lowercased()
            if let other = spellings.updateValue(name, forKey: lower), other != name { ambiguous.insert(lower) }
        }
    }

    /// The name of the file that is called after something, without its ending.
    func file(for name: String) -> String {
        var file = name
        if !ambiguous.isEmpty, ambiguous.contains(name.lowercased()) {
            file += "-" + name.filter(\.isUppercase)
        }
        guard file.utf8.count > Self.longest else { return file }
        var beginning = ""
        for character in file {
            guard beginning.utf8.count + String(character).utf8.count <= Self.longest - 17 else { break }
            beginning.append(character)
        }
        return beginning + "-" + Self.checksum(file)
    }

    /// FNV-1a (draft-eastlake-fnv), 64 bits, in hexadecimal digits.
    static func checksum(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
