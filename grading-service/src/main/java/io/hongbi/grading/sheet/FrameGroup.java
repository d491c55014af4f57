package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.layout.StudentNumber;
import java.util.ArrayList;
import java.util.List;

/** Frames printed next to one another, which move together where paper curls. */
record FrameGroup(Place middle, List<Frame> frames) {

    private static final double WIDEST_MM = 32;

    /**
     * A printed outline.
     *
     * @param round a bubble's ellipse; otherwise a rectangle
     */
    record Frame(Box box, boolean round) {}

    FrameGroup {
        frames = List.copyOf(frames);
    }

    /** All groups of a page. */
    static List<FrameGroup> of(SheetPage page) {
        var groups = new ArrayList<FrameGroup>();
        switch (page.studentNumber()) {
            case null -> {}
            case StudentNumber.Bubbles bubbles ->
                    bubbles.columns()
                            .forEach(column ->
                                    add(
                                            column.stream()
                                                    .map(b -> new Frame(b.box(), true))
                                                    .toList(),
                                            groups));
            case StudentNumber.Boxes boxes -> add(rectangles(boxes.boxes()), groups);
        }
        for (var item : page.items()) {
            boolean round =
                    switch (item) {
                        case SheetItem.Choice _, SheetItem.TrueFalse _ -> true;
                        case SheetItem.Digits _, SheetItem.Letters _, SheetItem.Free _ -> false;
                    };
            add(item.places().stream().map(box -> new Frame(box, round)).toList(), groups);
        }
        return groups;
    }

    private static List<Frame> rectangles(List<Box> boxes) {
        return boxes.stream().map(box -> new Frame(box, false)).toList();
    }

    /** In parts that are not too wide to move as one. */
    private static void add(List<Frame> frames, List<FrameGroup> groups) {
        var part = new ArrayList<Frame>();
        for (var frame : frames) {
            if (!part.isEmpty()
                    && middle(part.getFirst().box()).distance(middle(frame.box())) > WIDEST_MM) {
                groups.add(of(part));
                part.clear();
            }
            part.add(frame);
        }
        groups.add(of(part));
    }

    private static FrameGroup of(List<Frame> frames) {
        double x = frames.stream().mapToDouble(f -> middle(f.box()).x()).average().orElseThrow();
        double y = frames.stream().mapToDouble(f -> middle(f.box()).y()).average().orElseThrow();
        return new FrameGroup(new Place(x, y), frames);
    }

    static Place middle(Box box) {
        return new Place(box.xMm() + box.widthMm() / 2, box.yMm() + box.heightMm() / 2);
    }

    /** At most so many of the frames, spread over the group. */
    List<Frame> some(int most) {
        if (frames.size() <= most) {
            return frames;
        }
        var some = new ArrayList<Frame>();
        for (int i = 0; i < most; i++) {
            some.add(frames.get(i * (frames.size() - 1) / (most - 1)));
        }
        return some;
    }
}
