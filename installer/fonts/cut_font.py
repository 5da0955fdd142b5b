"""Cuts a font down to the letters that our papers write, and draws the minus and the arrow that Noto Sans lacks.

    cut_font.py NotoSans-Regular.ttf letters.txt regular.ttf
"""
import sys

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont


def add_glyph(font, name, code_point, contours):
    """A glyph as wide as a digit, made of straight lines."""
    pen = TTGlyphPen(None)
    for first, *others in contours:
        pen.moveTo(first)
        for point in others:
            pen.lineTo(point)
        pen.closePath()
    glyph = pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (font["hmtx"]["zero"][0], glyph.xMin)
    for table in font["cmap"].tables:
        table.cmap[code_point] = name


def add_marks(font):
    """Minus and right arrow on the plus sign's axis, as heavy as the hyphen."""
    glyphs = font["glyf"]
    plus, hyphen = glyphs["plus"], glyphs["hyphen"]
    middle = (plus.yMin + plus.yMax) // 2
    half = (hyphen.yMax - hyphen.yMin) // 2
    left, right, low, high = plus.xMin, plus.xMax, middle - half, middle + half
    add_glyph(font, "minus", 0x2212, [[(left, low), (left, high), (right, high), (right, low)]])
    neck, wing = right - 4 * half, 3 * half
    add_glyph(font, "arrowright", 0x2192, [[
        (left, low), (left, high), (neck, high), (neck, middle + wing),
        (right, middle), (neck, middle - wing), (neck, low)]])


def main(source, letters, target):
    with open(letters, encoding="utf-8") as lines:
        wanted = subset.parse_unicodes(" ".join(line.split("#")[0] for line in lines))
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = []  # papers are set without kerning and ligatures
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [1, 2, 4, 6]
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "gasp"]
    options.glyph_names = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    add_marks(font)
    font["post"].formatType = 3.0  # nobody reads glyph names in a PDF
    font.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
