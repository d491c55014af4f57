package io.hongbi.grading.intake;

/** What becomes of a record after a try. */
enum Settlement {
    /** Done. */
    ACCEPT,
    /** Lies in the dead-letter topic. */
    REJECT,
    /** To be handed out again, to any worker; counts as a delivery. */
    RELEASE,
    /** To be tried again by the same worker; does not count. */
    KEEP
}
