import Foundation
import Testing

@testable import codegen

@Suite struct OutputWriterTests {
    @Test func `leaves the old tree when a file in the middle cannot be put in place`() throws {
        let workspace = try Workspace()
        try workspace.write("old", to: "Out/A.swift")
        try workspace.write("old", to: "Out/B.swift")
        // A file where the third change needs a folder: it fails after the first two have been carried out.
        try workspace.write("in the way", to: "Out/C")
        let before = try workspace.contents(below: "Out")
        let old = Data("old".utf8)
        let new = Array("new".utf8)
        let plan = OutputPlan(
            folder: workspace.path("Out"),
            items: [
                OutputPlan.Item(path: "A.swift", action: .update, old: old, new: new),
                OutputPlan.Item(path: "B.swift", action: .delete, old: old, new: nil),
                OutputPlan.Item(path: "C/D.swift", action: .create, old: nil, new: new),
            ]
        )
        #expect(throws: OutputError.self) { try OutputWriter(plan).write() }
        #expect(try workspace.contents(below: "Out") == before)
        #expect(try workspace.names(in: "Out") == ["A.swift", "B.swift", "C"])
    }

    @Test func `makes nothing when the first file cannot be put in place`() throws {
        let workspace = try Workspace()
        try workspace.write("in the way", to: "Out")
        let item = OutputPlan.Item(path: "A.swift", action: .create, old: nil, new: [])
        #expect(throws: OutputError.self) {
            try OutputWriter(OutputPlan(folder: workspace.path("Out"), items: [item])).write()
        }
        #expect(try workspace.names(in: "") == ["Out"])
    }
}
