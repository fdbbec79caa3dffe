/// What words in paths and operation ids do.
enum Verbs {
    /// Whether a word at the end of a path is an action, whatever the method.
    static func isAction(_ word: String) -> Bool { actions.contains(word) }

    /// Whether a word at the end of a path may be an action or a thing: `share`, `report`.
    static func mayBeAction(_ word: String) -> Bool { actionsOrThings.contains(word) }

    /// Whether a word says that something is done to many at once.
    static func isBulk(_ word: String) -> Bool { ["batch", "bulk", "mass", "multi"].contains(word) }

    /// Whether a word says with one behind it what is changed: `set-password`, `mark_read`.
    static func isChange(_ word: String) -> Bool { ["change", "mark", "set"].contains(word) }

    /// Whether a word of several begins one like `from-file` or `by-name`.
    static func isPreposition(_ word: String) -> Bool {
        ["as", "by", "for", "from", "to", "via", "with"].contains(word)
    }

    /// The kind of thing that a verb does, for those that make, read, change or remove.
    static func kind(of verb: String) -> Kind? { kinds[verb] }

    enum Kind {
        case create, read, update, delete
    }

    private static let kinds: [String: Kind] = {
        let words: [(Kind, [String])] = [
            (.create, ["create", "add", "new", "post", "insert", "make", "upload", "register", "submit"]),
            (.read, ["get", "list", "retrieve", "fetch", "read", "find", "load", "show", "search", "query", "count"]),
            (.update, ["update", "set", "patch", "put", "modify", "edit", "change", "replace", "upsert", "overwrite"]),
            (.delete, ["delete", "remove", "destroy", "drop", "clear"]),
        ]
        return Dictionary(
            words.flatMap { kind, verbs in verbs.map { ($0, kind) } },
            uniquingKeysWith: { first, _ in first }
        )
    }()

    /// Words that qualify the things before them, and choose several or one.
    static let qualifiers: Set<String> = [
        "active", "all", "archived", "available", "closed", "deleted", "enabled", "expired", "favorite", "featured",
        "inactive", "local", "nearby", "open", "pending", "popular", "private", "public", "published", "recent",
        "recommended", "related", "similar", "trending", "unread", "upcoming",
    ]
    static let singularQualifiers: Set<String> = ["first", "last", "latest", "newest", "next", "oldest", "random"]

    private static let actions: Set<String> = [
        "accept", "acknowledge", "activate", "add", "allocate", "append", "apply", "approve", "assign", "associate",
        "attach", "authenticate", "authorize", "autocomplete", "ban", "calculate", "cancel", "clear", "clone", "close",
        "commit", "compute", "confirm", "connect", "convert", "copy", "count", "create", "deactivate", "decline",
        "decrypt", "delete", "deploy", "deprecate", "destroy", "detach", "detect", "disable", "disassociate",
        "disconnect", "dismiss", "dispatch", "download", "duplicate", "edit", "enable", "encrypt", "enqueue",
        "estimate",
        "evaluate", "exchange", "execute", "exists", "expire", "export", "extend", "extract", "fetch", "finalize",
        "find",
        "finish", "flush", "forward", "generate", "get", "hide", "import", "ingest", "initialize", "initiate", "insert",
        "install", "invalidate", "invite", "invoke", "join", "kick", "launch", "leave", "list", "login", "logout",
        "lookup", "merge", "migrate", "modify", "move", "mute", "notify", "parse", "pause", "poll", "predict",
        "promote",
        "provision", "purge", "query", "reactivate", "rebuild", "recalculate", "receive", "recover", "redeem",
        "refresh",
        "regenerate", "register", "reject", "reload", "remove", "rename", "render", "renew", "reorder", "replace",
        "reprocess", "reschedule", "resend", "reset", "resolve", "restart", "restore", "resume", "retire", "retrieve",
        "retry", "reverse", "revert", "revoke", "rollback", "rotate", "save", "search", "send", "shutdown", "simulate",
        "skip", "start", "stop", "stream", "submit", "subscribe", "suspend", "sync", "synchronize", "terminate",
        "toggle",
        "transcribe", "transform", "translate", "trigger", "unarchive", "unassign", "unban", "unblock", "undelete",
        "undo", "unfollow", "unhide", "uninstall", "unlike", "unlink", "unlock", "unmute", "unpin", "unpublish",
        "unregister", "unschedule", "unstar", "unsubscribe", "unsuspend", "upload", "upsert", "validate", "verify",
        "void", "whoami", "withdraw",
    ]

    private static let actionsOrThings: Set<String> = [
        "ack", "archive", "backup", "batch", "block", "boost", "bookmark", "capture", "charge", "check", "click",
        "complete", "debug", "end", "favorite", "filter", "flag", "follow", "fork", "freeze", "heartbeat", "hold",
        "index", "like", "link", "lock", "log", "mark", "match", "open", "pin", "ping", "plan", "play", "post",
        "preview",
        "process", "publish", "pull", "push", "rate", "read", "recall", "refund", "release", "reply", "report",
        "request",
        "review", "run", "scan", "schedule", "score", "scroll", "share", "sign", "snapshot", "split", "star", "tag",
        "test", "touch", "track", "transfer", "update", "upgrade", "view", "vote", "wake", "watch", "wipe",
    ]
}
