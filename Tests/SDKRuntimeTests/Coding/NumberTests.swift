import Foundation
import SDKRuntime
import TestSupport
import Testing

@Suite("Numbers")
struct NumberTests {
    @Test(
        "integers are exact",
        arguments: [
            ("0", 0), ("-0", 0), ("7", 7), ("9007199254740993", 9_007_199_254_740_993), ("9223372036854775807", .max),
            ("-9223372036854775808", .min), ("3.0", 3), ("1e3", 1000), ("1.50e1", 15), ("1000e-3", 1), ("-2.0E+0", -2),
            ("0e999999999999", 0), ("999999999999999999", 999_999_999_999_999_999),
            ("1000000000000000000", 1_000_000_000_000_000_000),
        ] as [(String, Int64)]
    )
    func integers(text: String, value: Int64) throws {
        #expect(try decode(Int64.self, text, mode: .strict) == value)
        #expect(try decode(Int.self, " \(text) ", mode: .strict) == Int(value))
        #expect(JSONNumber(text)?.int64 == value)
        #expect(try encode(value) == String(value))
    }

    @Test(
        "what is no integer of the type is an issue",
        arguments: [
            "1.5", "9223372036854775808", "1e19", "1e-1", "1e999999999999999999", #""5""#, "true", "null", "[]",
        ]
    )
    func notIntegers(text: String) throws {
        #expect(throws: ModelDecodingError.self) { try decode(Int64.self, text, mode: .strict) }
        #expect(try decode(Int64.self, text) == 0)
    }

    @Test("bounds of the other integer types")
    func bounds() throws {
        #expect(try decode([UInt64].self, "[18446744073709551615,0,-0]", mode: .strict) == [.max, 0, 0])
        #expect(try decode([UInt64].self, "[18446744073709551616,-1]") == [0, 0])
        #expect(try decode([Int32].self, "[2147483647,-2147483648]", mode: .strict) == [.max, .min])
        let error = try #require(throws: ModelDecodingError.self) {
            try decode([Int32].self, "[1, 2147483648]", mode: .strict)
        }
        #expect(error.codingPath == "[1]")
        #expect(error.byteOffset == 4)
        #expect(try encode([UInt64.max]) == "[18446744073709551615]")
    }

    @Test(
        "doubles are the nearest to their text",
        arguments: [
            "0", "-0.0", "2", "0.1", "1.5", "123456.789", "5e-324", "1.7976931348623157e308", "9007199254740993",
            "0.30000000000000004", "123456789012345.6", "999999999999999", "1234567890123456789", "1e22", "1e23",
            "3.141592653589793238462643383279", "100.00000000000001", "-1E-7", "4.35", "0.000001",
        ]
    )
    func doubles(text: String) throws {
        let value = try decode(Double.self, text, mode: .strict)
        #expect(value == Double(text))
        #expect(value.sign == Double(text)?.sign)
        #expect(try decode(Double.self, encode(value), mode: .strict).bitPattern == value.bitPattern)
    }

    @Test("random doubles survive a round trip", arguments: [UInt64(1), 2, 3])
    func randomDoubles(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<2000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
        let short = (0..<2000).map { _ in Double(Int.random(in: -99999...99999, using: &generator)) / 1000 }
        #expect(try decode([Double].self, encode(values + short), mode: .strict) == values + short)
    }

    @Test(
        "a double without a fraction is written as an integer",
        arguments: [(2.0, "2"), (-3, "-3"), (1e15, "1000000000000000")]
    )
    func integralDouble(value: Double, text: String) throws {
        #expect(try encode(value) == text)
    }

    @Test("doubles and floats out of range are issues, and so are booleans")
    func outOfRange() throws {
        #expect(throws: ModelDecodingError.self) { try decode(Double.self, "1e309", mode: .strict) }
        #expect(throws: ModelDecodingError.self) { try decode(Float.self, "1e39", mode: .strict) }
        #expect(throws: ModelDecodingError.self) { try decode(Double.self, "true", mode: .strict) }
        #expect(try decode(Float.self, "0.1", mode: .strict) == 0.1)
        #expect(try encode(Float(0.1)) == "0.1")
        #expect(try encode(Float(16_777_216)) == "1.6777216e+07" || encode(Float(16_777_216)) == "16777216.0")
    }

    @Test("decimals are exact, or an issue")
    func decimals() throws {
        let text = "[12.34,0.1,-123456789012345678901234567890.12345678,1e3]"
        let values = try decode([Decimal].self, text, mode: .strict)
        #expect(values.map(\.description) == ["12.34", "0.1", "-123456789012345678901234567890.12345678", "1000"])
        #expect(try encode(values) == "[12.34,0.1,-123456789012345678901234567890.12345678,1000]")
        let tooLong = "0." + String(repeating: "3", count: 39)
        #expect(throws: ModelDecodingError.self) { try decode(Decimal.self, tooLong, mode: .strict) }
        #expect(throws: ModelDecodingError.self) { try decode(Decimal.self, "1e200", mode: .strict) }
    }

    @Test("NaN and infinities cannot be written", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(value: Double) throws {
        let error = try #require(throws: ModelEncodingError.self) { try encode(["a": [1, value]]) }
        #expect(error.codingPath == "a[1]")
        #expect(error.reason == "\(value) is not a JSON number")
        #expect(throws: ModelEncodingError.self) { try encode(JSONValue.number(JSONNumber(value))) }
        #expect(throws: ModelEncodingError.self) { try encode(Float(value)) }
        #expect(throws: ModelEncodingError.self) { try encode(Decimal.nan) }
    }

    @Test(
        "free JSON keeps the spelling",
        arguments: ["1", "1.0", "1e0", "-0", "1E400", "123456789012345678901234567890"]
    )
    func spelling(text: String) throws {
        let value = try decode(JSONValue.self, text)
        #expect(value.numberValue?.spelling == text)
        #expect(try encode(value) == text)
    }

    @Test("1, 1.0, true and \"1\" differ")
    func distinct() throws {
        let values = try #require(decode(JSONValue.self, #"[1,1.0,true,"1"]"#).arrayValue)
        #expect(Set(values).count == 4)
        #expect(values == [1, 1.0, true, "1"])
    }

    @Test(
        "what breaks the grammar is no number",
        arguments: ["", "01", "1.", ".5", "+1", "1e", "0x1", "1 ", "nan", "--1", "-"]
    )
    func noNumber(text: String) {
        #expect(JSONNumber(text) == nil)
        #expect(throws: ModelDecodingError.self) { try decode(JSONValue.self, "[\(text)x]") }
    }
}
