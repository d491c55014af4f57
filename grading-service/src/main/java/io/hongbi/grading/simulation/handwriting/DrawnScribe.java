package io.hongbi.grading.simulation.handwriting;

import io.hongbi.grading.simulation.handwriting.Alphabet.Knot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * An invented hand: of each character one of some shapes, led more or less steadily. It needs no
 * data.
 */
public final class DrawnScribe implements Scribe {

    /**
     * A character and a shape of it in each line: strokes of knots, one high; a knot given twice is
     * a corner.
     */
    private static final String SHAPES =
            """
            0 .3,0 .05,.25 .05,.75 .3,1 .55,.75 .55,.25 .3,0
            0 .4,.03 .12,.15 .03,.6 .25,1 .55,.7 .5,.2 .28,.02
            1 .3,0 .3,0 .28,1
            1 .1,.25 .35,0 .35,0 .35,1
            2 .05,.25 .15,.05 .4,0 .55,.2 .45,.5 .05,1 .05,1 .6,1
            2 .03,.2 .3,0 .55,.22 .35,.6 0,1 0,1 .6,.98
            3 .05,.12 .3,0 .52,.2 .25,.47 .25,.47 .55,.7 .3,1 .02,.9
            3 .05,0 .05,0 .55,0 .55,0 .28,.4 .28,.4 .57,.68 .3,1 .02,.92
            4 .4,0 .4,0 .02,.65 .02,.65 .62,.65|.45,.35 .45,.35 .45,1
            4 .1,0 .1,0 .06,.55 .06,.55 .6,.52|.52,0 .52,0 .5,1
            5 .12,0 .12,0 .08,.45 .08,.45 .4,.4 .55,.7 .35,.98 .02,.92|.12,0 .12,0 .55,0
            5 .55,0 .55,0 .14,0 .14,0 .08,.45 .08,.45 .4,.42 .54,.72 .3,1 .02,.9
            6 .45,0 .12,.4 .05,.75 .25,1 .5,.8 .35,.55 .08,.72
            6 .3,0 .05,.5 .1,.92 .38,.98 .5,.72 .3,.52 .07,.7
            7 .03,.03 .03,.03 .58,0 .58,0 .25,1
            7 .03,0 .03,0 .58,.02 .58,.02 .28,1|.12,.5 .5,.48
            8 .5,.12 .28,0 .08,.2 .3,.46 .53,.75 .3,1 .06,.78 .28,.46 .5,.15
            8 .28,.45 .07,.22 .28,0 .5,.22 .28,.45 .04,.75 .28,1 .55,.75 .3,.46
            9 .53,.2 .28,0 .05,.25 .22,.48 .52,.22 .52,.22 .5,1
            9 .52,.22 .26,.02 .05,.26 .25,.5 .5,.25 .48,.75 .2,1 .05,.9
            - 0,.5 .6,.48
            + 0,.5 .6,.5|.3,.2 .3,.8
            A 0,1 0,1 .35,0 .35,0 .7,1|.12,.62 .58,.62
            B .05,0 .05,1|.05,0 .45,.05 .5,.3 .08,.48 .08,.48 .55,.6 .5,.93 .05,1
            C .6,.15 .35,0 .05,.3 .05,.7 .35,1 .62,.85
            D .05,0 .05,1|.05,0 .5,.15 .6,.5 .45,.88 .05,1
            E .55,0 .55,0 .05,0 .05,0 .05,1 .05,1 .58,1|.05,.5 .48,.5
            E .05,0 .05,1|.05,0 .55,0|.05,.48 .48,.48|.05,1 .58,1
            F .05,0 .05,1|.05,0 .55,0|.05,.48 .45,.48
            G .6,.15 .35,0 .05,.3 .05,.72 .35,1 .6,.85 .62,.55 .62,.55 .38,.55
            H .05,0 .05,1|.6,0 .6,1|.05,.5 .6,.5
            I .25,0 .25,1|.05,0 .45,0|.05,1 .45,1
            J .45,0 .45,0 .45,.75 .25,1 .03,.8
            J .45,0 .45,0 .45,.75 .25,1 .03,.8|.2,0 .65,0
            K .05,0 .05,1|.55,0 .06,.55|.2,.42 .6,1
            L .05,0 .05,0 .05,1 .05,1 .55,1
            M 0,1 0,1 .08,0 .08,0 .4,.65 .4,.65 .72,0 .72,0 .8,1
            N .05,1 .05,1 .05,0 .05,0 .6,1 .6,1 .6,0
            O .33,0 .03,.3 .05,.75 .35,1 .65,.7 .6,.2 .33,0
            P .05,0 .05,1|.05,.02 .5,.05 .55,.35 .4,.52 .06,.53
            Q .33,0 .03,.3 .05,.75 .35,1 .65,.7 .6,.2 .33,0|.4,.7 .7,1.05
            R .05,0 .05,1|.05,.02 .5,.05 .52,.35 .06,.5 .06,.5 .58,1
            S .52,.12 .28,0 .06,.22 .3,.47 .53,.75 .28,1 .02,.88
            T 0,0 .65,0|.33,0 .33,1
            U .05,0 .05,.65 .3,1 .58,.65 .6,0
            V 0,0 0,0 .32,1 .32,1 .64,0
            W 0,0 0,0 .2,1 .2,1 .42,.3 .42,.3 .64,1 .64,1 .84,0
            X .02,0 .6,1|.6,0 .02,1
            Y .02,0 .32,.48|.62,0 .2,1
            Y .02,0 .02,0 .32,.48 .32,.48 .62,0|.32,.48 .32,1
            Z .03,0 .03,0 .6,0 .6,0 .03,1 .03,1 .62,1
            """;

