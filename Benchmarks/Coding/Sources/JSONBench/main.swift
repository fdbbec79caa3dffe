// Measures reading and writing JSON: the generated models of `CodingAPI`, and by turns their twins with Foundation's
// coders.
//
//     json-bench measure TURNS     a line for each thing measured: its name, bytes, and the CPU seconds of both sides
//     json-bench write FOLDER      the input as files, for what else reads it
//     json-bench repeat NAME N     one thing of the models N times, for a profiler

import CodingAPI
import Foundation
import SDKRuntime

func cpuSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// Something that is measured: once with the models and once with the twins. What it gives is used, lest it be left out.
struct Subject {
    let name: String
    let bytes: Int
    let models: () throws -> Int
    let twins: () throws -> Int
}

func subjects() throws -> [Subject] {
    let decoder = ModelDecoder()
    let encoder = ModelEncoder()
    let twinDecoder = JSONDecoder()
    twinDecoder.dateDecodingStrategy = .iso8601
    let twinEncoder = JSONEncoder()
    twinEncoder.dateEncodingStrategy = .iso8601
    twinEncoder.outputFormatting = .withoutEscapingSlashes

    let blocks = Input.blocks()
    let events = Input.events()
    let eventBytes = events.reduce(0) { $0 + $1.count }
    let list = try decoder.decode(BlockList.self, from: blocks)
    let sameList = try decoder.decode(BlockList.self, from: blocks)
    let twinList = try twinDecoder.decode(Twins.BlockList.self, from: blocks)
    let sameTwinList = try twinDecoder.decode(Twins.BlockList.self, from: blocks)
    let eventValues = try events.map { try decoder.decode(Event.self, from: $0) }
    let twinEvents = try events.map { try twinDecoder.decode(Twins.Event.self, from: $0) }

    // Both sides must have read the same, and all of it.
    guard list.decodingIssues.isEmpty, list.unknownFields.isEmpty, try encoder.encode(list) == blocks,
        list.data.count == twinList.data.count,
        try twinDecoder.decode(Twins.BlockList.self, from: twinEncoder.encode(twinList)) == twinList
    else { throw Mismatch() }

    return [
        Subject(name: "decode blocks", bytes: blocks.count) {
            try decoder.decode(BlockList.self, from: blocks).data.count
        } twins: {
            try twinDecoder.decode(Twins.BlockList.self, from: blocks).data.count
        },
        Subject(name: "encode blocks", bytes: blocks.count) {
            try encoder.encode(list).count
        } twins: {
            try twinEncoder.encode(twinList).count
        },
        Subject(name: "decode events", bytes: eventBytes) {
            for event in events { _ = try decoder.decode(Event.self, from: event) }
            return events.count
        } twins: {
            for event in events { _ = try twinDecoder.decode(Twins.Event.self, from: event) }
            return events.count
        },
        Subject(name: "encode events", bytes: eventBytes) {
            try eventValues.reduce(0) { try $0 + encoder.encode($1).count }
        } twins: {
            try twinEvents.reduce(0) { try $0 + twinEncoder.encode($1).count }
        },
        Subject(name: "compare blocks", bytes: blocks.count) {
            list == sameList ? 1 : 0
        } twins: {
            twinList == sameTwinList ? 1 : 0
        },
        Subject(name: "hash blocks", bytes: blocks.count) {
            list.hashValue
        } twins: {
            twinList.hashValue
        },
    ]
}

/// The models did not read what was written.
struct Mismatch: Error {}

func measure(_ turns: Int) throws {
    for subject in try subjects() {
        var (models, twins): ([Double], [Double]) = ([], [])
        var used = 0
        // A turn is long enough for the clock, and the twins' slower part decides how long.
        for turn in 0...turns {
            let start = cpuSeconds()
            for _ in 0..<10 { used &+= try subject.models() }
            let middle = cpuSeconds()
            for _ in 0..<2 { used &+= try subject.twins() }
            let end = cpuSeconds()
            // The first turn makes tables and fills caches.
            guard turn > 0 else { continue }
            models.append((middle - start) / 10)
            twins.append((end - middle) / 2)
        }
        let ratio = median(zip(models, twins).map { $1 / $0 })
        print("\(subject.name)\t\(subject.bytes)\t\(median(models))\t\(median(twins))\t\(ratio)\t\(used & 1)")
    }
}

switch CommandLine.arguments.dropFirst().first {
case "measure":
    try measure(max(1, CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 9))
case "write":
    let folder = URL(filePath: CommandLine.arguments.dropFirst(2).first ?? ".", directoryHint: .isDirectory)
    try Input.blocks().write(to: folder.appending(path: "blocks.json"))
    try Data(Input.events().joined(separator: [0x0A])).write(to: folder.appending(path: "events.json"))
case "repeat":
    let name = CommandLine.arguments.dropFirst(2).first
    let count = CommandLine.arguments.dropFirst(3).first.flatMap { Int($0) } ?? 1
    for subject in try subjects() where subject.name == name {
        for _ in 0..<count { _ = try subject.models() }
    }
default:
    print("Usage: json-bench measure TURNS | write FOLDER | repeat NAME COUNT")
    exit(2)
}
