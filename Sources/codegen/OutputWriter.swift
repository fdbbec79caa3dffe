import OpenAPI

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Carries out a plan: all of it, or nothing.
///
/// New contents go to a folder beside the old ones first. Only when all are there, files are moved into place one by one,
/// the old ones aside; when a move fails, those before it are undone.
struct OutputWriter {
    let plan: OutputPlan
    private let manager = FileManager.default

    init(_ plan: OutputPlan) { self.plan = plan }

    /// - Throws: `OutputError.unwritable`; the folder is then as it was.
    func write() throws {
        let changes = plan.changes
        guard !changes.isEmpty else { return }
        // A link that leads nowhere is there as well, and is not ours to take away.
        let folderExisted = OutputPlan.exists(plan.folder)
        let staging = plan.folder + "/.codegen-\(UUID().uuidString)"
        var undo: [() -> Void] = []
        var folders: Set<String> = []
        do {
            try makeFolder(staging + "/new")
            try makeFolder(staging + "/old")
            for (index, item) in changes.enumerated() {
                guard let new = item.new else { continue }
                try SystemCalls.makeFile("\(staging)/new/\(index)", new)
            }
            for (index, item) in changes.enumerated() {
                try apply(item, index: index, staging: staging, folders: &folders, undo: &undo)
            }
        } catch {
            for step in undo.reversed() { step() }
            try? manager.removeItem(atPath: folderExisted ? staging : plan.folder)
            throw OutputError.unwritable(plan.folder, SystemCalls.reason(of: error))
        }
        try? manager.removeItem(atPath: staging)
        removeEmptyFolders()
    }

    /// Puts one change in place.
    ///
    /// - Parameters:
    ///   - folders: The folders of the output that are known to be there.
    ///   - undo: Takes what undoes the change.
    private func apply(
        _ item: OutputPlan.Item,
        index: Int,
        staging: String,
        folders: inout Set<String>,
        undo: inout [() -> Void]
    ) throws {
        let path = plan.folder + "/" + item.path
        let aside = "\(staging)/old/\(index)"
        let manager = manager
        if item.old != nil {
            try manager.moveItem(atPath: path, toPath: aside)
            undo.append { try? manager.moveItem(atPath: aside, toPath: path) }
        }
        guard item.new != nil else { return }
        if folders.insert(FilePaths.folder(of: path)).inserted {
            for folder in missingFolders(above: item.path) {
                try manager.createDirectory(atPath: folder, withIntermediateDirectories: false)
                undo.append { try? manager.removeItem(atPath: folder) }
            }
        }
        try manager.moveItem(atPath: "\(staging)/new/\(index)", toPath: path)
        undo.append { try? manager.removeItem(atPath: path) }
    }

    /// The folders on the way to a file that are not there, outermost first.
    private func missingFolders(above path: String) -> [String] {
        var folder = plan.folder
        var missing: [String] = []
        for component in path.split(separator: "/").dropLast() {
            folder += "/" + component
            if !manager.fileExists(atPath: folder) { missing.append(folder) }
        }
        return missing
    }

    private func makeFolder(_ path: String) throws {
        try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Takes away folders that deleted files have left empty.
    private func removeEmptyFolders() {
        for item in plan.changes where item.action == .delete {
            var path = FilePaths.folder(of: item.path)
            while !path.isEmpty {
                let folder = plan.folder + "/" + path
                guard (try? manager.contentsOfDirectory(atPath: folder))?.isEmpty == true else { break }
                guard (try? manager.removeItem(atPath: folder)) != nil else { break }
                path = FilePaths.folder(of: path)
            }
        }
    }
}
