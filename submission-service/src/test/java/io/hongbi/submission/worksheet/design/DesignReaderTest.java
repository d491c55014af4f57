package io.hongbi.submission.worksheet.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.hongbi.submission.worksheet.Sheets;
import io.hongbi.submission.worksheet.design.InvalidDesign.Fault;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DesignReaderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void partsAnswersFromWhatIsPrinted() {
        var draft = Sheets.read(Sheets.MIXED);

        assertThat(draft.design().items()).hasSize(7);
        assertThat(draft.design().items().get(4))
                .isEqualTo(new DesignItem.Digits(4, true, 1, new BigDecimal("2.5"), "3.5 − 8 ="));
        assertThat(draft.key().answers())
                .containsEntry("q2", "AD")
                .containsEntry("q5", "-4.5")
                .hasSize(6);
        assertThat(JSON.writeValueAsString(draft.design())).doesNotContain("-4.5", "key");
        assertThat(draft.toString()).doesNotContain("-4.5");
    }

    @Test
    void comesBackFromItsOwnJson() {
        var design = Sheets.read(Sheets.MIXED).design();

        assertThat(JSON.readValue(JSON.writeValueAsString(design), SheetDesign.class))
                .isEqualTo(design);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"kind": "choice", "options": 4, "key": "E", "points": 1}        | key      | KEY_NOT_AN_OPTION
                    {"kind": "choice", "options": 4, "key": "AB", "points": 1}       | key      | KEY_NOT_AN_OPTION
                    {"kind": "choice", "options": 4, "key": "", "points": 1}         | key      | KEY_NOT_AN_OPTION
                    {"kind": "choice", "options": 4, "multiple": true, "key": "AA", "points": 1} | key | KEY_NOT_AN_OPTION
                    {"kind": "choice", "options": 4, "key": 2, "points": 1}          | key      | UNREADABLE
                    {"kind": "choice", "options": 1, "points": 1}                    | options  | OUT_OF_RANGE
                    {"kind": "choice", "options": 11, "points": 1}                   | options  | OUT_OF_RANGE
                    {"kind": "choice", "options": 4.5, "points": 1}                  | options  | UNREADABLE
                    {"kind": "choice", "options": 99999999999, "points": 1}          | options  | OUT_OF_RANGE
                    {"kind": "choice", "points": 1}                                  | options  | MISSING
                    {"kind": "choice", "options": 4, "multiple": "yes", "points": 1} | multiple | UNREADABLE
                    {"kind": "true-false", "key": "true", "points": 1}               | key      | KEY_NOT_TRUE_OR_FALSE
                    {"kind": "digits", "length": 0, "points": 1}                     | length   | OUT_OF_RANGE
                    {"kind": "digits", "length": 13, "points": 1}                    | length   | OUT_OF_RANGE
                    {"kind": "digits", "length": 2, "decimals": 2, "points": 1}      | decimals | DECIMALS
                    {"kind": "digits", "length": 2, "decimals": -1, "points": 1}     | decimals | OUT_OF_RANGE
                    {"kind": "digits", "length": 2, "key": "100", "points": 1}       | key      | KEY_NOT_A_NUMBER
                    {"kind": "digits", "length": 2, "key": "-1", "points": 1}        | key      | KEY_NOT_A_NUMBER
                    {"kind": "digits", "length": 2, "key": "1.5", "points": 1}       | key      | KEY_NOT_A_NUMBER
                    {"kind": "digits", "length": 2, "key": "１", "points": 1}         | key      | KEY_NOT_A_NUMBER
                    {"kind": "letters", "length": 2, "key": "abc", "points": 1}      | key      | KEY_NOT_A_WORD
                    {"kind": "free", "heightMm": 9, "points": 1}                     | heightMm | OUT_OF_RANGE
                    {"kind": "free", "heightMm": 20, "key": "x", "points": 1}        | key      | KEY_OF_FREE_ANSWER
                    {"kind": "essay", "points": 1}                                   | kind     | UNREADABLE
                    {"points": 1}                                                    | kind     | MISSING
                    {"kind": "true-false"}                                           | points   | MISSING
                    {"kind": "true-false", "points": "2"}                            | points   | UNREADABLE
                    {"kind": "true-false", "points": 0.125}                          | points   | TOO_PRECISE
                    {"kind": "true-false", "points": -1}                             | points   | OUT_OF_RANGE
                    {"kind": "true-false", "points": 1000.01}                        | points   | OUT_OF_RANGE
                    {"kind": "true-false", "points": 1e400}                          | points   | UNREADABLE
                    {"kind": "true-false", "points": 1, "prompt": 7}                 | prompt   | UNREADABLE
                    {"kind": "true-false", "points": 1, "prompt": "a\\u0000b"}       | prompt   | CONTROL_CHARACTERS
                    {"kind": "true-false", "points": 1, "prompt": "a\\tb"}           | prompt   | CONTROL_CHARACTERS
                    {"kind": "true-false", "points": 1, "prompt": "\\ud83d\\ude00"}  | prompt   | NO_GLYPH
                    {"kind": "true-false", "points": 1, "prompt": "\\ud83d"}         | prompt   | NO_GLYPH
                    {"kind": "true-false", "points": 1, "prompt": "\\u202e"}         | prompt   | NO_GLYPH
                    """)
    void namesWhatIsWrongWithAnItem(String item, String field, InvalidDesign.Reason reason) {
        var refused = refused("{\"title\": \"t\", \"paper\": \"A4\", \"items\": [" + item + "]}");

        assertThat(refused.faults())
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(tuple("/items/0/" + field, reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "title": "t"      | "x": 1                              | /title               | MISSING
                    "title": "t"      | "title": " "                        | /title               | MISSING
                    "title": "t"      | "title": "a\\nb"                    | /title               | CONTROL_CHARACTERS
                    "paper": "A4"     | "paper": "A5"                       | /paper               | UNREADABLE
                    "paper": "A4"     | "x": 1                              | /paper               | MISSING
                    "items": [ITEM]   | "items": []                         | /items               | MISSING
                    "items": [ITEM]   | "items": {}                         | /items               | UNREADABLE
                    "items": [ITEM]   | "items": [3]                        | /items/0             | UNREADABLE
                    "studentNumber": null | "studentNumber": 8              | /studentNumber       | UNREADABLE
                    "studentNumber": null | "studentNumber": {"digits": 13, "as": "boxes"} | /studentNumber/digits | OUT_OF_RANGE
                    "studentNumber": null | "studentNumber": {"digits": 3, "as": "words"}  | /studentNumber/as     | UNREADABLE
                    """)
    void namesWhatIsWrongWithTheSheet(
            String good, String bad, String pointer, InvalidDesign.Reason reason) {
        var json =
                "{\"title\": \"t\", \"paper\": \"A4\", \"studentNumber\": null, \"items\": [ITEM]}";
        assertThat(json).contains(good);

        var refused =
                refused(
                        json.replace(good, bad)
                                .replace("ITEM", "{\"kind\": \"true-false\", \"points\": 1}"));

        assertThat(refused.faults())
                .extracting(Fault::pointer, Fault::reason)
                .containsExactly(tuple(pointer, reason));
    }

    @Test
    void refusesMoreThanASheetCanHold() {
        var item = "{\"kind\": \"true-false\", \"points\": 1},";
        var items = item.repeat(200) + item.substring(0, item.length() - 1);

        assertThat(
                        refused(
                                        "{\"title\": \""
                                                + "长".repeat(101)
                                                + "\", \"paper\": \"A4\", \"items\": ["
                                                + items
                                                + "]}")
                                .faults())
                .extracting(Fault::pointer)
                .containsExactly("/title", "/items");
    }

    private static InvalidDesign refused(String json) {
        return catchThrowableOfType(InvalidDesign.class, () -> Sheets.read(json));
    }
}
