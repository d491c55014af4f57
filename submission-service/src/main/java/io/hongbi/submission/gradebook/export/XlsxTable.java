package io.hongbi.submission.gradebook.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of one sheet. Texts are texts to it whatever they begin with, and are made safe all
 * the same, because the table may be saved as CSV; numbers, also those below 0, are numbers.
 */
final class XlsxTable implements Table {

    /** So many rows are kept until they are written out. */
    private static final int ROWS = 100;

    /** Ids, number and name stay in sight. */
    private static final int FROZEN_COLUMNS = 4;

    private static final double ID_WIDTH = 38;

    /** Of the columns of words, whose heads are longer than what stands below. */
    private static final double WORD_WIDTH = 14;

    /** Up to the maximum of the score. */
    private static final int WORD_COLUMNS = 8;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    /**
     * @param out stays open
     * @param name of the sheet
     */
    XlsxTable(OutputStream out, String name) {
        this.workbook = new Workbook(out, "Hongbi", "1.0");
        this.sheet = workbook.newWorksheet(name);
    }

    @Override
    public void header(List<String> names) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            sheet.inlineString(0, i, names.get(i));
        }
        sheet.range(0, 0, 0, names.size() - 1).style().bold().set();
        sheet.width(0, ID_WIDTH);
        sheet.width(1, ID_WIDTH);
        for (int i = 2; i < WORD_COLUMNS; i++) {
            sheet.width(i, WORD_WIDTH);
        }
        sheet.freezePane(FROZEN_COLUMNS, 1);
        printsAcross();
        next();
    }

    /** On as few sheets of paper as there is room for, with its head on each. */
    private void printsAcross() {
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0);
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case null -> {}
                case BigDecimal number -> sheet.value(rows, i, number);
                case Object text -> sheet.inlineString(rows, i, SafeText.of(text.toString()));
            }
        }
        next();
    }

    private void next() throws IOException {
        rows++;
        if (rows % ROWS == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
