package io.hongbi.submission.annotation;

import io.hongbi.common.reading.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page under the pen. */
final class Sketch {

    private static final Color RED = new Color(0xD8, 0x16, 0x20);
    private static final Color ORANGE = new Color(0xE8, 0x6A, 0x00);
    private static final Color FAINT_RED = new Color(0xD8, 0x16, 0x20, 0x70);
    private static final Color HALO = new Color(0xFF, 0xFF, 0xFF, 0xD0);

    /** Shares of the width of the page. */
    private static final double LEAST_SIGN = 0.024;

    private static final double MOST_SIGN = 0.042;
    private static final double EDGE = 0.008;
    private static final double TOTAL = 0.044;
    private static final double HALO_WIDTH = 0.0033;
    private static final double WIDE_HALO = 0.012;
    private static final double FRAME_WIDTH = 0.003;

    /** Shares of the height of an answer, of a sign and of a line of text. */
    private static final double SIGN_OF_ANSWER = 0.8;

    private static final double TEXT_OF_SIGN = 0.8;
    private static final double GAP_OF_SIGN = 0.62;

    /** The pen is held a little differently each time: up to so many degrees. */
    private static final double SWAY_DEGREES = 5;

    private static final double TOTAL_DEGREES = -5;

    private final Graphics2D graphics;
    private final Lettering lettering;
    private final int width;
    private final int height;
    private final double scale;
    private final List<List<double[]>> answers;

    /**
     * @param answers all of them, which no word is written over
     */
    Sketch(BufferedImage page, double scale, Lettering lettering, List<List<Point>> answers) {
        this.graphics = page.createGraphics();
        this.lettering = lettering;
        this.width = page.getWidth();
        this.height = page.getHeight();
        this.scale = scale;
        this.answers =
                answers.stream()
                        .map(corners -> corners.stream().map(this::scaled).toList())
                        .toList();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    void write(Remark remark) {
        var corners = remark.region().stream().map(this::scaled).toList();
        switch (remark.sign()) {
            case TICK -> sign(Signs.TICK, RED, corners, remark.text());
            case HALF_TICK -> sign(Signs.HALF_TICK, RED, corners, remark.text());
            case CROSS -> sign(Signs.CROSS, RED, corners, remark.text());
            case QUESTION -> sign(Signs.QUESTION, ORANGE, corners, remark.text());
            case FRAME -> frame(corners);
        }
    }

    /** In the upper right corner, leaning, with two lines below it. */
    void total(String text) {
        var word = lettering.word(text);
        double size = TOTAL * width;
        double length = word.width() * size;
        var place = AffineTransform.getTranslateInstance(width - 0.04 * width - length, 1.5 * size);
        place.rotate(Math.toRadians(TOTAL_DEGREES));
        var lines = new AffineTransform(place);
        lines.translate(0, 0.22 * size);
        lines.scale(0.14 * size, 0.14 * size);
        place.scale(size, size);
        var whole = new Path2D.Double(place.createTransformedShape(word.outline()));
        whole.append(lines.createTransformedShape(Signs.underline(length / (0.14 * size))), false);
        pen(whole, RED, WIDE_HALO);
    }

    void done() {
        graphics.dispose();
    }

    /**
     * Behind the answer as its line runs; where there is no room for it, at the answer's end. Words
     * that would run into the next answer are left out.
     */
    private void sign(Shape sign, Color color, List<double[]> corners, @Nullable String text) {
        double size = size(corners);
        double[] end = middle(corners.get(1), corners.get(2));
        double angle =
                Math.atan2(
                        corners.get(1)[1] - corners.get(0)[1],
                        corners.get(1)[0] - corners.get(0)[0]);
        double untilNext = nextAnswer(end, angle, size) - (GAP_OF_SIGN + 0.5) * size;
        var wanted = text == null ? null : lettering.word(text);
        var word = wanted == null || length(wanted, size) > untilNext ? null : wanted;
        double wordLength = word == null ? 0 : length(word, size);
        double along = Math.min(GAP_OF_SIGN * size, room(end, angle) - wordLength - 0.7 * size);
        var place =
                AffineTransform.getTranslateInstance(
                        end[0] + along * Math.cos(angle), end[1] + along * Math.sin(angle));
        place.rotate(angle);
        var wordPlace = new AffineTransform(place);
        place.rotate(Math.toRadians(sway(end)));
        place.scale(size, size);
        pen(place.createTransformedShape(sign), color, HALO_WIDTH);
        if (word != null) {
            wordPlace.translate(0.62 * size, 0.3 * size);
            wordPlace.scale(size * TEXT_OF_SIGN, size * TEXT_OF_SIGN);
            pen(wordPlace.createTransformedShape(word.outline()), color, HALO_WIDTH);
        }
    }

    private static double length(Lettering.Word word, double size) {
        return word.width() * size * TEXT_OF_SIGN + 0.3 * size;
    }

    /** How far it is to the next answer that begins on the same line. */
    private double nextAnswer(double[] from, double angle, double size) {
        double nearest = Double.MAX_VALUE;
        for (var answer : answers) {
            double[] start = middle(answer.get(0), answer.get(3));
            double dx = start[0] - from[0];
            double dy = start[1] - from[1];
            double ahead = dx * Math.cos(angle) + dy * Math.sin(angle);
            double aside = dy * Math.cos(angle) - dx * Math.sin(angle);
            if (ahead > 0 && Math.abs(aside) < size) {
                nearest = Math.min(nearest, ahead);
            }
        }
        return nearest;
    }

    /** How far it is to the edge of the page. */
    private double room(double[] from, double angle) {
        double edge = EDGE * width;
        return Math.min(
                room(from[0], Math.cos(angle), edge, width - edge),
                room(from[1], Math.sin(angle), edge, height - edge));
    }

    private static double room(double from, double step, double least, double most) {
        if (Math.abs(step) < 1e-6) {
            return Double.MAX_VALUE;
        }
        return ((step > 0 ? most : least) - from) / step;
    }

    private void frame(List<double[]> corners) {
        var frame = new Path2D.Double();
        frame.moveTo(corners.getFirst()[0], corners.getFirst()[1]);
        corners.subList(1, corners.size()).forEach(corner -> frame.lineTo(corner[0], corner[1]));
        frame.closePath();
        draw(frame, FAINT_RED, FRAME_WIDTH);
    }

    /**
     * Fills the shape.
     *
     * @param halo how wide its light edge is, which keeps it apart from what is printed or written
     *     below
     */
    private void pen(Shape shape, Color color, double halo) {
        draw(shape, HALO, halo);
        graphics.setColor(color);
        graphics.fill(shape);
    }

    private void draw(Shape shape, Color color, double share) {
        graphics.setColor(color);
        graphics.setStroke(
                new BasicStroke(
                        (float) (share * width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    private double size(List<double[]> corners) {
        double height =
                Math.hypot(
                        corners.get(2)[0] - corners.get(1)[0],
                        corners.get(2)[1] - corners.get(1)[1]);
        return Math.clamp(SIGN_OF_ANSWER * height, LEAST_SIGN * width, MOST_SIGN * width);
    }

    private double[] scaled(Point point) {
        return new double[] {point.x() * scale, point.y() * scale};
    }

    private static double[] middle(double[] one, double[] other) {
        return new double[] {(one[0] + other[0]) / 2, (one[1] + other[1]) / 2};
    }

    /** The same for the same place, so that a page looks the same each time. */
    private static double sway(double[] place) {
        return SWAY_DEGREES * Math.sin(place[0] * 0.7 + place[1] * 1.3);
    }
}
