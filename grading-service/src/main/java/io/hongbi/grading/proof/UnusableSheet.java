package io.hongbi.grading.proof;

/** What was sent cannot be put on trial; it has to be sent as it is printed. */
final class UnusableSheet extends RuntimeException {

    /** What is wrong with it. */
    enum Reason {
        /** The layout or the pages are missing. */
        INCOMPLETE,
        /** There are more or fewer pages than the layout has. */
        OTHER_PAGES,
        /** A page is no PNG, or a broken one. */
        NO_PNG,
        /** A page is not as large as the layout's paper. */
        OTHER_SIZE
    }

    private final transient Reason reason;
    private final int number;

    /**
     * @param number of the page, or of pages
     */
    UnusableSheet(Reason reason, int number) {
        super("The sheet cannot be proved: " + reason + " " + number);
        this.reason = reason;
        this.number = number;
    }

    Reason reason() {
        return reason;
    }

    int number() {
        return number;
    }
}
