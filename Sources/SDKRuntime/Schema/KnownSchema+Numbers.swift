extension ScalarSchema where Self: BinaryInteger {
    static var scalarSchema: JSONValue {
        isSigned ? ["type": "integer"] : ["type": "integer", "minimum": 0]
    }
    static var sampleValue: Self { 0 }
}

extension ScalarSchema where Self: BinaryFloatingPoint {
    static var scalarSchema: JSONValue { ["type": "number"] }
    static var sampleValue: Self { 0 }
}

extension Int: ScalarSchema {
    static var sampleValue: Int { 0 }
}
extension Int8: ScalarSchema {}
extension Int16: ScalarSchema {}
extension Int32: ScalarSchema {}
extension Int64: ScalarSchema {
    static var sampleValue: Int64 { 0 }
}
extension UInt: ScalarSchema {}
extension UInt8: ScalarSchema {}
extension UInt16: ScalarSchema {}
extension UInt32: ScalarSchema {}
extension UInt64: ScalarSchema {}
extension Float: ScalarSchema {
    static var sampleValue: Float { 0 }
}
extension Double: ScalarSchema {
    static var sampleValue: Double { 0 }
}
