package io.hongbi.submission.worksheet.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Looks at a PDF as a printer would. */
public final class PageImages {

    private PageImages() {}

    /** Every page as a grey PNG. */
    public static List<byte[]> png(byte[] pdf, double pixelsPerMm) {
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            var pages = new ArrayList<byte[]>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                var out = new ByteArrayOutputStream();
                ImageIO.write(
                        renderer.renderImage(
                                i, (float) (pixelsPerMm / Pen.PT_PER_MM), ImageType.GRAY),
                        "png",
                        out);
                pages.add(out.toByteArray());
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF of our own cannot be drawn", e);
        }
    }
}
