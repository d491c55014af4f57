package io.hongbi.grading.reading;

import io.hongbi.grading.arithmetic.LineModel;
import io.hongbi.grading.glyph.GlyphModel;
import io.hongbi.grading.natives.Versions;
import io.hongbi.grading.page.PageModel;

/** Opens readers on the models that come with this release. */
final class ModelPageReaders implements PageReaders, AutoCloseable {

    private final PageModel page = PageModel.load();
    private final GlyphModel glyph = GlyphModel.load();
    private final LineModel lines = LineModel.load();
    private final String readerVersion =
            Versions.ofThisBuild().hongbi()
                    + "+"
                    + String.join(".", glyph.version(), lines.version(), page.version());

    @Override
    public PageReader open() {
        return new PhotoReader(page, glyph, lines, readerVersion);
    }

    @Override
    public String readerVersion() {
        return readerVersion;
    }

    /** Unloads the models; readers that are still open are of no use afterwards. */
    @Override
    public void close() {
        page.close();
        glyph.close();
        lines.close();
    }
}
