package io.hongbi.submission.gradebook.export;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Photos of pages as a PDF: one to a page of A4's width, the JPEGs as they are. */
final class PagesPdf implements AutoCloseable {

    private static final float WIDTH = PDRectangle.A4.getWidth();

    private final PDDocument document = new PDDocument();

    /**
     * @throws IOException if it is no JPEG; the document is as before
     */
    void add(byte[] jpeg) throws IOException {
        var image = JPEGFactory.createFromByteArray(document, jpeg);
        float height = WIDTH * image.getHeight() / image.getWidth();
        var page = new PDPage(new PDRectangle(WIDTH, height));
        try (var content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, WIDTH, height);
        }
        document.addPage(page);
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /**
     * @param out stays open
     */
    void write(OutputStream out) throws IOException {
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
