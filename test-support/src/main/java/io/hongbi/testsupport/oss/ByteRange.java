package io.hongbi.testsupport.oss;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of an object that is asked for.
 *
 * @param last the last byte, counted in
 */
record ByteRange(int first, int last) {

    private static final Pattern FORM = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{0,18})");

    /**
     * As OSS reads it: a range that does not fit means the whole object, unless standard behaviour
     * is asked for.
     *
     * @return null for the whole object
     */
    static @Nullable ByteRange of(OssRequest request, int size) throws OssRefusal {
        String header = request.header("range");
        if (header == null) {
            return null;
        }
        boolean standard = "standard".equals(request.header("x-oss-range-behavior"));
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            return null;
        }
        long first = Long.parseLong(form.group(1));
        long last = form.group(2).isEmpty() ? size - 1L : Long.parseLong(form.group(2));
        boolean fits = first <= last && first < size && last < size;
        if (!fits && !standard) {
            return null;
        }
        if (first >= size || first > last) {
            throw new OssRefusal(416, "InvalidRange", "The requested range cannot be satisfied");
        }
        return new ByteRange((int) first, (int) Math.min(last, size - 1L));
    }

    int length() {
        return last - first + 1;
    }
}
