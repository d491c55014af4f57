package io.hongbi.submission.gradebook.export;

/** Text that no table calculation takes for a formula. */
final class SafeText {

    /** OWASP, CSV injection; the wide ones because East Asian editions fold them. */
    private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private SafeText() {}

    /** With an apostrophe in front where it could be taken for a formula. */
    static String of(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