    private static final Map<Character, List<List<List<Knot>>>> KNOWN =
            SHAPES.lines()
                    .collect(
                            Collectors.groupingBy(
                                    line -> line.charAt(0),
                                    LinkedHashMap::new,
                                    Collectors.mapping(
                                            line -> Alphabet.strokes(line.substring(2)),
                                            Collectors.toList())));

    private static final String CHARACTERS =
            KNOWN.keySet().stream().map(String::valueOf).collect(Collectors.joining());

    private final double unsteadiness;
    private final double width;
    private final int habit;

    private DrawnScribe(double unsteadiness, double width, int habit) {
        this.unsteadiness = unsteadiness;
        this.width = width;
        this.habit = habit;
    }

    /** Somebody who takes pains. */
    public static DrawnScribe neat(Random random) {
        return new DrawnScribe(0.008, random.nextDouble(0.95, 1.1), random.nextInt(2));
    }

    /** Anybody. */
    public static DrawnScribe any(Random random) {
        return new DrawnScribe(
                random.nextDouble(0.01, 0.035), random.nextDouble(0.8, 1.2), random.nextInt(2));
    }

    @Override
    public String characters() {
        return CHARACTERS;
    }

    @Override
    public Drawing draw(char character, Random random) {
        var shapes = KNOWN.get(character);
        if (shapes == null) {
            throw new IllegalArgumentException("No shape of " + character + " is known");
        }
        var strokes = new ArrayList<List<Knot>>();
        for (var stroke : shapes.get(habit % shapes.size())) {
            strokes.add(Spline.through(led(stroke, random)));
        }
        return Drawing.of(strokes);
    }

    /** As the hand leads the pen; both knots of a corner stay one. */
    private List<Knot> led(List<Knot> stroke, Random random) {
        var led = new ArrayList<Knot>();
        for (int i = 0; i < stroke.size(); i++) {
            var knot = stroke.get(i);
            led.add(
                    i > 0 && knot.equals(stroke.get(i - 1))
                            ? led.getLast()
                            : new Knot(
                                    knot.x() * width + random.nextGaussian() * unsteadiness,
                                    knot.y() + random.nextGaussian() * unsteadiness));
        }
        return led;
    }
}
