package io.hongbi.common.layout;

import io.hongbi.common.id.WorksheetId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What the QR code of a printed page says. It is written with digits and capital letters alone: 16
 * characters fill a QR code of version 1 (21 modules) with error correction Q, up to 13 digits of a
 * student number more one of version 2 (25 modules).
 *
 * <p>The text is {@code H}, the sheet (8), the revision (3) and the page (1) in base 36, the
 * student number (0 to 20 digits), and a checksum (3): the CRC-32 of what stands before, modulo
 * 36^3, in base 36.
 *
 * @param sheet which worksheet: the lower 64 bits of its id modulo 36^8, in base 36; two worksheets
 *     share it by chance once in 10^12
 * @param revision from 1
 * @param page from 1
 * @param studentNumber digits, null where the sheet is not printed for one student
 */
public record SheetCode(String sheet, int revision, int page, @Nullable String studentNumber) {

    public static final int LAST_REVISION = 46655;
    public static final int LAST_PAGE = 20;
    public static final int LONGEST_STUDENT_NUMBER = 20;

    private static final Pattern SHEET = Pattern.compile("[0-9A-Z]{8}");
    private static final Pattern STUDENT_NUMBER =
            Pattern.compile("[0-9]{1," + LONGEST_STUDENT_NUMBER + "}");
    private static final Pattern TEXT =
            Pattern.compile(
                    "H(?<sheet>[0-9A-Z]{8})(?<revision>[0-9A-Z]{3})(?<page>[0-9A-Z])"
                            + "(?<student>[0-9]{0,"
                            + LONGEST_STUDENT_NUMBER
                            + "})(?<check>[0-9A-Z]{3})");
    private static final long SHEETS = 2_821_109_907_456L; // 36^8

    public SheetCode {
        if (!SHEET.matcher(sheet).matches()) {
            throw new IllegalArgumentException("A sheet has eight characters, was " + sheet);
        }
        SheetRules.requireBetween(revision, 1, LAST_REVISION);
        SheetRules.requireBetween(page, 1, LAST_PAGE);
        if (studentNumber != null && !STUDENT_NUMBER.matcher(studentNumber).matches()) {
            throw new IllegalArgumentException("A student number has 1 to 20 digits");
        }
    }

    public static SheetCode of(
            WorksheetId worksheet, int revision, int page, @Nullable String studentNumber) {
        return new SheetCode(sheet(worksheet), revision, page, studentNumber);
    }

    /** What a code says; empty where the text is none of ours or has been misread. */
    public static Optional<SheetCode> parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int revision = Integer.parseInt(parts.group("revision"), 36);
        int page = Integer.parseInt(parts.group("page"), 36);
        var body = text.substring(0, text.length() - 3);
        if (revision < 1
                || page < 1
                || page > LAST_PAGE
                || !checksum(body).equals(parts.group("check"))) {
            return Optional.empty();
        }
        var student = parts.group("student");
        return Optional.of(
                new SheetCode(
                        parts.group("sheet"), revision, page, student.isEmpty() ? null : student));
    }

    /** Whether the page belongs to that worksheet. */
    public boolean isOf(WorksheetId worksheet) {
        return sheet.equals(sheet(worksheet));
    }

    /** The text to print. */
    public String text() {
        var body =
                "H"
                        + sheet
                        + base36(revision, 3)
                        + base36(page, 1)
                        + (studentNumber == null ? "" : studentNumber);
        return body + checksum(body);
    }

    private static String sheet(WorksheetId worksheet) {
        return base36(
                Long.remainderUnsigned(worksheet.value().getLeastSignificantBits(), SHEETS), 8);
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return base36(crc.getValue() % (LAST_REVISION + 1), 3);
    }

    private static String base36(long value, int width) {
        var digits = Long.toString(value, 36).toUpperCase(Locale.ROOT);
        return "0".repeat(width - digits.length()) + digits;
    }
}
