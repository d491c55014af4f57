package io.hongbi.grading.photo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what joins in a mask, by its sides or corners: runs of each row are joined with those they
 * touch in the row above. Most of a page is blank, which makes this several times as fast as
 * labelling every pixel, OpenCV's way. One thread only; it keeps its buffers.
 */
final class Blobs {

    /** Of the row above: where runs begin, where they end, and their blobs. */
    private int[] starts = {};

    private int[] ends = {};
    private int[] owners = {};

    /** The same of this row. */
    private int[] newStarts = {};

    private int[] newEnds = {};
    private int[] newOwners = {};

    /** By blob: one that it is a part of, or itself; its box and pixels. */
    private int[] parts = new int[16];

    private int[] boxes = new int[16 * 5];
    private int count;

    /**
     * @param mask row by row; everything but 0 counts
     * @return by the first pixel, row by row
     */
    List<Blob> of(byte[] mask, int width, int height) {
        room(width / 2 + 1);
        count = 0;
        int above = 0;
        for (int y = 0; y < height; y++) {
            above = row(mask, y, width, above);
            swap();
        }
        var blobs = new ArrayList<Blob>();
        for (int blob = 0; blob < count; blob++) {
            if (parts[blob] == blob) {
                blobs.add(blob(blob * 5));
            }
        }
        return blobs;
    }

    private Blob blob(int at) {
        int left = boxes[at];
        int top = boxes[at + 1];
        return new Blob(left, top, boxes[at + 2] - left, boxes[at + 3] - top, boxes[at + 4]);
    }

    private int row(byte[] mask, int y, int width, int above) {
        int runs = 0;
        int first = 0;
        int end = (y + 1) * width;
        for (int at = y * width; at < end; at++) {
            if (mask[at] == 0) {
                continue;
            }
            int from = at - y * width;
            while (at < end && mask[at] != 0) {
                at++;
            }
            int to = at - y * width;
            while (first < above && ends[first] < from) {
                first++;
            }
            newStarts[runs] = from;
            newEnds[runs] = to;
            newOwners[runs] = owner(first, above, from, to, y);
            runs++;
        }
        return runs;
    }

    /** The blob of a run, which joins all that it touches. */
    private int owner(int first, int above, int from, int to, int y) {
        int owner = -1;
        for (int i = first; i < above && starts[i] <= to; i++) {
            int other = whole(owners[i]);
            owner = owner < 0 ? other : join(owner, other);
        }
        if (owner < 0) {
            owner = begin(from, y);
        }
        cover(owner, from, to, y + 1, to - from);
        return owner;
    }

    private int begin(int x, int y) {
        if (count == parts.length) {
            parts = Arrays.copyOf(parts, 2 * count);
            boxes = Arrays.copyOf(boxes, 10 * count);
        }
        parts[count] = count;
        int at = count * 5;
        boxes[at] = x;
        boxes[at + 1] = y;
        boxes[at + 2] = x;
        boxes[at + 3] = y;
        boxes[at + 4] = 0;
        return count++;
    }

    private void cover(int blob, int left, int right, int bottom, int area) {
        int at = blob * 5;
        boxes[at] = Math.min(boxes[at], left);
        boxes[at + 2] = Math.max(boxes[at + 2], right);
        boxes[at + 3] = Math.max(boxes[at + 3], bottom);
        boxes[at + 4] += area;
    }

    /** The later becomes part of the one that began first, whose top is the higher. */
    private int join(int one, int other) {
        if (one == other) {
            return one;
        }
        int kept = Math.min(one, other);
        int gone = Math.max(one, other);
        parts[gone] = kept;
        int at = gone * 5;
        cover(kept, boxes[at], boxes[at + 2], boxes[at + 3], boxes[at + 4]);
        return kept;
    }

    private int whole(int part) {
        int whole = part;
        while (parts[whole] != whole) {
            parts[whole] = parts[parts[whole]]; // ways become shorter
            whole = parts[whole];
        }
        return whole;
    }

    private void swap() {
        var before = starts;
        starts = newStarts;
        newStarts = before;
        before = ends;
        ends = newEnds;
        newEnds = before;
        before = owners;
        owners = newOwners;
        newOwners = before;
    }

    private void room(int runs) {
        if (starts.length < runs) {
            starts = new int[runs];
            ends = new int[runs];
            owners = new int[runs];
            newStarts = new int[runs];
            newEnds = new int[runs];
            newOwners = new int[runs];
        }
    }
}
