package io.hongbi.submission.school;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hongbi.submission.school.RosterFile.Row;
import io.hongbi.submission.school.RosterReport.Reason;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterFileTest {

    private static final Row FIRST = new Row(1, "1001", "小明");

    @Test
    void readsUtf8WithAndWithoutMarkAndGbk() {
        assertThat(RosterFile.parse("1001,小明".getBytes(UTF_8))).containsExactly(FIRST);
        assertThat(RosterFile.parse("\ufeff1001,小明\r\n".getBytes(UTF_8))).containsExactly(FIRST);
        assertThat(RosterFile.parse("1001,小明\r\n".getBytes(Charset.forName("GBK"))))
                .containsExactly(FIRST);
    }

    @Test
    void findsColumnsByTheirHeaders() {
        assertThat(parse("班级,姓名,学号\n一班,小明,1001\n")).containsExactly(new Row(2, "1001", "小明"));
        assertThat(parse("Student Number;Name\n1001;小明")).containsExactly(new Row(2, "1001", "小明"));
        assertThat(parse("student_number\tname\n1001\t小明"))
                .containsExactly(new Row(2, "1001", "小明"));
    }

    @Test
    void countsLinesAcrossBlankLinesAndQuotedBreaks() {
        assertThat(parse("1001,\"小\n明\"\n\n,\n1002,\"小,红\"\n"))
                .containsExactly(new Row(1, "1001", "小\n明"), new Row(5, "1002", "小,红"));
    }

    @Test
    void takesAMissingColumnForEmpty() {
        assertThat(parse("1001")).containsExactly(new Row(1, "1001", ""));
        assertThat(parse("")).isEmpty();
    }

    @Test
    void saysNearWhichLineItCouldNotBeRead() {
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> parse("1001,小明\n1002,\"小\"红\n"))
                .satisfies(e -> assertThat(e.line()).isEqualTo(2))
                .withMessageNotContaining("小");
    }

    @Test
    void makesPlainNumbersOfFullWidthOnesAndNamesTheRest() {
        var checked =
                RosterCheck.check(
                        parse("１００１,　小明\n,a\n1002,\n10 02,a\n1001,again\n1003," + "长".repeat(101)));

        assertThat(checked.entries()).containsExactly(new RosterCheck.Entry(1, "1001", "小明"));
        assertThat(checked.faults())
                .extracting(RosterCheck.Fault::reason)
                .containsExactly(
                        Reason.NO_NUMBER,
                        Reason.NO_NAME,
                        Reason.BAD_NUMBER,
                        Reason.REPEATED,
                        Reason.BAD_NAME);
    }

    private static List<Row> parse(String text) {
        return RosterFile.parse(text.getBytes(UTF_8));
    }
}
