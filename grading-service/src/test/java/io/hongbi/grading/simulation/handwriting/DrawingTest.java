package io.hongbi.grading.simulation.handwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawingTest {

    @Test
    void hasALongerSideOfOneWhateverItWasDrawnIn() {
        var drawing = Drawing.of(Alphabet.strokes("10,20 10,60|30,20 30,40"));

        assertThat(drawing.height()).isCloseTo(1, within(1e-9));
        assertThat(drawing.width()).isCloseTo(0.5, within(1e-9));
        assertThat(drawing.strokes().getFirst().getFirst()).isEqualTo(new Alphabet.Knot(0, 0));
    }

    @Test
    void tellsAStraightLineFromABentOneAndFromTwo() {
        assertThat(Drawing.of(Alphabet.strokes("0,0 2,50 0,100")).isLine()).isTrue();
        assertThat(Drawing.of(Alphabet.strokes("0,0 30,50 0,100")).isLine()).isFalse();
        assertThat(Drawing.of(Alphabet.strokes("0,0 0,100|0,0 100,0")).isLine()).isFalse();
    }

    @Test
    void isKnownOfEveryDigitLetterAndSignToAnInventedHand() {
        var scribe = DrawnScribe.any(new Random(2));

        assertThat(scribe.characters()).isEqualTo("0123456789-+ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        for (char character : scribe.characters().toCharArray()) {
            var drawing = scribe.draw(character, new Random(3));
            assertThat(Math.max(drawing.width(), drawing.height())).isCloseTo(1, within(1e-9));
        }
    }
}
