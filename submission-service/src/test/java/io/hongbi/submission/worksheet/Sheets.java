package io.hongbi.submission.worksheet;

import io.hongbi.common.id.WorksheetId;
import io.hongbi.submission.worksheet.design.DesignReader;
import io.hongbi.submission.worksheet.design.Draft;
import io.hongbi.submission.worksheet.print.Fonts;
import io.hongbi.submission.worksheet.typeset.TypesetSheet;
import io.hongbi.submission.worksheet.typeset.Typesetter;
import java.util.ArrayList;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** Sheets to try things on. */
public final class Sheets {

    /** Every kind of item, one page. */
    public static final String MIXED =
            """
            {"title": "三年级数学 第四单元", "paper": "A4", "studentNumber": {"digits": 8, "as": "bubbles"},
             "items": [
               {"kind": "choice", "options": 4, "key": "B", "points": 2},
               {"kind": "choice", "options": 5, "multiple": true, "key": "DA", "points": 3},
               {"kind": "true-false", "key": "T", "points": 1, "prompt": "1 千克棉花比 1 千克铁轻。"},
               {"kind": "digits", "length": 3, "sign": false, "decimals": 0, "key": "43",
                "points": 2, "prompt": "16 + 27 ="},
               {"kind": "digits", "length": 4, "sign": true, "decimals": 1, "key": "-4.5",
                "points": 2.5, "prompt": "3.5 − 8 ="},
               {"kind": "letters", "length": 1, "key": "C", "points": 1},
               {"kind": "free", "heightMm": 40, "points": 5, "prompt": "写出计算过程。"}]}
            """;

    public static final WorksheetId ID = WorksheetId.of("0199f000-0000-7000-8f3a-91c2d4e5f607");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Fonts FONTS = new Fonts();
    private static final String[] PROMPTS = {
        "16 + 27 =",
        "苹果的英文是",
        "小红带了 50 元钱去文具店，买了 3 个笔记本，每个 8.5 元；又买了 2 支钢笔。她还剩多少元？",
        "下列各数中，哪一个最接近 5000？\\nA. 4890　　B. 5010　　C. 5100　　D. 4989",
        "Explain why the sum of two odd numbers is even, with https://example.org/a-rather-long-address-"
                + "that-does-not-fit-on-one-line-of-any-paper-and-has-to-be-cut-somewhere-or-other"
    };

    private Sheets() {}

    public static Fonts fonts() {
        return FONTS;
    }

    public static Draft read(String json) {
        return new DesignReader(c -> FONTS.covers(c, false)).read(JSON.readTree(json));
    }

    public static TypesetSheet set(String json) {
        return new Typesetter(FONTS).set(ID, 1, read(json).design());
    }

    /** Any design that the seed brings up. */
    public static String random(long seed) {
        var random = new Random(seed);
        var items = new ArrayList<String>();
        int count = 1 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            items.add(item(random));
        }
        var number =
                switch (random.nextInt(3)) {
                    case 0 -> "null";
                    case 1 -> "{\"digits\": " + (1 + random.nextInt(12)) + ", \"as\": \"bubbles\"}";
                    default -> "{\"digits\": " + (1 + random.nextInt(12)) + ", \"as\": \"boxes\"}";
                };
        return "{\"title\": \""
                + "期末练习 Test ".repeat(1 + random.nextInt(8))
                + "\", \"paper\": \""
                + (random.nextBoolean() ? "A4" : "Letter")
                + "\", \"studentNumber\": "
                + number
                + ", \"items\": ["
                + String.join(",", items)
                + "]}";
    }

    private static String item(Random random) {
        var prompt =
                random.nextInt(3) == 0
                        ? "null"
                        : "\"" + PROMPTS[random.nextInt(PROMPTS.length)] + "\"";
        int length = 1 + random.nextInt(12);
        var kind =
                switch (random.nextInt(5)) {
                    case 0 ->
                            "\"choice\", \"multiple\": "
                                    + random.nextBoolean()
                                    + ", \"options\": "
                                    + (2 + random.nextInt(9));
                    case 1 -> "\"true-false\"";
                    case 2 ->
                            "\"digits\", \"length\": "
                                    + length
                                    + ", \"sign\": "
                                    + random.nextBoolean()
                                    + ", \"decimals\": "
                                    + random.nextInt(length);
                    case 3 -> "\"letters\", \"length\": " + length;
                    default -> "\"free\", \"heightMm\": " + (10 + random.nextInt(100));
                };
        return "{\"kind\": " + kind + ", \"points\": 1, \"prompt\": " + prompt + "}";
    }
}
