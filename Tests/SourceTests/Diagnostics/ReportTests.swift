import Source
import Testing

@Suite("Report")
struct ReportTests {
    @Test("Diagnostics are sorted by path and place, and come once")
    func order() {
        let files = SourceFiles()
        let late = files.add(path: "b.yaml", bytes: Array("0123456789".utf8))
        let early = files.add(path: "a.yaml", bytes: Array("0123456789".utf8))
        let report = Report(files: files)
        func add(_ message: String, _ file: SourceFile, at start: UInt32) {
            report.error("r", message, at: SourceRange(file: file.id, start: start, end: start + 1))
        }
        add("4", late, at: 2)
        add("2", early, at: 8)
        add("3", late, at: 1)
        add("5", late, at: 2)
        add("1", early, at: 0)
        add("4", late, at: 2)
        report.warning("r", "0", at: nil)
        #expect(report.diagnostics.map(\.message) == ["0", "1", "2", "3", "4", "5"])
    }

    @Test("Warnings are errors when the user wants it")
    func strict() {
        let report = Report()
        report.warning("r", "w", at: nil)
        #expect(!report.hasErrors)
        #expect((report.errorCount, report.warningCount) == (0, 1))
        report.treatsWarningsAsErrors = true
        #expect(report.hasErrors)
        #expect((report.errorCount, report.warningCount) == (1, 0))
        #expect(report.diagnostics.map(\.severity) == [.error])
    }
}
