import Foundation
import Testing

@testable import codegen

@Suite struct UnifiedDiffTests {
    @Test func `shows three lines around a change, and joins changes that are near`() {
        let old = (1...20).map { "line \($0)\n" }.joined()
        let new = old.replacing("line 5\n", with: "five\n").replacing("line 9\n", with: "")
        #expect(
            UnifiedDiff(from: old, to: new, path: "f").text == """
                --- a/f
                +++ b/f
                @@ -2,11 +2,10 @@
                 line 2
                 line 3
                 line 4
                -line 5
                +five
                 line 6
                 line 7
                 line 8
                -line 9
                 line 10
                 line 11
                 line 12

                """
        )
    }

    @Test func `names no file on the side that has none`() {
        #expect(UnifiedDiff(from: nil, to: "a\n", path: "f").text == "--- /dev/null\n+++ b/f\n@@ -0,0 +1,1 @@\n+a\n")
        #expect(UnifiedDiff(from: "a\n", to: nil, path: "f").text == "--- a/f\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n")
    }

    @Test func `is what patch applies`() async throws {
        let workspace = try Workspace()
        var lines = (1...60).map { "line \($0)" }
        try workspace.write(lines.joined(separator: "\n") + "\n", to: "old")
        let old = lines.joined(separator: "\n") + "\n"
        lines.replaceSubrange(3..<6, with: ["x"])
        lines.insert(contentsOf: ["y", "z"], at: 30)
        lines.removeLast(2)
        let new = lines.joined(separator: "\n") + "\n"
        try workspace.write(UnifiedDiff(from: old, to: new, path: "old").text, to: "change.diff")
        try await workspace.run("/usr/bin/env", ["git", "apply", "change.diff"])
        #expect(try workspace.contents(below: "")["old"] == Data(new.utf8))
    }

    @Test func `long texts with nothing in common are replaced as a whole`() {
        let count = 20_000
        let (old, new) = ((0..<count).map { "a\($0)\n" }.joined(), (0..<count).map { "b\($0)\n" }.joined())
        let lines = UnifiedDiff(from: "top\n" + old + "end\n", to: "top\n" + new + "end\n", path: "f").text.split(
            separator: "\n"
        )
        #expect(lines[2...4] == ["@@ -1,\(count + 2) +1,\(count + 2) @@", " top", "-a0"])
        #expect(lines.count == 3 + 2 + 2 * count)
    }
}
