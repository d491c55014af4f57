package io.hongbi.submission.reading;

import java.util.ArrayList;
import java.util.List;

/** Which pages of a worksheet are among the photos of a submission. */
final class SheetPages {

    private SheetPages() {}

    /**
     * @param all how many pages the worksheet has
     * @param photos those in place; nothing is missing for certain while one of them waits
     */
    static SubmissionView.Sheet of(int all, List<SubmissionView.Page> photos) {
        var seen = new int[all + 1];
        boolean certain = true;
        for (var photo : photos) {
            var reading = photo.reading();
            if (photo.state() == PageState.READ && reading != null && reading.sheet() != null) {
                seen[Math.min(all, reading.sheet().page())]++;
            } else {
                certain = false;
            }
        }
        var missing = new ArrayList<Integer>();
        var twice = new ArrayList<Integer>();
        for (int page = 1; page <= all; page++) {
            if (seen[page] > 1) {
                twice.add(page);
            } else if (seen[page] == 0 && certain) {
                missing.add(page);
            }
        }
        return new SubmissionView.Sheet(all, missing, twice);
    }
}
