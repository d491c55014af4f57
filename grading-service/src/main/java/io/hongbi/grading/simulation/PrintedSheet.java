package io.hongbi.grading.simulation;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.SheetCode;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.layout.StudentNumber;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws a page from its layout alone, for where no printed one is at hand. */
public final class PrintedSheet {

    private static final double LINE_MM = 0.4;
    private static final int BLACK = 20;

    private PrintedSheet() {}

    /**
     * A page without answers; the caller closes it.
     *
     * @param studentNumber what the QR code says of the student, null for nothing
     */
    public static PageImage draw(
            SheetLayout layout,
            SheetPage page,
            double pixelsPerMm,
            @Nullable String studentNumber) {
        var paper = layout.paper();
        var image = PageImage.blank(paper.widthMm(), paper.heightMm(), pixelsPerMm);
        page.fiducials().forEach(fiducial -> image.marker(fiducial.id(), fiducial.box()));
        var code =
                SheetCode.of(layout.worksheetId(), layout.revision(), page.number(), studentNumber);
        image.code(code(code), page.qr().box());
        switch (page.studentNumber()) {
            case null -> {}
            case StudentNumber.Bubbles bubbles ->
                    bubbles.columns().forEach(column -> bubbles(image, column));
            case StudentNumber.Boxes boxes ->
                    boxes.boxes().forEach(box -> image.rectangle(box, LINE_MM, BLACK));
        }
        page.items().forEach(item -> draw(image, item));
        return image;
    }

    static BitMatrix code(SheetCode code) {
        try {
            var matrix =
                    Encoder.encode(
                                    code.text(),
                                    ErrorCorrectionLevel.Q,
                                    Map.of(EncodeHintType.CHARACTER_SET, "ISO-8859-1"))
                            .getMatrix();
            var bits = new BitMatrix(matrix.getWidth());
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y) == 1) {
                        bits.set(x, y);
                    }
                }
            }
            return bits;
        } catch (WriterException e) {
            throw new IllegalArgumentException("A sheet's code fits into a QR code", e);
        }
    }

    private static void draw(PageImage image, SheetItem item) {
        var first = item.places().getFirst();
        image.print(item.itemId(), Math.max(2, first.xMm() - 14), first.yMm() + 4, 2.6);
        switch (item) {
            case SheetItem.Choice choice -> bubbles(image, choice.options());
            case SheetItem.TrueFalse trueFalse -> bubbles(image, trueFalse.options());
            case SheetItem.Digits _, SheetItem.Letters _, SheetItem.Free _ ->
                    item.places().forEach(box -> image.rectangle(box, LINE_MM, BLACK));
        }
        if (item instanceof SheetItem.Digits digits && digits.decimals() > 0) {
            point(image, digits);
        }
    }

    /** The decimal point is printed between the boxes. */
    private static void point(PageImage image, SheetItem.Digits digits) {
        var after = digits.boxes().get(digits.boxes().size() - digits.decimals());
        image.ellipse(
                new Box(after.xMm() - 0.75, after.yMm() + after.heightMm() - 0.5, 0.5, 0.5),
                0.4,
                BLACK);
    }

    private static void bubbles(PageImage image, List<Bubble> bubbles) {
        for (var bubble : bubbles) {
            image.ellipse(bubble.box(), LINE_MM, BLACK);
            image.print(
                    bubble.value(),
                    bubble.xMm() - 2.6,
                    bubble.yMm() + bubble.heightMm() / 2 + 1,
                    2);
        }
    }
}
