package io.hongbi.submission.reading;

import static java.util.stream.Collectors.toMap;

import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.submission.annotation.MarkedPage;
import io.hongbi.submission.annotation.RedPen;
import io.hongbi.submission.annotation.Remark;
import io.hongbi.submission.annotation.Remark.Sign;
import io.hongbi.submission.reading.marks.MarkView;
import io.hongbi.submission.reading.marks.MarkViews.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews with the marks drawn on them that their reader may see. */
@Component
public class AnnotatedPages implements AutoCloseable {

    /** Characters of a right answer that have room on the page. */
    private static final int LONGEST = 12;

    private final ObjectStore store;
    private final RedPen pen = new RedPen();

    /**
     * A drawing keeps a core busy and takes some 20 MB: more at once would be no faster. Threads of
     * its own, because drawing on virtual ones would leave none to carry the other requests.
     */
    private final ExecutorService desks =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    Thread.ofPlatform().daemon().name("red-pen-", 0).factory());

    AnnotatedPages(ObjectStore store) {
        this.store = store;
    }

    /**
     * A page in place as the reader saw it.
     *
     * @param photo null where it could not be decoded
     * @param items none where the photo has to be taken again
     */
    public record ReadPage(int number, ObjectKey preview, @Nullable Photo photo, List<Item> items) {

        public ReadPage {
            items = List.copyOf(items);
        }
    }

    /** A JPEG: the preview as it lies in the store, unless there is something to draw. */
    public byte[] draw(ReadPage page, Shown shown) {
        var photo = page.photo();
        if (photo == null || page.items().isEmpty() || shown.marks().isEmpty()) {
            return preview(page.preview());
        }
        var marked =
                new MarkedPage(
                        photo.width(),
                        remarks(page.items(), shown.marks()),
                        bearsTotal(page, shown) ? total(shown) : null);
        return drawn(() -> pen.mark(preview(page.preview()), marked));
    }

    /** The total stands on the first page that anything is marked on. */
    private static boolean bearsTotal(ReadPage page, Shown shown) {
        return shown.marks().stream()
                .map(MarkView::page)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .filter(first -> first == page.number())
                .isPresent();
    }

    private byte[] drawn(Callable<byte[]> drawing) {
        try {
            return desks.submit(drawing).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("A page could not be drawn", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a page was drawn", e);
        }
    }

    @Override
    public void close() {
        desks.close();
    }

    private static List<Remark> remarks(List<Item> items, List<MarkView> marks) {
        var byItem = marks.stream().collect(toMap(MarkView::itemId, mark -> mark));
        return items.stream()
                .flatMap(item -> {
                    var mark = byItem.get(item.itemId());
                    return mark == null ? Stream.empty() : remark(item, mark);
                })
                .toList();
    }

    private static Stream<Remark> remark(Item item, MarkView mark) {
        return switch (mark.verdict()) {
            case RIGHT -> Stream.of(new Remark(item.region(), Sign.TICK, null));
            case PARTIAL -> Stream.of(new Remark(item.region(), Sign.HALF_TICK, points(mark)));
            case WRONG -> Stream.of(new Remark(item.region(), Sign.CROSS, brief(mark.expected())));
            case DOUBTFUL -> Stream.of(new Remark(item.region(), Sign.QUESTION, null));
            case BLANK -> Stream.of(new Remark(item.region(), Sign.FRAME, null));
            case NOT_MARKED -> Stream.empty();
        };
    }

    private static @Nullable String brief(@Nullable String expected) {
        return expected == null || expected.length() <= LONGEST
                ? expected
                : expected.substring(0, LONGEST - 1) + "…";
    }

    private static @Nullable String points(MarkView mark) {
        return mark.mark() == null ? null : mark.mark().toPlainString();
    }

    private static @Nullable String total(Shown shown) {
        var score = shown.score();
        if (score == null) {
            return null;
        }
        boolean open = shown.marks().stream().anyMatch(mark -> mark.mark() == null);
        return score.value().toPlainString()
                + " / "
                + score.max().toPlainString()
                + (open ? " ?" : "");
    }

    private byte[] preview(ObjectKey key) {
        try (var in = store.open(key)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The store broke off", e);
        }
    }
}
