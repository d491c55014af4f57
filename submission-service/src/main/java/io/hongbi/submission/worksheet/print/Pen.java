package io.hongbi.submission.worksheet.print;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Fiducial;
import io.hongbi.common.layout.Paper;
import io.hongbi.submission.worksheet.typeset.Mark;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Draws in millimetres from the top left, black on nothing. */
final class Pen implements AutoCloseable {

    static final double PT_PER_MM = 72 / 25.4;

    /** Of the radius: how far the handles of a quarter circle's Bézier curve reach. */
    private static final double KAPPA = 0.5522847498;

    private final PDPageContentStream stream;
    private final Paper paper;
    private final PDFont regular;
    private final PDFont bold;

    Pen(PDPageContentStream stream, Paper paper, PDFont regular, PDFont bold) {
        this.stream = stream;
        this.paper = paper;
        this.regular = regular;
        this.bold = bold;
    }

    void draw(Mark mark) throws IOException {
        switch (mark) {
            case Mark.Line line -> {
                width(line.widthMm());
                stream.moveTo(x(line.fromXMm()), y(line.fromYMm()));
                stream.lineTo(x(line.toXMm()), y(line.toYMm()));
                stream.stroke();
            }
            case Mark.Frame(var box, var widthMm) -> {
                width(widthMm);
                rectangle(box.xMm(), box.yMm(), box.widthMm(), box.heightMm());
                stream.stroke();
            }
            case Mark.Ring(var box, var widthMm) -> {
                width(widthMm);
                ellipse(box);
                stream.stroke();
            }
            case Mark.Dot dot -> {
                double side = 2 * dot.radiusMm();
                ellipse(
                        new Box(
                                dot.xMm() - dot.radiusMm(),
                                dot.yMm() - dot.radiusMm(),
                                side,
                                side));
                stream.fill();
            }
            case Mark.Text text -> text(text);
        }
    }

    void text(Mark.Text text) throws IOException {
        stream.beginText();
        stream.setFont(text.bold() ? bold : regular, (float) text.sizePt());
        stream.newLineAtOffset(x(text.xMm()), y(text.yMm()));
        stream.showText(text.text());
        stream.endText();
    }

    void fiducial(Fiducial fiducial) throws IOException {
        squares(
                fiducial.box(),
                Aruco.MODULES,
                (row, column) -> Aruco.isBlack(fiducial.id(), row, column));
    }

    /** Neighbours in a row become one rectangle: seams between them would show as hairlines. */
    void squares(Box place, int modules, Modules black) throws IOException {
        double side = place.widthMm() / modules;
        for (int row = 0; row < modules; row++) {
            int from = 0;
            while (from < modules) {
                int to = from;
                while (to < modules && black.isBlack(row, to)) {
                    to++;
                }
                if (to > from) {
                    rectangle(
                            place.xMm() + from * side,
                            place.yMm() + row * side,
                            (to - from) * side,
                            side);
                }
                from = to + 1;
            }
        }
        stream.fill();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** Which modules of a square code are black. */
    interface Modules {
        boolean isBlack(int row, int column);
    }

    private void width(double mm) throws IOException {
        stream.setLineWidth((float) (mm * PT_PER_MM));
    }

    private void rectangle(double left, double top, double width, double height)
            throws IOException {
        stream.addRect(
                x(left),
                y(top + height),
                (float) (width * PT_PER_MM),
                (float) (height * PT_PER_MM));
    }

    private void ellipse(Box box) throws IOException {
        double rx = box.widthMm() / 2;
        double ry = box.heightMm() / 2;
        double cx = box.xMm() + rx;
        double cy = box.yMm() + ry;
        stream.moveTo(x(cx + rx), y(cy));
        quarter(cx + rx, cy + KAPPA * ry, cx + KAPPA * rx, cy + ry, cx, cy + ry);
        quarter(cx - KAPPA * rx, cy + ry, cx - rx, cy + KAPPA * ry, cx - rx, cy);
        quarter(cx - rx, cy - KAPPA * ry, cx - KAPPA * rx, cy - ry, cx, cy - ry);
        quarter(cx + KAPPA * rx, cy - ry, cx + rx, cy - KAPPA * ry, cx + rx, cy);
        stream.closePath();
    }

    private void quarter(double x1, double y1, double x2, double y2, double x3, double y3)
            throws IOException {
        stream.curveTo(x(x1), y(y1), x(x2), y(y2), x(x3), y(y3));
    }

    private static float x(double mm) {
        return (float) (mm * PT_PER_MM);
    }

    private float y(double mm) {
        return (float) ((paper.heightMm() - mm) * PT_PER_MM);
    }
}
