package io.hongbi.submission.school;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a roster as spreadsheets write it: UTF-8 with or without a byte order mark, or GBK; parted
 * by commas, semicolons or tabs; with a header in Chinese or English, or with none, and then the
 * student number comes first and the name second.
 */
final class RosterFile {

    private static final Charset GB18030 = Charset.forName("GB18030"); // contains GBK
    private static final Set<String> NUMBER_HEADERS =
            Set.of("学号", "学生号", "学籍号", "student number", "studentnumber", "number", "student id");
    private static final Set<String> NAME_HEADERS =
            Set.of("姓名", "学生姓名", "名字", "name", "student name", "studentname", "full name");

    private RosterFile() {}

    /**
     * One line of the file, as it stands there.
     *
     * @param line from 1, the header counted
     */
    record Row(long line, String number, String name) {}

    /**
     * @throws UnreadableRoster if it is no CSV in one of the encodings
     */
    static List<Row> parse(byte[] file) {
        var text = decode(file);
        var format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiterOf(text))
                        .setTrim(true)
                        .setIgnoreEmptyLines(false)
                        .get();
        try (var parser = CSVParser.parse(text, format)) {
            return rows(parser);
        } catch (IOException e) {
            throw new UnreadableRoster(1, e);
        }
    }

    private static List<Row> rows(CSVParser parser) {
        var rows = new ArrayList<Row>();
        var numberAt = 0;
        var nameAt = 1;
        var line = 0L;
        try {
            for (CSVRecord record : parser) {
                line++;
                if (line == 1 && isHeader(record)) {
                    numberAt = indexOf(record, NUMBER_HEADERS);
                    nameAt = indexOf(record, NAME_HEADERS);
                } else if (!isBlank(record)) {
                    rows.add(new Row(line, cell(record, numberAt), cell(record, nameAt)));
                }
                line += record.stream().mapToLong(RosterFile::lineBreaks).sum();
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new UnreadableRoster(line + 1, e);
        }
        return rows;
    }

    private static String decode(byte[] file) {
        try {
            var text = strictly(UTF_8, file);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            try {
                return strictly(GB18030, file);
            } catch (CharacterCodingException neither) {
                throw new UnreadableRoster(1, neither);
            }
        }
    }

    private static String strictly(Charset charset, byte[] file) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString(); // reports, not "?"
    }

    private static char delimiterOf(String text) {
        var first = text.lines().findFirst().orElse("");
        return first.contains(",")
                ? ','
                : first.contains("\t") ? '\t' : first.contains(";") ? ';' : ',';
    }

    private static boolean isHeader(CSVRecord record) {
        return indexOf(record, NUMBER_HEADERS) >= 0 && indexOf(record, NAME_HEADERS) >= 0;
    }

    private static int indexOf(CSVRecord record, Set<String> headers) {
        for (var i = 0; i < record.size(); i++) {
            if (headers.contains(record.get(i).toLowerCase(Locale.ROOT).replace('_', ' '))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private static String cell(CSVRecord record, int index) {
        return index < record.size() ? record.get(index) : "";
    }

    private static long lineBreaks(String cell) {
        return cell.chars().filter(c -> c == '\n').count();
    }
}
