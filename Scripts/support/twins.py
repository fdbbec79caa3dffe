"""Makes plain twins of generated types: the same members, with what the compiler synthesizes for Codable and Hashable."""

import os
import re

CONFORMANCES = "Codable, Hashable, Sendable"
RAW_TYPES = {"OpenEnum": "String", "OpenIntegerEnum": "Int", "OpenNumberEnum": "Double"}

_TYPE = re.compile(r"( *)public nonisolated (struct|indirect enum) (`?\w+`?): ([\w, ]+) \{$")
#: A head that is so long that its brace has a line of its own.
_WRAPPED_HEAD = re.compile(r"^( *public nonisolated .*)\n *\{$", re.MULTILINE)
_STORED = re.compile(r" *(?:public|private|fileprivate) (?:let|var) (`?\w+`?): ([^{]+)$")
_VALUE = re.compile(r" *public static var (`?\w+`?): Self \{ (.+) \}$")
_ROW = re.compile(r'row\.(\w+)\(\s*(?:"((?:[^"\\]|\\.)*)")?', re.DOTALL)


class TwinError(Exception):
    """Generated text that is not as this module knows it."""


def write_types(source, target, twins):
    """Writes the types of a module to another folder, file by file: as they are, or as twins. What makes calls is left
    out of both. Gives the number of types."""
    count = 0
    for place, folders, names in os.walk(source):
        folders.sort()
        for name in sorted(names):
            if not name.endswith(".swift"):
                continue
            path = os.path.join(place, name)
            with open(path, encoding="utf-8") as file:
                lines = _WRAPPED_HEAD.sub(r"\1 {", file.read()).split("\n")
            try:
                reader = _Reader(lines, twins)
                text = reader.text()
            except TwinError as error:
                raise TwinError(f"{path}: {error}") from None
            count += reader.count
            # Both sorts of files lie in one folder: their names are unique in a module.
            with open(os.path.join(target, name), "w", encoding="utf-8") as file:
                file.write(text)
    return count


