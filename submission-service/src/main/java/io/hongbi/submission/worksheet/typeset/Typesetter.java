package io.hongbi.submission.worksheet.typeset;

import io.hongbi.common.id.WorksheetId;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.submission.worksheet.design.InvalidDesign;
import io.hongbi.submission.worksheet.design.InvalidDesign.Fault;
import io.hongbi.submission.worksheet.design.InvalidDesign.Reason;
import io.hongbi.submission.worksheet.design.SheetDesign;
import java.util.ArrayList;
import java.util.List;

/** Sets a design: the same design, in the same fonts, comes out alike to the last hundredth. */
public final class Typesetter {

    /** As many pages as may be handed in at once. */
    public static final int MOST_PAGES = 20;

    private final Typeface typeface;

    public Typesetter(Typeface typeface) {
        this.typeface = typeface;
    }

    /**
     * @throws InvalidDesign if an item is taller than a page, or if there are too many pages
     */
    public TypesetSheet set(WorksheetId worksheet, int revision, SheetDesign design) {
        var geometry = new Geometry(design.paper().paper());
        var wording = Wording.of(design);
        var canvases =
                new Flow(geometry, typeface, new Header(design, wording, typeface, geometry))
                        .pages(blocks(design, wording, geometry));
        if (canvases.size() > MOST_PAGES) {
            throw new InvalidDesign(
                    List.of(new Fault("/items", Reason.TOO_MANY_PAGES, MOST_PAGES)));
        }
        var layouts = new ArrayList<SheetPage>();
        var drawings = new ArrayList<TypesetSheet.Page>();
        for (int i = 0; i < canvases.size(); i++) {
            footer(canvases.get(i), geometry, wording.page(i + 1, canvases.size()));
            layouts.add(canvases.get(i).layout(i + 1));
            drawings.add(canvases.get(i).drawing());
        }
        return new TypesetSheet(
                new SheetLayout(worksheet, revision, geometry.paper(), layouts), drawings);
    }

    private List<ItemBlock> blocks(SheetDesign design, Wording wording, Geometry geometry) {
        var blocks = new ArrayList<ItemBlock>();
        for (int i = 0; i < design.items().size(); i++) {
            blocks.add(
                    new ItemBlock(
                            i,
                            design.items().get(i),
                            wording,
                            typeface,
                            geometry.width(),
                            Flow.columnWidth(geometry)));
        }
        return blocks;
    }

    private void footer(Canvas canvas, Geometry geometry, String page) {
        double width = typeface.widthMm(page, Canvas.SMALL_PT, false);
        canvas.text(
                (geometry.paper().widthMm() - width) / 2,
                geometry.footer(),
                Canvas.SMALL_PT,
                false,
                page);
    }
}
