package io.hongbi.grading.simulation.handwriting;

import java.util.Arrays;
import java.util.List;

/**
 * Shapes of letters as a schoolchild joins them, each one stroke or more in a box of which 0 to 1
 * is the height of an x; y grows downwards from the ascenders' -1 to the descenders' 2.
 */
public final class Alphabet {

    private static final String SHAPES =
            """
            0,.9 .2,.9 .7,.2 .4,0 .1,.4 .2,.9 .5,.9 .75,.2 .75,.9 1,.9
            0,.8 .3,0 .4,-1 .2,-.9 .15,.3 .2,.9 .5,1 .75,.6 .5,.3 .3,.5 .9,.5
            0,.8 .7,.1 .3,0 .05,.5 .2,.95 .6,1 .9,.8
            0,.9 .7,.1 .3,0 .05,.5 .2,.95 .6,.8 .8,-1 .75,.8 1,.9
            0,.8 .6,.4 .5,0 .15,.1 .05,.6 .3,1 .8,.8
            0,.8 .4,.1 .65,-.8 .4,-1 .25,0 .2,1.8 .35,1.9 .45,1 .3,.7 .8,.6
            0,.8 .65,.1 .3,0 .1,.4 .3,.8 .65,.3 .7,.1 .65,1.7 .3,2 .1,1.7 .9,.7
            0,.8 .35,-.4 .35,-1 .2,-.8 .15,1 .3,.3 .6,.2 .65,.9 .9,.9
            0,.8 .3,.1 .3,.8 .5,.95 .7,.8|.3,-.4 .35,-.45
            0,.8 .35,-.4 .4,-1 .2,-.9 .15,.6 .35,1 .7,.8
            0,.8 .2,.1 .2,1 .3,.2 .5,.1 .5,1 .6,.2 .8,.1 .85,.9 1.1,.9
            0,.8 .2,.1 .2,1 .35,.2 .6,.1 .65,.9 .9,.9
            0,.8 .5,0 .15,.2 .1,.8 .4,1 .7,.7 .6,.1 .5,0 .95,.2
            0,.8 .25,.1 .2,1.9 .25,.3 .55,0 .75,.4 .5,.9 .25,.8 .9,.7
            0,.8 .3,0 .35,.2 .55,.15 .5,.8 .8,.9
            0,.8 .4,0 .35,.3 .6,.7 .4,1 .1,.9 .8,.8
            0,.8 .35,-.6 .2,.7 .4,1 .7,.8|.05,0 .65,-.05
            0,.2 .15,.2 .15,.8 .35,1 .6,.7 .65,.1 .65,.9 .95,.9
            0,.2 .15,.1 .3,1 .6,.1 .9,.1
            0,.2 .15,.2 .15,.8 .35,1 .6,.7 .65,.1 .65,1.7 .4,2 .2,1.7 1,.7\
            """;

    private static final List<List<List<Knot>>> LETTERS =
            SHAPES.lines().map(Alphabet::strokes).toList();

    private Alphabet() {}

    /** How many letters there are. */
    public static int size() {
        return LETTERS.size();
    }

    /** The strokes of a letter. */
    public static List<List<Knot>> letter(int index) {
        return LETTERS.get(index);
    }

    /** Strokes from text: knots with blanks between, strokes with bars. */
    static List<List<Knot>> strokes(String shape) {
        return Arrays.stream(shape.trim().split("\\|", -1))
                .map(stroke -> Arrays.stream(stroke.split(" ", -1)).map(Knot::of).toList())
                .toList();
    }

    /** A point that a stroke runs through. */
    public record Knot(double x, double y) {

        private static Knot of(String text) {
            int comma = text.indexOf(',');
            return new Knot(
                    Double.parseDouble(text.substring(0, comma)),
                    Double.parseDouble(text.substring(comma + 1)));
        }
    }
}
