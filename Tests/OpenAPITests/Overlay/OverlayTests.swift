import OpenAPI
import Source
import Testing

/// Overlays on small documents.
@Suite struct OverlayTests {
    private static let document = """
        openapi: 3.2.0
        info: {title: Pets, version: "1"}
        tags: [{name: pets}]
        paths:
          /pets:
            get:
              summary: List.
              tags: [pets]
              parameters:
                - {name: limit, in: query, schema: {type: integer}}
              responses: {"200": {description: Pets.}}
            post: {summary: Add., responses: {}}
        components:
          schemas:
            Pet: {type: object, properties: {name: {type: string}}}

        """

    /// A document with overlays applied.
    private struct Patched {
        let files: SourceFiles
        let report: Report
        let root: YAMLNode?

        init(_ document: String, _ overlays: [String]) {
            let files = SourceFiles()
            self.files = files
            report = Report(files: files)
            let base = files.add(path: "openapi.yaml", bytes: Array(document.utf8))
            let overlays = overlays.enumerated().map { number, text in
                files.add(path: "overlay\(number + 1).yaml", bytes: Array(text.utf8))
            }
            root = DocumentReader.read(base, overlays: overlays, files: files, report: report)?.root.node
        }

        /// Each diagnostic as `file:line:column: severity: message [rule] (hint)`.
        var messages: [String] {
            report.diagnostics.map { diagnostic in
                let file = diagnostic.range.map { files[$0.file] }
                let position = diagnostic.range.flatMap { file?.position(at: Int($0.start)) }
                let place = "\(file?.path ?? ""):\(position?.line ?? 0):\(position?.column ?? 0)"
                let hint = diagnostic.hint.map { " (\($0))" } ?? ""
                return "\(place): \(diagnostic.severity.rawValue): \(diagnostic.message) "
                    + "[\(diagnostic.rule.rawValue)]\(hint)"
            }
        }

        /// The file and the line of a node.
        func place(_ node: YAMLNode?) -> String? {
            guard let node else { return nil }
            let file = files[node.range.file]
            return "\(file.path):\(file.position(at: Int(node.range.start)).line)"
        }
    }

    private func patch(_ actions: String, version: String = "1.1.0", _ document: String = Self.document) -> Patched {
        Patched(document, ["overlay: \(version)\ninfo: {title: T, version: '1'}\nactions:\n\(actions)\n"])
    }

