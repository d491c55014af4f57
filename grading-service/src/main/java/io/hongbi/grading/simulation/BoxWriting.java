package io.hongbi.grading.simulation;

import io.hongbi.common.layout.Box;
import io.hongbi.grading.simulation.PageImage.Place;
import io.hongbi.grading.simulation.handwriting.Drawing;
import io.hongbi.grading.simulation.handwriting.Scribe;
import java.util.List;
import java.util.Random;

/**
 * Somebody who writes into boxes, one character to each: how large, how slanted, with which pen.
 */
final class BoxWriting {

    /** Of a box's width: more would touch the frame. */
    private static final double WIDEST = 0.8;

    private static final double LINE_MM = 9;

    private final PageImage page;
    private final Scribe scribe;
    private final Random random;
    private final SheetPen.Ink ink;
    private final double height;
    private final double slant;

    /**
     * Anybody.
     *
     * @param ink what they write with
     */
    BoxWriting(PageImage page, Scribe scribe, SheetPen.Ink ink, Random random) {
        this.page = page;
        this.scribe = scribe;
        this.random = random;
        this.ink = ink;
        this.height = random.nextDouble(0.5, 0.78);
        this.slant = random.nextDouble(-0.08, 0.12);
    }

    /** Writes a character. */
    void write(char character, Box box) {
        var drawing = scribe.draw(character, random);
        double size = size(character, drawing, box);
        double room = box.widthMm() - drawing.width() * size;
        double x =
                box.xMm()
                        + room / 2
                        + Math.clamp(random.nextGaussian() * 0.16, -0.35, 0.35) * Math.max(0, room);
        double slack = box.heightMm() - drawing.height() * size;
        double y = box.yMm() + slack / 2 + Math.clamp(random.nextGaussian(), -2, 2) * 0.11 * slack;
        draw(drawing, x, y, size);
    }

    /** Lines of characters, as somebody thinks on paper; one at least. */
    void scribble(Box region) {
        double line = Math.min(LINE_MM, region.heightMm() - 1);
        double far = region.xMm() + region.widthMm() * random.nextDouble(0.5, 0.95);
        for (double y = region.yMm() + 0.5;
                y + line <= region.yMm() + region.heightMm();
                y += LINE_MM) {
            for (double x = region.xMm() + 3; x < far; x += line * 0.62) {
                if (random.nextInt(6) > 0) {
                    var known = scribe.characters();
                    write(
                            known.charAt(random.nextInt(known.length())),
                            new Box(x, y, line * 0.6, line));
                }
            }
        }
    }

    /** Of the longer side, mm. */
    private double size(char character, Drawing drawing, Box box) {
        if (character == '-' || character == '+') {
            return box.widthMm() * random.nextDouble(0.38, 0.6);
        }
        double tall = box.heightMm() * height * random.nextDouble(0.93, 1.07);
        double least = Math.max(drawing.height(), 0.35);
        return Math.min(tall / least, WIDEST * box.widthMm() / Math.max(drawing.width(), 0.05));
    }

    private void draw(Drawing drawing, double x, double y, double size) {
        double turn = random.nextGaussian() * 0.04;
        for (var stroke : drawing.strokes()) {
            List<Place> line =
                    stroke.stream()
                            .map(knot -> {
                                double up = drawing.height() / 2 - knot.y();
                                double along = knot.x() + (slant + turn) * up;
                                double down = knot.y() + turn * (knot.x() - drawing.width() / 2);
                                return new Place(x + along * size, y + down * size);
                            })
                            .toList();
            page.stroke(line, ink.widthMm(), ink.grey());
        }
    }
}
