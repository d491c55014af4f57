package io.hongbi.grading.simulation.sums;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Paper;
import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.simulation.Hands;
import io.hongbi.grading.simulation.PageImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An A4 page of printed sums, answered by hand, with everything known that stands on it. The owner
 * closes it.
 */
public final class SumsPage implements AutoCloseable {

    private static final Paper PAPER = Paper.A4;
    private static final double PIXELS_PER_MM = 10;
    private static final double LEFT_MM = 16;
    private static final double TOP_MM = 38;
    private static final double BOTTOM_MM = 280;

    /** Of those that are answered: taken back without another answer. */
    private static final double STRUCK = 0.02;

    private final PageImage image =
            PageImage.blank(PAPER.widthMm(), PAPER.heightMm(), PIXELS_PER_MM);
    private final List<WrittenSum> sums = new ArrayList<>();
    private final SumsLayout layout;
    private final Type type;
    private final AnswerHand hand;
    private final Random random;

    private SumsPage(SumsLayout layout, Hands hands, Random random) {
        this.layout = layout;
        this.random = random;
        this.type = new Type(image, layout.digitMm());
        this.hand = new AnswerHand(image, hands.pick(random), layout.digitMm(), random);
    }

    /** The same for the same layout, hands and seed. */
    public static SumsPage draw(SumsLayout layout, Hands hands, long seed) {
        var page = new SumsPage(layout, hands, new Random(seed));
        page.furniture();
        page.fill();
        return page;
    }

    /** The page, to be photographed or drawn on. */
    public PageImage image() {
        return image;
    }

    public Paper paper() {
        return PAPER;
    }

    /** Row by row from left to right. */
    public List<WrittenSum> sums() {
        return List.copyOf(sums);
    }

    private void furniture() {
        var heading = new Type(image, 5);
        heading.print("口算练习", PAPER.widthMm() / 2 - heading.width("口算练习") / 2, 20);
        var small = new Type(image, 3);
        double end = small.print("班级", LEFT_MM, 30);
        rule(end + 1, 30.5, 28);
        end = small.print("姓名", end + 32, 30);
        rule(end + 1, 30.5, 28);
        small.print("得分", end + 32, 30);
        small.print("第 " + random.nextInt(1, 90) + " 页", 96, 291);
    }

    private void rule(double xMm, double yMm, double lengthMm) {
        image.stroke(
                List.of(new PageImage.Place(xMm, yMm), new PageImage.Place(xMm + lengthMm, yMm)),
                0.25,
                90);
    }

    private void fill() {
        double pitch = (BOTTOM_MM - TOP_MM) / layout.rows();
        double column = (PAPER.widthMm() - 2 * LEFT_MM) / layout.columns();
        for (int i = 0; i < layout.sums(); i++) {
            int row = i / layout.columns();
            sums.add(
                    answered(
                            LEFT_MM + column * (i % layout.columns()),
                            TOP_MM + pitch * (row + 0.7)));
        }
    }

    private WrittenSum answered(double x, double baseline) {
        var exercise = Exercise.any(random);
        boolean blank = random.nextDouble() < layout.blank();
        boolean right = !blank && random.nextDouble() < layout.right();
        var response = blank ? null : right ? exercise.answer() : exercise.missed(random);
        boolean struck =
                response != null
                        && exercise.gap() == Exercise.Gap.END
                        && random.nextDouble() < STRUCK;
        double end = set(exercise, response, struck, x, baseline);
        double digit = layout.digitMm();
        return new WrittenSum(
                exercise.expression(),
                struck ? null : response,
                blank ? State.BLANK : struck ? State.CROSSED_OUT : State.OK,
                right && !struck,
                new Box(x, baseline - 1.4 * digit, end - x, 1.8 * digit));
    }

    private double set(
            Exercise exercise,
            @Nullable String response,
            boolean struck,
            double x,
            double baseline) {
        double digit = layout.digitMm();
        double at = type.print(exercise.before(), x, baseline);
        switch (exercise.gap()) {
            case END -> {
                double from = at + digit * random.nextDouble(0.25, 0.6);
                double to = write(response, from, baseline);
                if (struck) {
                    hand.strikeOut(from, to, baseline);
                }
                return to;
            }
            case BRACKETS -> {
                double from = type.print("(", at, baseline) + digit * 0.4;
                double to = Math.max(write(response, from, baseline), from + digit * 1.6);
                at = type.print(")", to + digit * 0.3, baseline);
            }
            case RING -> {
                double size = 1.5 * digit;
                image.ellipse(
                        new Box(at + digit * 0.3, baseline - digit / 2 - size / 2, size, size),
                        0.3,
                        40);
                write(response, at + digit * 0.3 + size * 0.28, baseline);
                at += size + digit * 0.6;
            }
        }
        return type.print(exercise.behind(), at, baseline);
    }

    private double write(@Nullable String response, double x, double baseline) {
        return response == null ? x : hand.write(response, x, baseline);
    }

    @Override
    public void close() {
        image.close();
    }
}
