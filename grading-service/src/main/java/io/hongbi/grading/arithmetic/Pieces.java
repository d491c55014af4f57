package io.hongbi.grading.arithmetic;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into what can be a sum each: at wide gaps, and where print follows an answer. */
final class Pieces {

    private final List<Sign> signs;

    private Pieces(List<Sign> signs) {
        this.signs = signs;
    }

    /** Signs from one place to before another. */
    record Piece(int from, int to) {}

    static List<Piece> of(List<Sign> signs) {
        return new Pieces(signs).joined();
    }

    /** An answer may stand far behind its equals sign. */
    private List<Piece> joined() {
        var joined = new ArrayList<Piece>();
        for (var piece : split()) {
            if (!joined.isEmpty() && waits(joined.getLast()) && answers(piece)) {
                joined.add(new Piece(joined.removeLast().from(), piece.to()));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private List<Piece> split() {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (int i = 0; i < signs.size(); i++) {
            if (signs.get(i).is(Sign.GAP)) {
                add(pieces, from, i);
                from = i + 1;
            } else if (begins(from, i)) {
                add(pieces, from, i);
                from = i;
            }
        }
        add(pieces, from, signs.size());
        return pieces;
    }

    private static void add(List<Piece> pieces, int from, int to) {
        if (to > from) {
            pieces.add(new Piece(from, to));
        }
    }

    /** Whether a new sum begins where nothing parts it from the answer before it. */
    private boolean begins(int from, int at) {
        var sign = signs.get(at);
        if (at == from || sign.hand() || !(sign.digit() || sign.is('('))) {
            return false;
        }
        var before = signs.get(at - 1);
        boolean answer = before.hand() ? !before.comparison() : before.is(Sign.PLACE);
        return answer && signs.subList(from, at).stream().anyMatch(s -> s.is('='));
    }

    private boolean waits(Piece piece) {
        return signs.get(piece.to() - 1).is('=');
    }

    private boolean answers(Piece piece) {
        var part = signs.subList(piece.from(), piece.to());
        return part.getFirst().hand() && part.stream().noneMatch(Sign::comparison);
    }
}
