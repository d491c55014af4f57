package io.hongbi.submission.worksheet.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.SheetCode;
import io.hongbi.common.layout.StudentNumber;
import io.hongbi.submission.worksheet.Sheets;
import io.hongbi.submission.worksheet.typeset.TypesetSheet;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SheetPdfTest {

    private static final double PIXELS_PER_MM = 8;

    private final SheetPdf pdf = new SheetPdf(Sheets.fonts());
    private final TypesetSheet sheet = Sheets.set(Sheets.MIXED);

    @Test
    void drawsEveryPlaceWhereTheLayoutSays() throws IOException {
        var page = image(pdf.print(sheet, "t"), 0);

        for (var item : sheet.layout().pages().getFirst().items()) {
            for (var box : item.places()) {
                assertThat(isOutlined(page, box)).as("%s at %s", item.itemId(), box).isTrue();
                assertThat(darkInside(page, box)).as("ink within %s", box).isZero();
            }
        }
        for (var fiducial : sheet.layout().pages().getFirst().fiducials()) {
            assertThat(isOutlined(page, inset(fiducial.box()))).isTrue();
            assertThat(darkInside(page, fiducial.box())).isPositive();
        }
    }

    @Test
    void saysInTheCodeWhatTheSheetIs() throws Exception {
        var students = List.of(new PrintedStudent("王小明", "20260137"));

        assertThat(code(image(pdf.print(sheet, "t"), 0)))
                .isEqualTo(SheetCode.of(Sheets.ID, 1, 1, null));
        assertThat(code(image(pdf.printFor(students, sheet, "t"), 0)))
                .isEqualTo(SheetCode.of(Sheets.ID, 1, 1, "20260137"));
    }

    @Test
    void fillsTheStudentsNumberIn() throws IOException {
        var students = List.of(new PrintedStudent("王小明", "2026"));
        var page = image(pdf.printFor(students, sheet, "t"), 0);
        var number =
                (StudentNumber.Bubbles)
                        Objects.requireNonNull(sheet.layout().pages().getFirst().studentNumber());

        for (int column = 0; column < 8; column++) {
            for (int figure = 0; figure < 10; figure++) {
                var filled = column < 4 && "2026".charAt(column) - '0' == figure;
                var box = number.columns().get(column).get(figure).box();
                assertThat(darkInside(page, box) > 0).isEqualTo(filled);
            }
        }
    }

    @Test
    void printsACopyForEachStudentAndSharesWhatIsAlike() throws IOException {
        var one = pdf.print(sheet, "t");
        var students =
                IntStream.range(0, 50)
                        .mapToObj(i -> new PrintedStudent("学生" + i, "2026%04d".formatted(i)))
                        .toList();
        var all = pdf.printFor(students, sheet, "t");

        try (var document = Loader.loadPDF(all)) {
            assertThat(document.getNumberOfPages()).isEqualTo(50 * sheet.pages().size());
            var stripper = new PDFTextStripper();
            stripper.setStartPage(8);
            stripper.setEndPage(8);
            assertThat(stripper.getText(document)).contains("学生7", "三年级数学");
        }
        assertThat(all.length).isLessThan(one.length + 50 * 5_000);
    }

    @Test
    void printsAGetaForACharacterThatTheFontLacks() throws IOException {
        var students = List.of(new PrintedStudent("欧阳㐱文", null));

        try (var document = Loader.loadPDF(pdf.printFor(students, sheet, "t"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("欧阳〓文");
        }
    }

    @Test
    void leavesANumberOpenThatIsNotMadeOfDigits() {
        assertThat(PrintedStudent.of("a", "S-17").number()).isNull();
        assertThat(PrintedStudent.of("a", null).number()).isNull();
        assertThat(PrintedStudent.of("a", "0017").number()).isEqualTo("0017");
    }

    @Test
    void saysALongNumberInTheCodeAndFillsItsLastDigitsIn() throws Exception {
        var student = List.of(PrintedStudent.of("a", "1234567890"));

        var page = image(pdf.printFor(student, sheet, "t"), 0);

        assertThat(code(page).studentNumber()).isEqualTo("1234567890");
        try (var document = Loader.loadPDF(pdf.printFor(student, sheet, "t"))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("34567890");
        }
    }

    @Test
    void embedsItsFontsAsSubsets() throws IOException {
        try (var document = Loader.loadPDF(pdf.print(sheet, "t"))) {
            var form = form(document);
            assertThat(form.getFontNames())
                    .isNotEmpty()
                    .allSatisfy(name -> {
                        var font = form.getFont(name);
                        assertThat(font.isEmbedded()).isTrue();
                        assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
                    });
        }
    }

    @Test
    void printsTheSameSheetAlikeToTheByte() {
        assertThat(pdf.print(sheet, "t")).isEqualTo(new SheetPdf(new Fonts()).print(sheet, "t"));
    }

    private static PDResources form(PDDocument document) throws IOException {
        var resources = document.getPage(0).getResources();
        COSName name = resources.getXObjectNames().iterator().next();
        return ((PDFormXObject) resources.getXObject(name)).getResources();
    }

    private static BufferedImage image(byte[] printed, int page) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(PageImages.png(printed, PIXELS_PER_MM).get(page)));
    }

    private SheetCode code(BufferedImage page) throws Exception {
        var box = sheet.layout().pages().getFirst().qr().box();
        int side = (int) ((box.widthMm() + 6) * PIXELS_PER_MM); // with a quiet zone of 3 mm
        int x = (int) ((box.xMm() - 3) * PIXELS_PER_MM);
        int y = (int) ((box.yMm() - 3) * PIXELS_PER_MM);
        int[] pixels = page.getRGB(x, y, side, side, null, 0, side);
        var source = new RGBLuminanceSource(side, side, pixels);
        var text = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
        return SheetCode.parse(text.getText()).orElseThrow();
    }

    /** Whether the middles of its four sides are black. */
    private static boolean isOutlined(BufferedImage page, Box box) {
        double right = box.xMm() + box.widthMm();
        double lower = box.yMm() + box.heightMm();
        double x = box.xMm() + box.widthMm() / 2;
        double y = box.yMm() + box.heightMm() / 2;
        return isBlack(page, box.xMm(), y)
                && isBlack(page, right, y)
                && isBlack(page, x, box.yMm())
                && isBlack(page, x, lower);
    }

    private static Box inset(Box box) {
        return new Box(box.xMm() + 0.4, box.yMm() + 0.4, box.widthMm() - 0.8, box.heightMm() - 0.8);
    }

    private static boolean isBlack(BufferedImage page, double xMm, double yMm) {
        return grey(page, (int) (xMm * PIXELS_PER_MM), (int) (yMm * PIXELS_PER_MM)) < 100;
    }

    /** Dark pixels in the inner half of its width and height. */
    private static int darkInside(BufferedImage page, Box box) {
        int dark = 0;
        for (double dx = 0.25; dx < 0.75; dx += 0.02) {
            for (double dy = 0.25; dy < 0.75; dy += 0.02) {
                double x = box.xMm() + dx * box.widthMm();
                double y = box.yMm() + dy * box.heightMm();
                dark += isBlack(page, x, y) ? 1 : 0;
            }
        }
        return dark;
    }

    private static int grey(BufferedImage page, int x, int y) {
        return page.getRaster().getSample(x, y, 0);
    }
}
