"""Draws plots as SVG, with nothing but text."""

import math

#: Colours that people who see few of them can tell apart (Okabe and Ito).
COLORS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00"]

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 80, 30, 50, 60


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Drawing:
    def __init__(self, title):
        self.lines = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
            ' font-size="12">',
            f"<title>{_escaped(title)}</title>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        ]
        self.text(WIDTH / 2, 24, title, size=15)

    def text(self, x, y, text, anchor="middle", size=12, fill="black", turn=False):
        turned = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turn else ""
        self.lines.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{fill}"{turned}>'
            f"{_escaped(text)}</text>"
        )

    def line(self, x1, y1, x2, y2, color="#999999", width=1, dashes=""):
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.lines.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{color}" stroke-width="{width}"'
            f"{dashed}/>"
        )

    def save(self, path):
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(self.lines + ["</svg>", ""]))


def _decades(values):
    """Powers of ten around all values."""
    low = math.floor(math.log10(min(values)))
    high = math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def scatter(path, title, x_label, y_label, series, lines=()):
    """Points on logarithmic axes.

    `series` has for each its name and its points, (x, y, label); `lines` the name of each and its two ends.
    """
    points = [(x, y) for _, items in series for x, y, _ in items]
    x_low, x_high = _decades([x for x, _ in points])
    y_low, y_high = _decades([y for _, y in points])
    drawing = _Drawing(title)

    def place(x, y):
        across = (math.log10(x) - x_low) / (x_high - x_low)
        up = (math.log10(y) - y_low) / (y_high - y_low)
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)

    for power in range(x_low, x_high + 1):
        x, _ = place(10.0**power, 10.0**y_low)
        drawing.line(x, TOP, x, HEIGHT - BOTTOM, color="#dddddd")
        drawing.text(x, HEIGHT - BOTTOM + 18, f"{10.0**power:g}")
    for power in range(y_low, y_high + 1):
        _, y = place(10.0**x_low, 10.0**power)
        drawing.line(LEFT, y, WIDTH - RIGHT, y, color="#dddddd")
        drawing.text(LEFT - 8, y + 4, f"{10.0**power:g}", anchor="end")
    drawing.text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 16, x_label)
    drawing.text(22, (TOP + HEIGHT - BOTTOM) / 2, y_label, turn=True)

    legend = TOP + 16
    for number, (name, (x1, y1), (x2, y2)) in enumerate(lines):
        color = COLORS[(len(series) + number) % len(COLORS)]
        # The part that is inside the plot.
        y1, x1 = max(y1, 10.0**y_low), x1 * max(1, 10.0**y_low / y1)
        y2, x2 = min(y2, 10.0**y_high), x2 * min(1, 10.0**y_high / y2)
        drawing.line(*place(x1, y1), *place(x2, y2), color=color, width=1.5, dashes="6 4")
        drawing.line(LEFT + 12, legend - 4, LEFT + 36, legend - 4, color=color, width=1.5, dashes="6 4")
        drawing.text(LEFT + 44, legend, name, anchor="start")
        legend += 18
    for number, (name, items) in enumerate(series):
        color = COLORS[number]
        for x, y, label in items:
            px, py = place(x, y)
            drawing.lines.append(f'<circle cx="{px:.1f}" cy="{py:.1f}" r="4" fill="{color}"/>')
            if label:
                drawing.text(px + 7, py + 4, label, anchor="start", size=10, fill="#555555")
        drawing.lines.append(f'<circle cx="{LEFT + 24}" cy="{legend - 4}" r="4" fill="{color}"/>')
        drawing.text(LEFT + 44, legend, name, anchor="start")
        legend += 18
    drawing.save(path)


def bars(path, title, y_label, groups, names, limit=None):
    """Bars in groups: for each group its name and a value for each of `names`. `limit` has a name's highest value."""
    drawing = _Drawing(title)
    values = [value for _, items in groups for value in items if value is not None]
    high = max(values + list((limit or {}).values())) * 1.15
    bottom, top = HEIGHT - BOTTOM, TOP + 16

    def up(value):
        return bottom - value / high * (bottom - top)

    step = 10 ** math.floor(math.log10(high))
    if high / step < 3:
        step /= 5
    tick = 0.0
    while tick <= high:
        drawing.line(LEFT, up(tick), WIDTH - RIGHT, up(tick), color="#dddddd")
        drawing.text(LEFT - 8, up(tick) + 4, f"{tick:g}", anchor="end")
        tick = round(tick + step, 10)
    drawing.text(22, (top + bottom) / 2, y_label, turn=True)
    room = (WIDTH - LEFT - RIGHT) / len(groups)
    width = room * 0.7 / len(names)
    for number, (group, items) in enumerate(groups):
        start = LEFT + number * room + room * 0.15
        for index, value in enumerate(items):
            if value is None:
                continue
            x = start + index * width
            drawing.lines.append(
                f'<rect x="{x:.1f}" y="{up(value):.1f}" width="{width * 0.9:.1f}" height="{bottom - up(value):.1f}"'
                f' fill="{COLORS[index]}"/>'
            )
            drawing.text(x + width * 0.45, up(value) - 4, f"{value:.2f}", size=10)
        drawing.text(start + room * 0.35, bottom + 18, group)
    for index, name in enumerate(names):
        x = LEFT + 12 + index * 200
        drawing.lines.append(
            f'<rect x="{x}" y="{TOP - 14}" width="12" height="12" fill="{COLORS[index]}"/>'
        )
        drawing.text(x + 18, TOP - 4, name, anchor="start")
        if limit and name in limit:
            y = up(limit[name])
            drawing.line(LEFT, y, WIDTH - RIGHT, y, color=COLORS[index], width=1.5, dashes="6 4")
    drawing.save(path)
