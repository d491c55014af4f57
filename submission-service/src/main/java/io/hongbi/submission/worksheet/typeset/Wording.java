package io.hongbi.submission.worksheet.typeset;

import io.hongbi.submission.worksheet.design.DesignItem;
import io.hongbi.submission.worksheet.design.SheetDesign;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;

/** The words that Hongbi adds to a sheet, in the language of its questions. */
enum Wording {
    CHINESE(
            "姓名",
            "班级",
            "日期",
            "学号",
            "对",
            "错",
            "正确填涂",
            "错误填涂",
            "用黑色签字笔或 2B 铅笔把圆圈涂满。",
            "每格写一个数字或一个大写字母，不要写出格。",
            "拍照时，四角的黑方块要全部拍进去。") {
        @Override
        String points(DesignItem item) {
            return "(" + plain(item.points()) + " 分" + (isMultiple(item) ? "，多选)" : ")");
        }

        @Override
        String summary(int items, BigDecimal points) {
            return "共 " + items + " 题　满分 " + plain(points) + " 分";
        }

        @Override
        String page(int number, int pages) {
            return "第 " + number + " 页　共 " + pages + " 页";
        }
    },
    ENGLISH(
            "Name",
            "Class",
            "Date",
            "Student no.",
            "T",
            "F",
            "Right",
            "Wrong",
            "Fill circles completely, with a black pen or a soft pencil.",
            "One digit or capital letter to a box; stay inside it.",
            "The photo must show all four black corner squares.") {
        @Override
        String points(DesignItem item) {
            return "("
                    + plain(item.points())
                    + (item.points().compareTo(BigDecimal.ONE) == 0 ? " pt" : " pts")
                    + (isMultiple(item) ? ", one or more)" : ")");
        }

        @Override
        String summary(int items, BigDecimal points) {
            return items + (items == 1 ? " item, " : " items, ") + plain(points) + " points";
        }

        @Override
        String page(int number, int pages) {
            return "Page " + number + " of " + pages;
        }
    };

    final String name;
    final String schoolClass;
    final String date;
    final String studentNumber;
    final String right;
    final String wrong;
    final String filledRight;
    final String filledWrong;
    final String aboutBubbles;
    final String aboutBoxes;
    final String aboutPhoto;

    Wording(String... words) {
        name = words[0];
        schoolClass = words[1];
        date = words[2];
        studentNumber = words[3];
        right = words[4];
        wrong = words[5];
        filledRight = words[6];
        filledWrong = words[7];
        aboutBubbles = words[8];
        aboutBoxes = words[9];
        aboutPhoto = words[10];
    }

    /** Chinese as soon as one Chinese character is among its words. */
    static Wording of(SheetDesign design) {
        var chinese =
                Stream.concat(
                                Stream.of(design.title()),
                                design.items().stream()
                                        .map(DesignItem::prompt)
                                        .filter(Objects::nonNull))
                        .flatMapToInt(String::codePoints)
                        .anyMatch(Character::isIdeographic);
        return chinese ? CHINESE : ENGLISH;
    }

    /** What the item is worth, and whether several options may be right. */
    abstract String points(DesignItem item);

    abstract String summary(int items, BigDecimal points);

    abstract String page(int number, int pages);

    private static String plain(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }

    private static boolean isMultiple(DesignItem item) {
        return item instanceof DesignItem.Choice choice && choice.multiple();
    }
}
