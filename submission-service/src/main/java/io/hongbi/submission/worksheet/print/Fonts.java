package io.hongbi.submission.worksheet.print;

import io.hongbi.submission.worksheet.typeset.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Noto Sans SC, regular (GBK) and bold (GB 2312), from the class path. Loaded when first needed,
 * and let go when memory gets short: 10 MB that lie idle most of the day.
 */
public final class Fonts implements Typeface {

    private @Nullable SoftReference<Loaded> loaded;

    /** Both fonts, and where they find their glyphs. */
    record Loaded(
            TrueTypeFont regular, TrueTypeFont bold, CmapLookup glyphs, CmapLookup boldGlyphs) {

        TrueTypeFont font(boolean heavy) {
            return heavy ? bold : regular;
        }

        int glyph(int codePoint, boolean heavy) {
            return (heavy ? boldGlyphs : glyphs).getGlyphId(codePoint);
        }
    }

    @Override
    public boolean covers(int codePoint, boolean bold) {
        return load().glyph(codePoint, bold) != 0;
    }

    @Override
    public double widthMm(String text, double sizePt, boolean bold) {
        var fonts = load();
        var font = fonts.font(bold);
        long units = text.codePoints().mapToLong(c -> advance(font, fonts.glyph(c, bold))).sum();
        return units * sizePt / unitsPerEm(font) * MM_PER_PT;
    }

    synchronized Loaded load() {
        var known = loaded == null ? null : loaded.get();
        if (known != null) {
            return known;
        }
        try {
            var regular = read("/fonts/NotoSansSC-Regular.ttf");
            var bold = read("/fonts/NotoSansSC-Bold.ttf");
            var fresh =
                    new Loaded(
                            regular,
                            bold,
                            regular.getUnicodeCmapLookup(),
                            bold.getUnicodeCmapLookup());
            loaded = new SoftReference<>(fresh);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("The fonts of this jar cannot be read", e);
        }
    }

    private static TrueTypeFont read(String resource) throws IOException {
        try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
            return new TTFParser()
                    .parse(new RandomAccessReadBuffer(Objects.requireNonNull(in, resource)));
        }
    }

    private static int advance(TrueTypeFont font, int glyph) {
        try {
            return font.getAdvanceWidth(glyph);
        } catch (IOException e) {
            throw new UncheckedIOException("The fonts of this jar cannot be read", e);
        }
    }

    private static int unitsPerEm(TrueTypeFont font) {
        try {
            return font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("The fonts of this jar cannot be read", e);
        }
    }
}
