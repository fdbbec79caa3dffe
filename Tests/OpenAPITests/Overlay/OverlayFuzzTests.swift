import OpenAPI
import Source
import Testing

/// Queries and overlays that nobody writes.
@Suite struct OverlayFuzzTests {
    private static let queries = [
        "$.paths['/a'].get", "$..parameters[?@.in == 'query' && @.name != \"x\"]", "$[*]['a', 0, 1:2, ::-1]",
        "$.components.schemas[?match(@.type, '[a-z]+(b|c){1,3}')]", "$..[?count(@.*) > 1 || !length(@.name) < 3]",
        "$.tags[-1].name", "$", "$..*", "$[?value($..get) == null]",
    ]

    private static let document = """
        openapi: 3.2.0
        info: {title: T, version: "1"}
        tags: [{name: a}, {name: b}]
        paths: {/a: {get: {parameters: [{name: x, in: query, schema: {type: string}}], responses: {}}}}
        components: {schemas: {A: {type: object, properties: {a: {$ref: "#/components/schemas/B"}}}, B: &b {}, C: *b}}

        """

    /// A small generator whose sequence a seed repeats (Knuth's constants for 64 bits).
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static func damaged(_ query: String, using random: inout Generator) -> String {
        var characters = Array(query)
        let pieces = Array("$@.[]()'\"\\*?:,!=<>&|-019aé{}^ \n")
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let position = Int.random(in: 0...characters.count, using: &random)
            let piece = pieces[Int.random(in: pieces.indices, using: &random)]
            switch Int.random(in: 0..<3, using: &random) {
            case 0 where position < characters.count: characters.remove(at: position)
            case 1 where position < characters.count: characters[position] = piece
            default: characters.insert(piece, at: position)
            }
        }
        return String(characters)
    }

    private static func literal(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }

    @Test(arguments: 0..<40)
    func `damaged overlays end in a document or an error`(round: UInt64) throws {
        var random = Generator(state: round)
        var queries: [String] = []
        for _ in 0..<12 {
            let query = Self.queries[Int.random(in: Self.queries.indices, using: &random)]
            queries.append(Self.literal(Self.damaged(query, using: &random)))
        }
        var text = "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n"
        for (number, query) in queries.enumerated() {
            let change =
                switch Int.random(in: 0..<4, using: &random) {
                case 0: "remove: true"
                case 1: "copy: \(queries[(number + 1) % queries.count])"
                case 2: "update: [a, {b: c}]"
                default: "update: {type: string, tags: [x], get: {responses: {}}, $ref: '#/components/schemas/A'}"
                }
            text += "  - {target: \(query), \(change)}\n"
        }
        let files = SourceFiles()
        let report = Report(files: files)
        let base = files.add(path: "openapi.yaml", bytes: Array(Self.document.utf8))
        let overlay = files.add(path: "overlay.yaml", bytes: Array(text.utf8))
        let document = DocumentReader.read(base, overlays: [overlay], files: files, report: report)
        #expect(document != nil || report.hasErrors)
        // Every place can be shown, and every node be reached.
        _ = DiagnosticPrinter(files: files).string(for: report.diagnostics)
        if let root = document?.root.node { #expect(Self.count(root) > 0) }
    }

    private static func count(_ node: YAMLNode) -> Int {
        node.elements.map(count).reduce(1, +)
            + node.members.map { member in
                #expect(node[member.key]?.identity == member.value.identity)
                return count(member.value)
            }.reduce(0, +)
    }
}
