import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Area;
import java.awt.geom.FlatteningPathIterator;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the outlines of a font's characters as polygons: java Outlines.java FONT CHARACTERS OUT */
void main(String[] arguments) throws Exception {
    var font = Font.createFont(Font.TRUETYPE_FONT, new File(arguments[0])).deriveFont(1000f);
    var context = new FontRenderContext(null, true, true);
    var lines = new StringBuilder();
    arguments[1].codePoints().sorted().distinct().forEach(character -> {
        var glyphs = font.createGlyphVector(context, Character.toString(character));
        lines.append(Character.toString(character)).append(' ');
        lines.append(Math.round(glyphs.getGlyphMetrics(0).getAdvance()));
        var outline = new Area(glyphs.getOutline()); // even and odd, whatever overlapped
        var at = new FlatteningPathIterator(outline.getPathIterator(null), 3);
        var point = new double[6];
        for (; !at.isDone(); at.next()) {
            int kind = at.currentSegment(point);
            if (kind != FlatteningPathIterator.SEG_CLOSE) {
                lines.append(kind == FlatteningPathIterator.SEG_MOVETO ? " |" : "");
                lines.append(" %d,%d".formatted(Math.round(point[0]), Math.round(point[1])));
            }
        }
        lines.append('\n');
    });
    Files.writeString(Path.of(arguments[2]), lines);
}
