package io.hongbi.grading.proof;

/** More bytes were sent than any sheet has. */
final class SheetTooLarge extends RuntimeException {

    SheetTooLarge() {
        super("A sheet to prove has fewer bytes.");
    }
}
