extension ScalarSchema where Self: BinaryInteger {
    static var scalarSchema: JSONValue {
        isSigned ? ["type": "integer"] : ["type": "integer", "minimum": 0]
    }
}

extension ScalarSchema where Self: BinaryFloatingPoint {
    static var scalarSchema: JSONValue { ["type": "number"] }
}

extension Int: ScalarSchema {}
extension Int8: ScalarSchema {}
extension Int16: ScalarSchema {}
extension Int32: ScalarSchema {}
extension Int64: ScalarSchema {}
extension UInt: ScalarSchema {}
extension UInt8: ScalarSchema {}
extension UInt16: ScalarSchema {}
extension UInt32: ScalarSchema {}
extension UInt64: ScalarSchema {}
extension Float: ScalarSchema {}
extension Double: ScalarSchema {}
