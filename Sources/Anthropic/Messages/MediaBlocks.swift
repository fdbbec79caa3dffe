public import SDKRuntime

extension ImageBlockParam {
    /// An image in memory: `.image(.init(data, mediaType: .imagePNG))`.
    ///
    /// - Parameters:
    ///   - data: The bytes of the file. They are sent as base64.
    ///   - mediaType: The format of the file.
    ///   - cacheControl: Where a prefix that is to be cached ends.
    public init(
        _ data: Data,
        mediaType: Base64ImageSourceParam.MediaType,
        cacheControl: Nullable<CacheControlEphemeralParam>? = nil
    ) {
        self.init(source: .base64(Base64ImageSourceParam(data: data, mediaType: mediaType)), cacheControl: cacheControl)
    }

    /// An image that the API fetches: `.image(.init(url: "https://example.com/map.png"))`.
    public init(url: String, cacheControl: Nullable<CacheControlEphemeralParam>? = nil) {
        self.init(source: .url(URLImageSourceParam(url: url)), cacheControl: cacheControl)
    }
}

extension DocumentBlockParam {
    /// A PDF document in memory: `.document(.init(pdf: data))`.
    ///
    /// - Parameters:
    ///   - pdf: The bytes of the file. They are sent as base64.
    ///   - title: The title of the document, which the model sees.
    ///   - cacheControl: Where a prefix that is to be cached ends.
    public init(pdf: Data, title: String? = nil, cacheControl: Nullable<CacheControlEphemeralParam>? = nil) {
        self.init(
            source: .base64(Base64PDFSourceParam(data: pdf)),
            cacheControl: cacheControl,
            title: title.map { .value($0) }
        )
    }

    /// A document of plain text: `.document(.init(text: notes, title: "Notes"))`.
    public init(text: String, title: String? = nil, cacheControl: Nullable<CacheControlEphemeralParam>? = nil) {
        self.init(
            source: .text(PlainTextSource(data: text)),
            cacheControl: cacheControl,
            title: title.map { .value($0) }
        )
    }

    /// A PDF document that the API fetches: `.document(.init(url: "https://example.com/report.pdf"))`.
    public init(url: String, title: String? = nil, cacheControl: Nullable<CacheControlEphemeralParam>? = nil) {
        self.init(
            source: .url(URLPDFSourceParam(url: url)),
            cacheControl: cacheControl,
            title: title.map { .value($0) }
        )
    }
}

extension BetaImageBlockParam {
    /// An image in memory: `.image(.init(data, mediaType: .imagePNG))`.
    ///
    /// - Parameters:
    ///   - data: The bytes of the file. They are sent as base64.
    ///   - mediaType: The format of the file.
    ///   - cacheControl: Where a prefix that is to be cached ends.
    public init(
        _ data: Data,
        mediaType: BetaBase64ImageSourceParam.MediaType,
        cacheControl: Nullable<BetaCacheControlEphemeralParam>? = nil
    ) {
        self.init(
            source: .base64(BetaBase64ImageSourceParam(data: data, mediaType: mediaType)),
            cacheControl: cacheControl
        )
    }

    /// An image that the API fetches: `.image(.init(url: "https://example.com/map.png"))`.
    public init(url: String, cacheControl: Nullable<BetaCacheControlEphemeralParam>? = nil) {
        self.init(source: .url(BetaURLImageSourceParam(url: url)), cacheControl: cacheControl)
    }

    /// An image that was uploaded, which needs the beta `filesAPI20250414`: `.image(.init(fileID: file.id))`.
    public init(fileID: String, cacheControl: Nullable<BetaCacheControlEphemeralParam>? = nil) {
        self.init(source: .file(BetaFileImageSourceParam(fileID: fileID)), cacheControl: cacheControl)
    }
}

extension BetaRequestDocumentBlockParam {
    /// A PDF document in memory: `.document(.init(pdf: data))`.
    ///
    /// - Parameters:
    ///   - pdf: The bytes of the file. They are sent as base64.
    ///   - title: The title of the document, which the model sees.
    ///   - cacheControl: Where a prefix that is to be cached ends.
    public init(pdf: Data, title: String? = nil, cacheControl: Nullable<BetaCacheControlEphemeralParam>? = nil) {
        self.init(
            source: .base64(BetaBase64PDFSourceParam(data: pdf)),
            cacheControl: cacheControl,
            title: title.map { .value($0) }
        )
    }

    /// A document of plain text: `.document(.init(text: notes, title: "Notes"))`.
    public init(text: String, title: String? = nil, cacheControl: Nullable<BetaCacheControlEphemeralParam>? = nil) {
        self.init(
            source: .text(BetaPlainTextSource(data: text)),
            cacheControl: cacheControl,
            title: title.map { .value($0) }
        )
    }

    /// A PDF document that the API fetches: `.document(.init(url: "https://example.com/report.pdf"))`.
    public init(url: String, title: String? = nil, cacheControl: Nullable<BetaCacheControlEphemeralParam>? = nil) {
        self.init(
            source: .url(BetaURLPDFSourceParam(url: url)),
            cacheControl: cacheControl,
            title: title.map { .value($0) }
        )
    }

    /// A document that was uploaded, which needs the beta `filesAPI20250414`: `.document(.init(fileID: file.id))`.
    public init(fileID: String, title: String? = nil, cacheControl: Nullable<BetaCacheControlEphemeralParam>? = nil) {
        self.init(
            source: .file(BetaFileDocumentSourceParam(fileID: fileID)),
            cacheControl: cacheControl,
            title: title.map { .value($0) }
        )
    }
}
