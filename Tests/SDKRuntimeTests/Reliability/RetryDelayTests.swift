import Foundation
import TestSupport
import Testing

@testable import SDKRuntime

@Suite struct RetryDelayTests {
    static let cases = ConformanceCases.cases(suite: "retry_delay")

    @Test func allCasesAreRead() {
        #expect(Self.cases.count == ConformanceCases.count(suite: "retry_delay"))
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func delay(_ testCase: ConformanceCase) throws {
        var expected = Expectations(testCase)
        let input = testCase.input
        var now = Date(timeIntervalSince1970: 1_700_000_000)
        if let text = input["now"] { now = try text.decode(as: Date.self, mode: .strict) }
        let headers = HTTPFields(named: input["headers"]?.texts ?? [])
        let count = input["retries_taken"]?.intValue ?? 0
        // Chance is real where a case asks for samples, else at its ends and in the middle.
        let samples = input["samples"]?.intValue
        let clocks =
            samples.map { Array(repeating: ClientClock.system, count: $0) }
            ?? [0, 0.5, 1.0.nextDown].map { VirtualClock(now: now, randomNumbers: [$0]).clock }
        let delays = clocks.map { Self.seconds(headers, count, $0) }

        if let seconds = expected.take("seconds_exact")?.doubleValue {
            #expect(delays.allSatisfy { abs($0 - seconds) < 1e-9 })
        }
        if let least = expected.take("seconds_min")?.doubleValue, let most = expected.take("seconds_max")?.doubleValue {
            #expect(delays.allSatisfy { $0 >= least && $0 <= most })
        }
        if let distinct = expected.take("distinct_values_at_least")?.intValue {
            #expect(Set(delays).count >= distinct)
        }
        if expected.take("seconds_finite") == true { #expect(delays.allSatisfy { $0.isFinite && $0 > 0 }) }
        // Coming here is what it wants.
        _ = expected.take("no_crash")
        expected.finish()
    }

    private static func seconds(
        _ headers: HTTPFields,
        _ retriesTaken: Int = 0,
        _ clock: ClientClock = VirtualClock().clock,
        maximum: Duration? = nil
    ) -> Double {
        RetryDelay(maximum: maximum, clock: clock).delay(after: headers, retriesTaken: retriesTaken) / .seconds(1)
    }

    @Test func backOffDoublesAndIsShortenedByChance() {
        let longest = (0...6).map { Self.seconds([:], $0, VirtualClock(randomNumbers: [0]).clock) }
        #expect(longest == [0.5, 1, 2, 4, 8, 8, 8])
        let middle = (0...6).map { Self.seconds([:], $0, VirtualClock(randomNumbers: [0.5]).clock) }
        #expect(middle == [0.4375, 0.875, 1.75, 3.5, 7, 7, 7])
    }

    @Test(arguments: [-1, 1, 2, .nan, .infinity] as [Double])
    func chanceThatIsNoneChangesNothing(_ number: Double) {
        #expect(Self.seconds([:], 0, VirtualClock(randomNumbers: [number]).clock) == 0.5)
    }

    @Test(
        "numbers that ask for a delay, and those that do not",
        arguments: [
            ("retry-after", "1", 1), ("retry-after", " 2.5 ", 2.5), ("retry-after", "1e1", 10),
            ("retry-after", "+3", 3),
            ("retry-after-ms", "40", 0.04), ("retry-after-ms", "0.5", 0.0005), ("retry-after", "0", nil),
            ("retry-after", "-0", nil), ("retry-after-ms", "-5", nil), ("retry-after", "", nil),
            ("retry-after", "inf", nil),
            ("retry-after", "nan", nil), ("retry-after", "0x10", nil), ("retry-after", "1_000", nil),
            ("retry-after", "1,5", nil), ("retry-after", "1e999", 31_536_000), ("retry-after-ms", "1e999", 31_536_000),
            ("retry-after", "-1e999", nil), ("retry-after", "1e-320", nil),
            ("retry-after", "0.00000000000000000005", nil),
            ("retry-after", "٣", nil),
        ] as [(String, String, Double?)]
    )
    func numbers(_ name: String, _ value: String, seconds: Double?) {
        #expect(abs(Self.seconds(HTTPFields(named: [name: value])) - (seconds ?? 0.5)) < 1e-9)
    }

    @Test func unreadableMillisecondsLeaveItToTheSeconds() {
        #expect(Self.seconds(HTTPFields(named: ["retry-after-ms": "soon", "retry-after": "3"])) == 3)
        #expect(Self.seconds(HTTPFields(named: ["retry-after-ms": "0", "retry-after": "3"])) == 0.5)
    }

    @Test func theFirstOfSeveralFieldsCounts() {
        var headers = HTTPFields()
        for value in ["3", "5"] {
            headers.append(HTTPField(name: HTTPField.Name("Retry-After")!, value: value))
        }
        #expect(Self.seconds(headers) == 3)
        for value in ["250", "750"] {
            headers.append(HTTPField(name: HTTPField.Name("Retry-After-Ms")!, value: value))
        }
        #expect(Self.seconds(headers) == 0.25)
    }

    @Test func aDelayIsCutToTheMaximum() {
        #expect(Self.seconds(HTTPFields(named: ["retry-after": "61"]), maximum: .seconds(20)) == 20)
        #expect(Self.seconds(HTTPFields(named: ["retry-after": "19"]), maximum: .seconds(20)) == 19)
        #expect(Self.seconds([:], 10, maximum: .seconds(2)) == 8)
    }

    /// 1994-11-06T08:49:37Z is RFC 9110's own example, in the three forms.
    @Test(
        arguments: [
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
            "sun, 6 nov 1994 08:49:37 gmt", "Sun, 06 Nov 1994 08:49:37 UTC",
        ]
    )
    func dates(_ text: String) {
        let now = Date(timeIntervalSince1970: 784_111_700)
        #expect(HTTPDate.date(text, now: now) == Date(timeIntervalSince1970: 784_111_777))
        #expect(Self.seconds(HTTPFields(named: ["retry-after": text]), 0, VirtualClock(now: now).clock) == 77)
        let later = VirtualClock(now: now + 77).clock
        #expect(Self.seconds(HTTPFields(named: ["retry-after": text]), 0, later) == 0.5)
    }

    @Test(
        arguments: [
            "", "Sun, 31 Feb 2027 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 08:60:37 GMT",
            "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 08:49:37 CET",
            "06 Nov 1994 08:49:37 GMT", "Sun, 06 Now 1994 08:49:37 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 99999999999999999999 08:49:37 GMT", "Sun, 06 Nov 1994",
            "1994-11-06T08:49:37Z", "Sun, +6 Nov 1994 08:49:37 GMT",
        ]
    )
    func textsThatAreNoDates(_ text: String) {
        #expect(HTTPDate.date(text, now: Date(timeIntervalSince1970: 1_700_000_000)) == nil)
    }

    @Test func yearsOfTwoDigitsAreNear() {
        let now = Date(timeIntervalSince1970: 1_700_000_000)
        #expect(HTTPDate.date("Friday, 01-Jan-27 00:00:00 GMT", now: now) == Date(timeIntervalSince1970: 1_798_761_600))
        #expect(HTTPDate.date("Friday, 01-Jan-99 00:00:00 GMT", now: now) == Date(timeIntervalSince1970: 915_148_800))
        #expect(HTTPDate.date("Tue, 29 Feb 2028 00:00:00 GMT", now: now) == Date(timeIntervalSince1970: 1_835_395_200))
    }
}
