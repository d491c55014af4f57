package io.hongbi.grading.simulation;

import io.hongbi.common.layout.Box;
import io.hongbi.grading.simulation.PageImage.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes marks on a sheet as somebody does with a pencil or a ball pen, never twice alike. */
final class SheetPen {

    private final PageImage page;
    private final Random random;
    private final Ink ink;

    /**
     * What a pen leaves.
     *
     * @param grey 20 for a ball pen, 90 for a pencil, 150 for a hard one
     * @param widthMm of a stroke
     */
    record Ink(int grey, double widthMm) {}

    SheetPen(PageImage page, Random random, Ink ink) {
        this.page = page;
        this.random = random;
        this.ink = ink;
    }

    /** Fills a bubble to and fro, now and then over its outline, seldom quite. */
    void fill(Box box) {
        double angle = random.nextDouble(Math.PI);
        double pitch = ink.widthMm() * random.nextDouble(0.7, 1.0);
        double radius = box.widthMm() / 2 * random.nextDouble(0.86, 1.02);
        var points = new ArrayList<Place>();
        boolean forth = true;
        for (double across = -radius; across <= radius; across += pitch) {
            double half = Math.sqrt(Math.max(0, radius * radius - across * across));
            for (int end : forth ? new int[] {-1, 1} : new int[] {1, -1}) {
                double along = end * half * random.nextDouble(0.88, 1.05);
                points.add(turned(box, along, across, angle));
            }
            forth = !forth;
        }
        page.stroke(points, ink.widthMm(), ink.grey());
    }

    /** A tick: a short stroke down, a long one up. */
    void tick(Box box) {
        double size = box.widthMm() * random.nextDouble(0.9, 1.25);
        stroke(box, List.of(at(-0.42, -0.02), at(-0.12, 0.36), at(0.5, -0.45)), size);
    }

    /** A cross over the bubble. */
    void cross(Box box) {
        double size = box.widthMm() * random.nextDouble(0.85, 1.15);
        stroke(box, List.of(at(-0.42, -0.42), at(0.42, 0.42)), size);
        stroke(box, List.of(at(0.42, -0.42), at(-0.42, 0.42)), size);
    }

    /** A ring around the bubble. */
    void ring(Box box) {
        var points = new ArrayList<Place>();
        double size = box.widthMm() * random.nextDouble(1.32, 1.5);
        for (int i = 0; i <= 26; i++) {
            double angle = 2 * Math.PI * i / 24 + 1;
            points.add(at(0.5 * Math.cos(angle), 0.5 * Math.sin(angle)));
        }
        stroke(box, points, size);
    }

    /** Strikes a filled bubble out with a large cross. */
    void strikeOut(Box box) {
        double size = box.widthMm() * random.nextDouble(1.6, 1.8);
        stroke(box, List.of(at(-0.45, -0.45), at(0.45, 0.45)), size);
        stroke(box, List.of(at(0.45, -0.45), at(-0.45, 0.45)), size);
    }

    /** Joins points that are given in shares of a size from the middle of a box. */
    void stroke(Box box, List<Place> shape, double sizeMm) {
        double jitter = 0.035;
        double shiftX = random.nextGaussian() * 0.03;
        double shiftY = random.nextGaussian() * 0.03;
        var points =
                shape.stream()
                        .map(p ->
                                turned(
                                        box,
                                        sizeMm
                                                * (p.xMm()
                                                        + shiftX
                                                        + random.nextGaussian() * jitter),
                                        sizeMm
                                                * (p.yMm()
                                                        + shiftY
                                                        + random.nextGaussian() * jitter),
                                        0))
                        .toList();
        page.stroke(points, ink.widthMm(), ink.grey());
    }

    private static Place at(double x, double y) {
        return new Place(x, y);
    }

    private static Place turned(Box box, double x, double y, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Place(
                box.xMm() + box.widthMm() / 2 + cos * x - sin * y,
                box.yMm() + box.heightMm() / 2 + sin * x + cos * y);
    }
}
