import Testing

@testable import APIModel

@Suite struct OperationFilterTests {
    private static let candidate = OperationFilter.Candidate(
        path: "/v1/pets/{pet_id}/toys",
        method: "get",
        operationID: "listPetToys",
        tags: ["Toys", "Pets & more"],
        sdkName: "pets.toys.list"
    )

    @Test(arguments: [
        "/v1/pets/{pet_id}/toys", "/v1/pets/*", "/v1/*/toys", "*", "*toys", "**", "/v1/*pets*{pet_id}*",
        "GET /v1/pets/{pet_id}/toys", "get /v1/*", "* /v1/pets/*",
    ])
    func `a path pattern names the operation`(pattern: String) {
        #expect(OperationFilter([.init(.path, pattern)]).keeps(Self.candidate))
    }

    @Test(arguments: [
        "/v1/pets", "/v1/pets/{pet_id}/toys/", "/V1/*", "toys", "/v1/pets/*/toys*s", "/v1/pets/*pets*", "",
        "POST /v1/*", "GET /v2/*", "GET", "/v1/pets/{pet_id}/toys*toys",
    ])
    func `a path pattern names another operation`(pattern: String) {
        #expect(!OperationFilter([.init(.path, pattern)]).keeps(Self.candidate))
    }

    @Test(arguments: [
        (OperationFilter.Subject.tag, "Toys", true),
        (.tag, "Pets & more", true),
        (.tag, "toys", false),
        (.tag, "T*", false),
        (.operation, "listPetToys", true),
        (.operation, "list*", true),
        (.operation, "pets.toys.list", true),
        (.operation, "pets.*", true),
        (.operation, "pets", false),
        (.operation, "Toys", false),
    ])
    func `tags are whole, and operations have two names`(
        subject: OperationFilter.Subject,
        pattern: String,
        isKept: Bool
    ) {
        #expect(OperationFilter([.init(subject, pattern)]).keeps(Self.candidate) == isKept)
    }

    @Test func `an operation is kept when any pattern names it, and none keep nothing`() {
        #expect(OperationFilter([.init(.tag, "Cats"), .init(.path, "/v1/*")]).keeps(Self.candidate))
        #expect(!OperationFilter([]).keeps(Self.candidate))
    }
}
