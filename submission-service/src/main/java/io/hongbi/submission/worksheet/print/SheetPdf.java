package io.hongbi.submission.worksheet.print;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import io.hongbi.common.layout.Paper;
import io.hongbi.common.layout.SheetCode;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.submission.worksheet.typeset.Mark;
import io.hongbi.submission.worksheet.typeset.TypesetSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws typeset sheets as PDF: vectors only, fonts embedded as subsets, black on white. The same
 * sheet gives the same bytes. What all copies share is in the file once.
 */
public final class SheetPdf {

    private final Fonts fonts;
    private final ReentrantLock oneAtATime = new ReentrantLock(); // fonts are shared, and memory

    public SheetPdf(Fonts fonts) {
        this.fonts = fonts;
    }

    /** One copy for whoever gets it. */
    public byte[] print(TypesetSheet sheet, String title) {
        return print(sheet, title, Collections.singletonList(null));
    }

    /** One copy for each student, in that order. */
    public byte[] printFor(List<PrintedStudent> students, TypesetSheet sheet, String title) {
        return print(sheet, title, new ArrayList<>(students));
    }

    private byte[] print(
            TypesetSheet sheet, String title, List<@Nullable PrintedStudent> students) {
        oneAtATime.lock();
        try (var document = new PDDocument()) {
            var out = new ByteArrayOutputStream();
            new Print(document, sheet).copies(students);
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setProducer("Hongbi");
            document.setDocumentId(
                    sheet.layout().worksheetId().value().getLeastSignificantBits()
                            + sheet.layout().revision());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF cannot be made in memory", e);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** One file while it is being made. */
    private final class Print {

        private final PDDocument document;
        private final TypesetSheet sheet;
        private final Paper paper;
        private final PDFont regular;
        private final PDFont bold;

        Print(PDDocument document, TypesetSheet sheet) throws IOException {
            this.document = document;
            this.sheet = sheet;
            paper = sheet.layout().paper();
            var loaded = fonts.load();
            regular = PDType0Font.load(document, loaded.regular(), true);
            bold = PDType0Font.load(document, loaded.bold(), true);
        }

        void copies(List<@Nullable PrintedStudent> students) throws IOException {
            var forms = new ArrayList<PDFormXObject>();
            for (int i = 0; i < sheet.pages().size(); i++) {
                forms.add(form(sheet.layout().pages().get(i), sheet.pages().get(i).marks()));
            }
            for (var student : students) {
                for (int i = 0; i < forms.size(); i++) {
                    page(forms.get(i), i, student);
                }
            }
        }

        private PDFormXObject form(SheetPage layout, List<Mark> marks) throws IOException {
            var form = new PDAppearanceStream(document);
            form.setBBox(size());
            form.setResources(new PDResources());
            try (var out = form.getContentStream().createOutputStream();
                    var pen = pen(new PDPageContentStream(document, form, out))) {
                for (var fiducial : layout.fiducials()) {
                    pen.fiducial(fiducial);
                }
                for (var mark : marks) {
                    pen.draw(mark);
                }
            }
            return form;
        }

        private void page(PDFormXObject form, int index, @Nullable PrintedStudent student)
                throws IOException {
            var layout = sheet.layout().pages().get(index);
            var page = new PDPage(size());
            document.addPage(page);
            var stream = new PDPageContentStream(document, page);
            try (var pen = pen(stream)) {
                stream.drawForm(form);
                qr(pen, layout, student == null ? null : student.number());
                if (student != null) {
                    for (var mark :
                            new CopyFor(fonts).marks(student, layout, sheet.pages().get(index))) {
                        pen.draw(mark);
                    }
                }
            }
        }

        private void qr(Pen pen, SheetPage layout, @Nullable String studentNumber)
                throws IOException {
            var code =
                    SheetCode.of(
                            sheet.layout().worksheetId(),
                            sheet.layout().revision(),
                            layout.number(),
                            studentNumber);
            try {
                var qr = Encoder.encode(code.text(), ErrorCorrectionLevel.Q).getMatrix();
                pen.squares(
                        layout.qr().box(),
                        qr.getWidth(),
                        (row, column) -> qr.get(column, row) == 1);
            } catch (WriterException e) {
                throw new IllegalStateException("A sheet's code always fits a QR code", e);
            }
        }

        private Pen pen(PDPageContentStream stream) {
            return new Pen(stream, paper, regular, bold);
        }

        private PDRectangle size() {
            return new PDRectangle(
                    (float) (paper.widthMm() * Pen.PT_PER_MM),
                    (float) (paper.heightMm() * Pen.PT_PER_MM));
        }
    }
}
