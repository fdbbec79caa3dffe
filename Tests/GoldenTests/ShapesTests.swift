import Foundation
import Shapes
import TestSupport
import Testing

/// The golden API `Tests/Fixtures/Golden/Shapes`: each kind of schema, written and read.
@Suite struct ShapesTests {
    @Test func `requests and responses have their own properties`() async throws {
        let transport = ScriptedTransport(
            body: """
                {"id": "1", "created_at": "2026-01-02T03:04:05Z", "style": "wavy", "shapes": [
                  {"type": "line", "from": [0, 0], "to": [1, 2.5]},
                  {"type": "circle", "at": [1, 1], "layer": null, "radius": 0.10},
                  {"type": "star", "points": 5},
                  {"type": "group", "members": [{"type": "group", "members": []}]}
                ]}
                """
        )
        let drawing = try await client(over: transport).drawings.create(
            .init(
                secret: "s",
                shapes: [
                    .line(.init(from: [0, 0], to: [1, 2.5])),
                    .circle(Circle(at: [1, 1], layer: nil, radius: Decimal(string: "0.1") ?? 0)),
                ]
            )
        )
        let sent = try #require(await transport.sent.first?.body)
        #expect(
            try json(sent) == [
                "secret": "s",
                "shapes": [
                    ["type": "line", "from": [0, 0], "to": [1, 2.5]],
                    ["at": [1, 1], "layer": nil, "type": "circle", "radius": 0.1],
                ],
                "style": "plain",
            ]
        )
        #expect(drawing.id == "1")
        #expect(drawing.style == "wavy")
        #expect(!drawing.style.isKnown)
        #expect(drawing.shapes.count == 4)
        guard case .line(let line) = drawing.shapes[0], case .circle(let circle) = drawing.shapes[1],
            case .unknown(let star) = drawing.shapes[2], case .group(let group) = drawing.shapes[3]
        else {
            Issue.record("\(drawing.shapes)")
            return
        }
        #expect(line.to == [1, 2.5])
        #expect(circle.radius == Decimal(string: "0.1"))
        #expect(star.discriminator == "star")
        #expect(group.members.count == 1)
        #expect(drawing.decodingIssues.isEmpty)
    }

    @Test func `one of each is read, and written back as it was`() async throws {
        let text = """
            {"day": "2026-11-25", "time": "10:20:30.5Z", "wait": "P1DT2H", "key": "0f8fad5b-d9cb-469f-a165-70867728950e",
             "link": "https://shapes.test/a?b=c", "bytes": "aGk=", "small": 255,
             "huge": 123456789012345678901234567890, "mail": "a@b.c",
             "node": {"name": "a", "next": {"name": "b", "next": null}, "twin": {"node": {"name": "c"}}},
             "pet": {"kind": "Dog", "name": "Rex", "tricks": ["sit"]}, "level": 3, "ratio": 0.5, "answer": 1,
             "value": 7, "tree": [[], [[]]], "labels": {"main": "m", "x": 1, "y": 2}, "free": {"a": [1]},
             "map": {"k": {"name": "d"}}, "gauges": [{"code": 2, "value": 1}, {"code": 1, "value": 2}, {"code": 3}]}
            """
        let transport = ScriptedTransport(body: text)
        let everything = try await client(over: transport).everything.retrieve()
        #expect(everything.decodingIssues.isEmpty)
        #expect(everything.day == CalendarDate(year: 2026, month: 11, day: 25))
        #expect(everything.key == UUID(uuidString: "0F8FAD5B-D9CB-469F-A165-70867728950E"))
        #expect(everything.link.host == "shapes.test")
        #expect(everything.bytes == Data("hi".utf8))
        #expect(everything.huge.spelling == "123456789012345678901234567890")
        #expect(everything.node.next?.value?.name == "b")
        #expect(everything.node.next?.value?.next == .null)
        #expect(everything.node.twin?.node?.name == "c")
        guard case .dog(let dog) = everything.pet else {
            Issue.record("\(everything.pet)")
            return
        }
        #expect(dog.kind == "Dog")
        #expect(dog.tricks == ["sit"])
        #expect(everything.level == 3)
        #expect(!everything.level.isKnown)
        #expect(everything.ratio == ._0_5)
        #expect(everything.answer == ._1)
        #expect(everything.value == .int(7))
        let gauges = try #require(everything.gauges)
        guard gauges.count == 3, case .bar(let bar) = gauges[0], case .dial(let dial) = gauges[1],
            case .unknown(let gauge) = gauges[2]
        else {
            Issue.record("\(gauges)")
            return
        }
        #expect(bar == Bar(value: 1))
        #expect(dial.code == 1)
        #expect(gauge.discriminator == "3")
        #expect(everything.labels?.additionalProperties == ["x": 1, "y": 2])
        #expect(try json(ModelEncoder().encode(everything)) == json(Data(text.utf8)))
        let foundation = try JSONDecoder().decode(Everything.self, from: Data(text.utf8))
        #expect(foundation == everything)
    }

    @Test func `literals are members of unions`() {
        let value: Everything.Value = "text"
        #expect(value == .string("text"))
        let tree: Tree = [[], [[]]]
        #expect(tree == .trees([.trees([]), .trees([.trees([])])]))
    }

    @Test func `deprecated values say so`() {
        #expect(Finish.deprecatedValues.keys.sorted() == ["gloss", "mirror"])
        #expect(Finish.deprecatedValues["gloss"] == "Deprecated, as it scratches.")
        #expect(Style.deprecatedValues == ["dashed": "Use \"dotted\"."])
        #expect(Everything.Level.deprecatedValues == [2: "Levels above 1 end on 2027-01-01."])
        #expect(Grade.deprecatedValues == [1: "The API's description advises against its use."])
    }

    @Test func `every row of every type is where its member is`() throws {
        let models = try GeneratedTypes.models(in: Fixtures.url("Golden/Shapes/Shapes"), module: "Shapes")
        let known: Set = ["Everything", "Everything.Labels", "Node", "DrawingCreateParams", "Group", "Shape.Line"]
        #expect(known.isSubset(of: models.map(\.name)))
        for model in models {
            let type = try #require(model.type, "\(model.name) is not in the module")
            #expect(StoredFields.rows(of: type) == StoredFields.fields(of: type), "\(model.name)")
        }
    }

    private func json(_ data: Data) throws -> JSONValue { try ModelDecoder().decode(JSONValue.self, from: data) }

    private func client(over transport: ScriptedTransport) throws -> ShapesClient {
        try ShapesClient(options: ClientOptions(transport: transport, environment: .none))
    }
}
