package io.hongbi.submission.gradebook.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it, in UTF-8 with a byte order mark, without which Excel reads no Chinese.
 */
final class CsvTable implements Table {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;

    /**
     * @param out stays open
     */
    CsvTable(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    @Override
    public void header(List<String> names) throws IOException {
        printer.printRecord(names);
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        for (var cell : cells) {
            printer.print(
                    switch (cell) {
                        case null -> "";
                        case BigDecimal number -> number.toPlainString();
                        default -> SafeText.of(cell.toString());
                    });
        }
        printer.println();
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
