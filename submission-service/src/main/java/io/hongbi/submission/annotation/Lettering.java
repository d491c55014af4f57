package io.hongbi.submission.annotation;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Text as outlines of Noto Sans SC Bold. The fonts of the desktop are not asked: a server has none.
 * Loaded when first needed, and let go when memory gets short.
 */
final class Lettering {

    private static final String FONT = "/fonts/NotoSansSC-Bold.ttf";

    private @Nullable SoftReference<TrueTypeFont> loaded;

    /** Some text. */
    record Word(Shape outline, double width) {}

    /** The text on a baseline that starts at the origin, y downwards, one unit to the em. */
    synchronized Word word(String text) {
        try {
            return word(font(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("The fonts of this jar cannot be read", e);
        }
    }

    private static Word word(TrueTypeFont font, String text) throws IOException {
        double unit = 1.0 / font.getUnitsPerEm();
        var glyphs = font.getUnicodeCmapLookup();
        var outline = new Path2D.Double();
        double x = 0;
        for (int character : text.codePoints().toArray()) {
            int glyph = glyphs.getGlyphId(character);
            var drawn = font.getGlyph().getGlyph(glyph);
            if (drawn != null) { // a space has none
                var place = new AffineTransform(unit, 0, 0, -unit, x, 0);
                outline.append(place.createTransformedShape(drawn.getPath()), false);
            }
            x += font.getAdvanceWidth(glyph) * unit;
        }
        return new Word(outline, x);
    }

    private TrueTypeFont font() throws IOException {
        var known = loaded == null ? null : loaded.get();
        if (known != null) {
            return known;
        }
        try (InputStream in = Lettering.class.getResourceAsStream(FONT)) {
            var font =
                    new TTFParser()
                            .parse(new RandomAccessReadBuffer(Objects.requireNonNull(in, FONT)));
            loaded = new SoftReference<>(font);
            return font;
        }
    }
}
