/// Plurals and singulars of the nouns that names are made of, in lower case.
package enum EnglishNouns {
    /// The singular of a plural, `shelf` of `shelves`; a word that is none stays as it is.
    package static func singular(of word: String) -> String {
        if let known = singulars[word] { return known }
        // Also behind another word: `warehouses` and `bookshelves` are `houses` and `shelves` with more in front.
        for ending in compoundEndings where word.hasSuffix(ending) {
            if let known = singulars[ending] { return word.dropLast(ending.count) + known }
        }
        guard word.hasSuffix("s"), word.utf8.count > 2, !isSingular(word) else { return word }
        if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
        for ending in ["ches", "shes", "sses", "xes", "zzes"] where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        return String(word.dropLast())
    }

    /// Whether a word names several things.
    package static func isPlural(_ word: String) -> Bool {
        if let singular = singulars[word] { return singular != word }
        return word.hasSuffix("s") && word.utf8.count > 2 && !isSingular(word) && !collections.contains(word)
    }

    /// The plurals that a singular may have.
    package static func plurals(of word: String) -> [String] {
        var plurals = [word + "s", word + "es"]
        if word.hasSuffix("y") { plurals.append(word.dropLast() + "ies") }
        return plurals + (irregularPlurals[word] ?? [])
    }

    /// Whether a word in -s names one thing, by its ending or by itself.
    private static func isSingular(_ word: String) -> Bool {
        ["ss", "us", "is"].contains { word.hasSuffix($0) } || singularsInS.contains(word)
    }

    /// Words in -s that are no plurals.
    private static let singularsInS: Set<String> = [
        "alias", "analytics", "atlas", "aws", "bias", "canvas", "dns", "gas", "gps", "https", "ics", "ios", "lens",
        "news",
        "os", "sms", "tls",
    ]

    /// Plurals in -s that stand for one thing as a whole.
    private static let collections: Set<String> = [
        "basics", "details", "diagnostics", "metrics", "preferences", "settings", "statistics", "stats",
    ]

    /// The singulars that no ending tells; a word that is both has itself.
    private static let singulars: [String: String] = {
        let pairs = """
            people person, children child, men man, women woman, mice mouse, geese goose, feet foot, teeth tooth, \
            indices index, vertices vertex, matrices matrix, appendices appendix, vortices vortex, \
            criteria criterion, phenomena phenomenon, series series, species species, \
            leaves leaf, shelves shelf, halves half, lives life, knives knife, wives wife, wolves wolf, calves calf, \
            loaves loaf, thieves thief, elves elf, scarves scarf, \
            analyses analysis, crises crisis, theses thesis, hypotheses hypothesis, syntheses synthesis, \
            parentheses parenthesis, diagnoses diagnosis, prognoses prognosis, synopses synopsis, axes axis, \
            catalyses catalysis, paralyses paralysis, oases oasis, \
            statuses status, viruses virus, bonuses bonus, campuses campus, buses bus, focuses focus, surpluses surplus, \
            radiuses radius, censuses census, corpuses corpus, consensuses consensus, nexuses nexus, prospectuses prospectus, \
            aliases alias, atlases atlas, biases bias, canvases canvas, gases gas, lenses lens, quizzes quiz, \
            heroes hero, echoes echo, potatoes potato, tomatoes tomato, vetoes veto, cargoes cargo, \
            caches cache, niches niche, avalanches avalanche, headaches headache, axles axle, \
            movies movie, cookies cookie, zombies zombie, rookies rookie, calories calorie, selfies selfie, ties tie, \
            pies pie, dies die, lies lie, genies genie, brownies brownie, hoodies hoodie, smoothies smoothie
            """
        let words = pairs.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
        return Dictionary(words.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }()

    /// By singular, the plurals that no ending tells.
    private static let irregularPlurals = Dictionary(grouping: singulars.keys.sorted(), by: { singulars[$0] ?? $0 })

    /// Irregular plurals that others end with.
    private static let compoundEndings = [
        "people", "children", "women", "shelves", "leaves", "knives", "indices", "matrices", "criteria", "statuses",
        "aliases", "caches", "cookies", "movies", "analyses", "hypotheses",
    ]
}
