package io.hongbi.grading.simulation.sums;

import io.hongbi.common.layout.Box;
import io.hongbi.grading.simulation.Hands;
import io.hongbi.grading.simulation.PageImage;
import io.hongbi.grading.simulation.PageImage.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pages that may be taken for pages of sums, and what may lie on one. The caller closes them. */
public final class OtherPages {

    private static final double PIXELS_PER_MM = 10;
    private static final List<String> WORDS =
            List.of(
                    "the", "boy", "said", "he", "had", "seen", "Old", "London", "and", "its",
                    "river");

    private OtherPages() {}

    /** Lines of English words. */
    public static PageImage text() {
        var page = PageImage.blank(210, 297, PIXELS_PER_MM);
        var type = new Type(page, 3);
        var random = new Random(4);
        for (double y = 30; y < 270; y += 8) {
            var line = new StringBuilder();
            while (line.length() < 60) {
                line.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
            }
            type.print(line.toString(), 20, y);
        }
        return page;
    }

    /** Numbers in ruled rows and columns. */
    public static PageImage table() {
        var page = PageImage.blank(210, 297, PIXELS_PER_MM);
        var type = new Type(page, 3.4);
        var random = new Random(4);
        for (int row = 0; row <= 20; row++) {
            double y = 30 + 11 * row;
            line(page, 18, y, 192, y);
            for (int column = 0; row < 20 && column < 6; column++) {
                type.print(String.valueOf(random.nextInt(10_000)), 22 + 29 * column, y + 7.5);
            }
        }
        for (int column = 0; column <= 6; column++) {
            line(page, 18 + 29 * column, 30, 18 + 29 * column, 250);
        }
        return page;
    }

    /** Printed beginnings of dates and numbers, ended by hand. */
    public static PageImage dates() {
        var page = PageImage.blank(210, 297, PIXELS_PER_MM);
        var type = new Type(page, 3.4);
        var random = new Random(4);
        var hand = hand(page, random);
        for (double y = 40; y < 270; y += 12) {
            double end = type.print("2024-0" + random.nextInt(1, 10) + "-", 30, y);
            hand.write(String.valueOf(random.nextInt(10, 32)), end + 1.5, y);
        }
        return page;
    }

    /** Answered sums; of every fourth the answer was struck out, and another one stands above. */
    public static PageImage corrected() {
        var page = PageImage.blank(210, 297, PIXELS_PER_MM);
        var type = new Type(page, 3.4);
        var random = new Random(4);
        var hand = hand(page, random);
        for (int i = 0; i < 48; i++) {
            double y = 40 + 14 * (i / 3);
            var asked = random.nextInt(10, 50) + "+" + random.nextInt(10, 50) + "=";
            double from = type.print(asked, 20 + 60 * (i % 3), y) + 1.5;
            double to = hand.write(String.valueOf(random.nextInt(20, 99)), from, y);
            if (i % 4 == 0) {
                hand.strikeOut(from, to, y);
                hand.write(String.valueOf(random.nextInt(20, 99)), from + 1, y - 5.2);
            }
        }
        return page;
    }

    private static AnswerHand hand(PageImage page, Random random) {
        return new AnswerHand(page, Hands.drawn().pick(random), 3.4, random);
    }

    /** A heading, and paper. */
    public static PageImage empty() {
        var page = PageImage.blank(210, 297, PIXELS_PER_MM);
        new Type(page, 5).print("口算练习", 90, 20);
        return page;
    }

    /** A teacher's ticks and crosses behind the sums of a page, and over some answers. */
    public static void tick(SumsPage page) {
        var random = new Random(9);
        for (var sum : page.sums()) {
            var place = sum.place();
            double x = place.xMm() + place.widthMm() + random.nextDouble(-1, 4);
            double y = place.yMm() + place.heightMm() / 2;
            if (sum.right()) {
                stroke(page.image(), x, y, x + 2, y + 3, x + 7, y - 4);
            } else {
                stroke(page.image(), x, y - 3, x + 6, y + 3);
                stroke(page.image(), x + 6, y - 3, x, y + 3);
            }
        }
    }

    /** A finger lies on a part of a page. */
    public static void finger(PageImage page, Box under) {
        page.fill(List.of(ellipse(under)), 140);
    }

    private static List<Place> ellipse(Box box) {
        var points = new ArrayList<Place>();
        for (int i = 0; i < 36; i++) {
            double angle = Math.PI * i / 18;
            points.add(
                    new Place(
                            box.xMm() + box.widthMm() * (1 + Math.cos(angle)) / 2,
                            box.yMm() + box.heightMm() * (1 + Math.sin(angle)) / 2));
        }
        return points;
    }

    private static void line(PageImage page, double x0, double y0, double x1, double y1) {
        page.stroke(List.of(new Place(x0, y0), new Place(x1, y1)), 0.3, 40);
    }

    /** What a red pen leaves on a grey photo. */
    private static void stroke(PageImage page, double... xy) {
        var points = new ArrayList<Place>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Place(xy[i], xy[i + 1]));
        }
        page.stroke(points, 0.6, 110);
    }
}
