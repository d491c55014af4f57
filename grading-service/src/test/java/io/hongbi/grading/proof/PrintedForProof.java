package io.hongbi.grading.proof;

import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.grading.reading.SheetLayouts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/**
 * A real sheet of one page with every kind of item: submission-service's {@code Sheets.MIXED},
 * drawn by its {@code SheetPdf} and {@code PageImages} with 8 pixels to a millimetre.
 */
final class PrintedForProof {

    private static final double PIXELS_PER_MM = 8;

    private PrintedForProof() {}

    static SheetLayout layout() {
        return SheetLayouts.parse(resource("/proof/layout.json"));
    }

    static byte[] page() {
        return resource("/proof/page-1.png");
    }

    /** The page painted on; coordinates in millimetres. */
    static byte[] page(Consumer<Graphics2D> painter) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(page()));
            var graphics = image.createGraphics();
            graphics.scale(PIXELS_PER_MM, PIXELS_PER_MM);
            graphics.setColor(Color.WHITE);
            painter.accept(graphics);
            graphics.dispose();
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The layout with its items changed. */
    static SheetLayout layout(UnaryOperator<List<SheetItem>> change) {
        var layout = layout();
        var page = layout.pages().getFirst();
        return new SheetLayout(
                layout.worksheetId(),
                layout.revision(),
                layout.paper(),
                List.of(
                        new SheetPage(
                                1,
                                page.fiducials(),
                                page.qr(),
                                page.studentNumber(),
                                change.apply(page.items()))));
    }

    private static byte[] resource(String name) {
        try (var in = PrintedForProof.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
