package io.hongbi.submission.worksheet.typeset;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks text into lines, as Chinese and Western typesetting do. */
final class Paragraph {

    private final Typeface typeface;
    private final double sizePt;
    private final boolean bold;

    Paragraph(Typeface typeface, double sizePt, boolean bold) {
        this.typeface = typeface;
        this.sizePt = sizePt;
        this.bold = bold;
    }

    /** At least one line; a word that is wider than a line is cut. */
    List<String> lines(String text, double widthMm) {
        var lines = new ArrayList<String>();
        text.lines().forEach(line -> fill(line, widthMm, lines));
        return lines.isEmpty() ? List.of("") : lines;
    }

    double width(String text) {
        return typeface.widthMm(text, sizePt, bold);
    }

    private void fill(String text, double widthMm, List<String> lines) {
        var breaks = BreakIterator.getLineInstance(Locale.CHINESE);
        breaks.setText(text);
        var line = new StringBuilder();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            var word = text.substring(from, to);
            if (!line.isEmpty() && width(line + word.stripTrailing()) > widthMm) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(word);
            while (width(line.toString().stripTrailing()) > widthMm) {
                int fitting = fitting(line, widthMm);
                lines.add(line.substring(0, fitting));
                line.delete(0, fitting);
            }
            from = to;
        }
        lines.add(line.toString().stripTrailing());
    }

    /** How many of the characters fit; at least one. */
    private int fitting(CharSequence text, double widthMm) {
        int end = Character.charCount(Character.codePointAt(text, 0));
        while (end < text.length()) {
            int next = end + Character.charCount(Character.codePointAt(text, end));
            if (width(text.subSequence(0, next).toString()) > widthMm) {
                break;
            }
            end = next;
        }
        return end;
    }
}