    @Test func `an update merges objects, joins arrays and replaces the rest`() throws {
        let patched = patch(
            """
              - target: $.paths['/pets'].get
                update:
                  summary: All pets.
                  tags: [animals]
                  responses: {"200": {headers: {X-A: {schema: {}}}}, "404": {description: None.}}
                  x-sdk-method: pets.list
              - {target: $.tags, update: {name: animals}}
              - {target: $.tags, update: [{name: a}, {name: b}]}
              - {target: $.info.title, update: All Pets}
              - {target: $.components.schemas.Pet, update: {type: [object, "null"]}}
            """
        )
        #expect(patched.messages == [])
        let get = try #require(patched.root?["paths"]?["/pets"]?["get"])
        #expect(
            get.json == #"{"summary":"All pets.","tags":["pets","animals"],"parameters":[{"name":"limit","in":"query","#
                + #""schema":{"type":"integer"}}],"responses":{"200":{"description":"Pets.","headers":{"X-A":{"schema":"#
                + #"{}}}},"404":{"description":"None."}},"x-sdk-method":"pets.list"}"#
        )
        #expect(patched.root?["tags"]?.json == #"[{"name":"pets"},{"name":"animals"},{"name":"a"},{"name":"b"}]"#)
        #expect(patched.root?["info"]?.json == #"{"title":"All Pets","version":"1"}"#)
        #expect(patched.root?["components"]?["schemas"]?["Pet"]?["type"]?.json == #"["object","null"]"#)
    }

    @Test func `nodes keep their places`() throws {
        let patched = patch(
            """
              - target: $.paths['/pets'].get
                update:
                  operationId: list
                  tags: [animals]
            """
        )
        let get = try #require(patched.root?["paths"]?["/pets"]?["get"])
        #expect(patched.place(get) == "openapi.yaml:7")
        #expect(patched.place(get["summary"]) == "openapi.yaml:7")
        #expect(patched.place(get["operationId"]) == "overlay1.yaml:6")
        let keyRange = try #require(get.member("operationId")?.keyRange)
        #expect(patched.files[keyRange.file].text(in: keyRange) == "operationId")
        #expect(get["tags"]?.elements.map { patched.place($0) } == ["openapi.yaml:8", "overlay1.yaml:7"])
        #expect(patched.place(patched.root?["components"]) == "openapi.yaml:14")
    }

    @Test func `what has not changed is the same node`() throws {
        let patched = patch("  - {target: $.paths.*.get.parameters, update: {name: a, in: query, schema: {}}}")
        let root = try #require(patched.root)
        #expect(root["paths"]?["/pets"]?["get"]?["parameters"]?.elements.count == 2)
        let identities = [root, root["paths"], root["components"], root["paths"]?["/pets"]?["post"]].map {
            $0?.identity
        }
        #expect(Set(identities).count == 4)
        #expect(root["paths"]?["/pets"]?["post"]?["summary"]?.text == "Add.")
    }

    @Test func `a removal takes members and elements away`() {
        let patched = patch(
            """
              - {target: "$.paths['/pets']['get', 'post'].summary", remove: true}
              - {target: "$.paths['/pets'].get.parameters[?@.in == 'query']", remove: true}
              - {target: $..properties, remove: true}
              - {target: $.tags, remove: true}
            """,
            version: "1.0.0"
        )
        #expect(patched.messages == [])
        #expect(
            patched.root?["paths"]?["/pets"]?.json
                == #"{"get":{"tags":["pets"],"parameters":[],"responses":{"200":{"description":"Pets."}}},"post":{"responses":{}}}"#
        )
        #expect(patched.root?.members.map(\.key) == ["openapi", "info", "paths", "components"])
        #expect(patched.root?["components"]?["schemas"]?["Pet"]?.json == #"{"type":"object"}"#)
    }

    @Test func `a copy is the value of before`() {
        let patched = patch(
            """
              - {target: $.components.schemas, update: {Toy: {}, Tree: {properties: {}}}}
              - {target: $.components.schemas.Toy, copy: $.components.schemas.Pet}
              - {target: $.components.schemas.Toy.properties, update: {name: {type: integer}}}
              - {target: $.components.schemas.Tree.properties, copy: $.components.schemas}
            """
        )
        #expect(patched.messages == [])
        let schemas = patched.root?["components"]?["schemas"]
        let pet = #"{"type":"object","properties":{"name":{"type":"string"}}}"#
        let toy = #"{"type":"object","properties":{"name":{"type":"integer"}}}"#
        #expect(
            schemas?.json
                == #"{"Pet":\#(pet),"Toy":\#(toy),"Tree":{"properties":{"Pet":\#(pet),"Toy":\#(toy),"Tree":{"properties":{}}}}}"#
        )
    }

    @Test func `several overlays are applied in order`() {
        let overlay = { (title: String, target: String) in
            "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: [{target: \(target), update: {title: \(title)}}]\n"
        }
        let patched = Patched(
            Self.document,
            [overlay("A", "$.info"), overlay("B", "\"$.info[?@ == 'A']^\""), overlay("C", "$.info")]
        )
        #expect(patched.root?["info"]?["title"]?.text == "C")
        #expect(
            patched.messages == [
                "overlay2.yaml:3:38: error: expected '.', '..' or '[' here [json-path]"
            ]
        )
    }

    @Test func `references in an overlay are relative to the document, and may lead into the overlay's parts`() throws {
        let patched = patch(
            """
              - target: $.components.schemas
                update:
                  Owner: {type: object, properties: {pet: {$ref: "#/components/schemas/Pet"}, age: {$ref: "#/components/schemas/Age"}}}
                  Age: {type: integer}
                  Lost: {$ref: "#/components/schemas/Agee"}
            """
        )
        #expect(
            patched.messages == [
                "overlay1.yaml:8:20: error: no 'Agee' under '#/components/schemas' [reference-target] "
                    + "(did you mean 'Age'?)"
            ]
        )
    }

    @Test func `a large mapping finds its keys, old and new`() throws {
        let keys = (0..<50).map { "x-\($0)" }
        let document =
            "openapi: 3.2.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
            + keys.map { "\($0): \($0)\n" }.joined()
        let patched = patch(
            "  - {target: $, update: {x-new: new, x-7: seven}}\n  - {target: $.x-8, remove: true}",
            document
        )
        #expect(patched.messages == ["overlay1.yaml:5:17: error: expected '.', '..' or '[' here [json-path]"])
        let root = try #require(patched.root)
        #expect(root.members.count == 54)
        #expect(keys.allSatisfy { root[$0]?.text == ($0 == "x-7" ? "seven" : $0) })
        #expect(root["x-new"]?.text == "new")
        #expect(root["x-none"] == nil)
    }

    @Test func `a change at one place of an alias leaves the others`() {
        let document = """
            openapi: 3.2.0
            info: {title: T, version: "1"}
            paths: {}
            components: {schemas: {A: &a {type: string}, B: *a, C: *a}}

            """
        let patched = patch("  - {target: $.components.schemas.B, update: {type: integer}}", document)
        let schemas = patched.root?["components"]?["schemas"]
        #expect(schemas?.json == #"{"A":{"type":"string"},"B":{"type":"integer"},"C":{"type":"string"}}"#)
        #expect(schemas?["A"]?.identity == schemas?["C"]?.identity)
    }

    @Test(arguments: [
        ("$.paths['/pets'].gett", "4:29: warning: the target matches nothing [overlay-target] (did you mean 'get'?)"),
        ("$.pats['/pets'].get", "4:14: warning: the target matches nothing [overlay-target] (did you mean 'paths'?)"),
        ("$.tags[7]", "4:19: warning: the target matches nothing [overlay-target]"),
        ("$..nothing", "4:14: warning: the target matches nothing [overlay-target]"),
        ("$.paths[?@.put]", "4:20: warning: the target matches nothing [overlay-target]"),
    ])
    func `a target that matches nothing says how far it leads`(target: String, message: String) {
        #expect(patch("  - target: \(target)\n    update: {}").messages == ["overlay1.yaml:" + message])
    }

    @Test func `a target below a reference is not found, and why`() {
        let document = """
            openapi: 3.2.0
            info: {title: T, version: "1"}
            paths: {/a: {$ref: "#/components/pathItems/A"}}
            components: {pathItems: {A: {get: {responses: {}}}}}

            """
        let patched = patch("  - {target: \"$.paths['/a'].get\", remove: true}", document)
        #expect(
            patched.messages == [
                "overlay1.yaml:4:28: warning: the target matches nothing [overlay-target] "
                    + "(a JSONPath does not lead through a '$ref')"
            ]
        )
    }

    @Test func `a target in another file is not found, and the file is told`() {
        let document = """
            openapi: 3.2.0
            info: {title: T, version: "1"}
            paths: {/a: {$ref: paths/a.yaml}}

            """
        let patched = patch("  - {target: \"$.paths['/a'].get\", remove: true}", document)
        #expect(
            patched.messages.contains(
                "overlay1.yaml:4:28: warning: the target matches nothing [overlay-target] "
                    + "(the way leads to 'paths/a.yaml', and an overlay changes the entry document alone)"
            )
        )
    }

    @Test func `mistakes are told at their places`() {
        let patched = patch(
            """
              - {target: $.info, update: text}
              - {target: $.info.title, update: {a: 1}}
              - {target: $, remove: true}
              - {target: $.info}
              - {target: $.info, copy: $.none}
              - {target: $.info, copy: $.*}
              - {target: $.tags, update: {}, remove: true, copy: $}
              - {target: 5, update: {}}
              - {updat: {}}
              - {target: "$.paths[?@.x = 1]", remove: true}
              - {target: "\\x24[x]", remove: maybe}
            """,
            version: "1.0.0"
        )
        #expect(
            patched.messages == [
                "overlay1.yaml:4:30: error: a string cannot be merged into a mapping [overlay-update]",
                "overlay1.yaml:5:37: error: a mapping cannot be merged into a string [overlay-update]",
                "overlay1.yaml:6:14: error: the whole document cannot be removed [overlay-target]",
                "overlay1.yaml:7:6: warning: the action changes nothing [overlay-update] "
                    + "(it has neither 'update' nor 'remove: true' nor 'copy')",
                "overlay1.yaml:8:22: warning: 'copy' is new in Overlay 1.1, and this overlay is 1.0 [unknown-key] "
                    + "(it is read as in 1.1)",
                "overlay1.yaml:8:28: error: there is nothing to copy [overlay-target] (it selects one node)",
                "overlay1.yaml:9:22: warning: 'copy' is new in Overlay 1.1, and this overlay is 1.0 [unknown-key] "
                    + "(it is read as in 1.1)",
                "overlay1.yaml:9:28: error: 'copy' selects 5 nodes [overlay-target] (it selects one node)",
                "overlay1.yaml:10:22: warning: 'update' has no effect beside 'remove: true' [overlay-update] (it is ignored)",
                "overlay1.yaml:10:48: warning: 'copy' is new in Overlay 1.1, and this overlay is 1.0 [unknown-key] "
                    + "(it is read as in 1.1)",
                "overlay1.yaml:10:48: warning: 'copy' has no effect beside 'remove: true' [overlay-update] (it is ignored)",
                "overlay1.yaml:11:14: warning: expected a string, found an integer [value-kind] "
                    + "(it is read as '5'; put it in quotes)",
                "overlay1.yaml:12:6: error: missing key 'target' of an Action Object [missing-key]",
                "overlay1.yaml:12:6: warning: unknown key 'updat' of an Action Object [unknown-key] (did you mean 'update'?)",
                "overlay1.yaml:13:28: error: unknown operator [json-path] "
                    + "(equality is written '=='; regular expressions are match() and search())",
                "overlay1.yaml:14:14: error: expected a selector: a name in quotes, '*', an index, a slice, or '?' with a "
                    + "filter [json-path] (put a name in quotes)",
                "overlay1.yaml:14:33: error: expected a boolean, found a string [value-kind]",
            ]
        )
    }

    @Test(arguments: [
        (
            "overlay: 2.0.0\nactions: []\n",
            "1:10: error: unknown version '2.0.0' of the Overlay Specification [overlay-version] (1.0 and 1.1 are supported)"
        ),
        ("- a\n", "1:1: error: an overlay is a mapping, not a sequence [value-kind]"),
        ("overlay: 1.0.0\n", "1:1: error: missing key 'actions' of an Overlay Object [missing-key]"),
        ("overlay: 1.0.0\nactions: {}\n", "2:10: error: expected a sequence, found a mapping [value-kind]"),
    ])
    func `a file that is no overlay is told`(text: String, message: String) {
        let messages = Patched(Self.document, [text]).messages
        #expect(messages.contains("overlay1.yaml:" + message))
        #expect(messages.filter { $0.contains("error") }.count == 1)
    }

    @Test func `copies of the document into itself have an end`() {
        let actions = (0..<60).map { _ in "  - {target: $.components, copy: $}\n" }.joined()
        let patched = patch(actions)
        #expect(patched.report.errorCount == 1)
        let errors = patched.messages.filter { $0.contains("error: ") }
        #expect(errors.map { $0.contains("the overlays up to here add more than") } == [true])
        let everywhere = patch(
            "  - {target: \"$..*[?@.type]\", copy: $}\n" + String(repeating: "  - {target: $..*, copy: $}\n", count: 20)
        )
        #expect(everywhere.report.hasErrors)
    }

    @Test func `an overlay does not make a document deeper than its stages go`() {
        let deep = String(repeating: "{a: ", count: 600) + "1" + String(repeating: "}", count: 600)
        let patched = patch("  - {target: $.info, update: {x-a: \(deep)}}\n  - {target: $..a, update: {b: \(deep)}}")
        #expect(
            patched.messages.contains { $0.hasSuffix("values are nested more than 1,000 levels deep [overlay-update]") }
        )
    }
}