class _Reader:
    def __init__(self, lines, twins):
        self.lines = lines
        self.twins = twins
        self.count = 0

    def text(self):
        return "\n".join(self.block(0, len(self.lines)))

    def end(self, start):
        """The line that closes what a line opens: the next one as far to the left that begins with a bracket."""
        indent = re.match(" *", self.lines[start])[0]
        for index in range(start + 1, len(self.lines)):
            if self.lines[index].startswith((indent + "}", indent + ")", indent + "]")):
                # `) {` closes a list of arguments and opens a body.
                if not self.lines[index].endswith(("{", "(", "[")):
                    return index
        raise TwinError(f"line {start + 1} opens what nothing closes")

    def block(self, start, stop):
        """What the lines of a file or of an extension become."""
        out = []
        index = start
        while index < stop:
            line = self.lines[index]
            kind = _TYPE.match(line)
            if kind is None:
                extension = re.match(r" *nonisolated extension [\w.`]+ \{$", line)
                if line and not line[0].isspace() and line.endswith("{") and not extension:
                    index = self.end(index) + 1
                    continue
                out.append(line.replace("@_exported ", ""))
                index += 1
                continue
            end = self.end(index)
            protocols = kind[4].split(", ")
            if "APIModel" in protocols:
                out += self.structure(kind, index, end)
            elif "APIUnion" in protocols:
                out += self.union(kind, index, end)
            elif protocols[0] in RAW_TYPES:
                out += self.enumeration(kind, index, end, RAW_TYPES[protocols[0]])
            elif protocols[0] == "OpenJSONEnum":
                self.count += 1
                out += self.lines[index : end + 1]
            elif protocols == ["Sendable"]:
                # A resource: its calls are left out, and params are nested in it.
                out.append(f"{kind[1]}public nonisolated struct {kind[3]} {{}}")
            index = end + 1
        # A comment that described what was left out describes nothing now.
        return _without_orphans(out)

    def structure(self, kind, start, end):
        self.count += 1
        if not self.twins:
            inner = self.nested(start, end)
            return [self.lines[start]] + inner + [self.lines[end]]
        indent = kind[1] + "    "
        out = [f"{kind[1]}public nonisolated struct {kind[3]}: {CONFORMANCES} {{"]
        stored, rows = [], []
        index = start + 1
        while index < end:
            line = self.lines[index]
            if line.strip().startswith("@available"):
                index = index + 1 if line.rstrip().endswith(")") else self.end(index) + 1
            elif line == indent + "private var modelExtras = ModelExtras()":
                index += 1
            elif line.startswith(indent + "public static let table = "):
                close = index if line.endswith("}") else self.end(index)
                rows = _ROW.findall("\n".join(self.lines[index : close + 1]))
                out += self.keys(indent, stored, rows)
                index = close + 1
            elif _TYPE.match(line):
                close = self.end(index)
                out += self.block(index, close + 1)
                index = close + 1
            else:
                if line.endswith(":") and re.match(r" *(public|private|fileprivate) (let|var) ", line):
                    self.lines[index + 1] = line + " " + self.lines[index + 1].strip()
                    index += 1
                    continue
                member = _STORED.match(line)
                if member and line.startswith(indent) and line[len(indent)] != " ":
                    stored.append(member[1])
                out.append(line)
                index += 1
        return out + [self.lines[end]]

    def nested(self, start, end):
        """The inside of a type that stays as it is, parts that are types among it counted."""
        self.count += sum(1 for line in self.lines[start + 1 : end] if _TYPE.match(line))
        return self.lines[start + 1 : end]

    def keys(self, indent, stored, rows):
        rows = [(kind, key) for kind, key in rows if kind != "constant"]
        if len(rows) != len(stored):
            raise TwinError(f"{len(stored)} members ({', '.join(stored)}) and {len(rows)} rows")
        if not rows:
            return []
        out = [f"{indent}enum CodingKeys: String, CodingKey {{"]
        for (_, key), name in zip(rows, stored):
            out.append(f'{indent}    case {name} = "{key}"' if key else f"{indent}    case {name}")
        return out + [indent + "}"]

    def enumeration(self, kind, start, end, raw):
        self.count += 1
        if not self.twins:
            return self.lines[start : end + 1]
        out = [f"{kind[1]}public nonisolated enum {kind[3]}: {raw}, {CONFORMANCES} {{"]
        text = []
        for line in self.lines[start + 1 : end]:
            if line.startswith(kind[1] + "    public static var "):
                text.append(line)
            elif text and line.startswith(kind[1] + "     "):
                text[-1] += " " + line.strip()
            elif text and line == kind[1] + "    }":
                text[-1] += " }"
        for line in text:
            value = _VALUE.match(re.sub(r" +\}( \})*$", " }", line))
            if value:
                out.append(f"{kind[1]}    case {value[1]} = {value[2]}")
        return out + [self.lines[end]]

    def union(self, kind, start, end):
        self.count += 1
        if not self.twins:
            inner = self.nested(start, end)
            return [self.lines[start]] + inner + [self.lines[end]]
        indent = kind[1] + "    "
        out = [f"{kind[1]}public nonisolated indirect enum {kind[3]}: {CONFORMANCES} {{"]
        index = start + 1
        while index < end:
            line = self.lines[index]
            if line.startswith(indent + "case ") and not line.startswith(indent + "case unknown("):
                out.append(line)
            elif _TYPE.match(line):
                close = self.end(index)
                out += self.block(index, close + 1)
                index = close
            index += 1
        return out + [self.lines[end]]


def _without_orphans(lines):
    """The lines without comments and attributes that nothing follows."""
    out = []
    for line in lines:
        while not line.strip() and out and out[-1].strip().startswith(("///", "@available")):
            out.pop()
        out.append(line)
    while out and out[-1].strip().startswith(("///", "@available")):
        out.pop()
    return out
