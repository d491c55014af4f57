package io.hongbi.submission.intake;

/** A page, or the number of pages, is beyond the limit; the upload is dropped as it comes in. */
final class PageTooLarge extends RuntimeException {

    PageTooLarge() {
        super("The upload is larger than a page or a submission may be");
    }
}
