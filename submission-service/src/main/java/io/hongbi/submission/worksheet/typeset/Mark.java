package io.hongbi.submission.worksheet.typeset;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hongbi.common.layout.Box;
import io.hongbi.submission.worksheet.typeset.Mark.Dot;
import io.hongbi.submission.worksheet.typeset.Mark.Frame;
import io.hongbi.submission.worksheet.typeset.Mark.Line;
import io.hongbi.submission.worksheet.typeset.Mark.Ring;
import io.hongbi.submission.worksheet.typeset.Mark.Text;

/**
 * Something printed in black, in millimetres from the top left of the paper. Lines are never
 * thinner than 0.35 mm, for a photocopier keeps those.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mark")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Line.class, name = "line"),
    @JsonSubTypes.Type(value = Frame.class, name = "frame"),
    @JsonSubTypes.Type(value = Ring.class, name = "ring"),
    @JsonSubTypes.Type(value = Dot.class, name = "dot"),
    @JsonSubTypes.Type(value = Text.class, name = "text")
})
public sealed interface Mark {

    /** A straight line. */
    record Line(double fromXMm, double fromYMm, double toXMm, double toYMm, double widthMm)
            implements Mark {}

    /** A rectangle's outline; the box is the middle of the line. */
    record Frame(Box box, double widthMm) implements Mark {}

    /** An ellipse's outline, touching the box from within by the middle of its line. */
    record Ring(Box box, double widthMm) implements Mark {}

    /** A filled circle. */
    record Dot(double xMm, double yMm, double radiusMm) implements Mark {}

    /**
     * One line of text.
     *
     * @param xMm where it starts
     * @param yMm its baseline
     */
    record Text(double xMm, double yMm, double sizePt, boolean bold, String text) implements Mark {}
}
