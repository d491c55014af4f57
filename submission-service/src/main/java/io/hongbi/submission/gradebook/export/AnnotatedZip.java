package io.hongbi.submission.gradebook.export;

import io.hongbi.submission.gradebook.Roll;
import io.hongbi.submission.gradebook.Roll.Entry;
import io.hongbi.submission.gradebook.Roll.Heading;
import io.hongbi.submission.reading.AnnotatedPages;
import io.hongbi.submission.reading.AnnotatedPages.ReadPage;
import io.hongbi.submission.reading.Submission;
import io.hongbi.submission.reading.SubmissionViews;
import io.hongbi.submission.reading.marks.Disclosure;
import io.hongbi.submission.reading.marks.MarkViews;
import io.hongbi.submission.reading.marks.MarkViews.Shown;
import io.hongbi.submission.tenant.Tenant;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The marked pages of a class: a PDF for each student who handed in, one student in memory at a
 * time. What cannot be drawn is named in a text beside them and keeps nothing else back.
 */
@Component
class AnnotatedZip {

    private static final Logger log = LoggerFactory.getLogger(AnnotatedZip.class);

    private final Tenant tenant;
    private final Roll roll;
    private final SubmissionViews views;
    private final MarkViews markViews;
    private final AnnotatedPages pages;
    private final MessageSource texts;

    AnnotatedZip(
            Tenant tenant,
            Roll roll,
            SubmissionViews views,
            MarkViews markViews,
            AnnotatedPages pages,
            MessageSource texts) {
        this.tenant = tenant;
        this.roll = roll;
        this.views = views;
        this.markViews = markViews;
        this.pages = pages;
        this.texts = texts;
    }

    /**
     * @param out stays open
     * @param locale of the text about what is missing
     */
    void write(Heading heading, OutputStream out, Locale locale) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED); // photos are packed already
        var names = new FileNames();
        var gaps = new ArrayList<String>();
        try {
            roll.forEach(heading, student -> write(student, zip, names, gaps, locale));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!gaps.isEmpty()) {
            zip.putNextEntry(new ZipEntry(text("file", locale) + ".txt"));
            zip.write(
                    ('\uFEFF' + String.join("\r\n", gaps) + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    private void write(
            Entry student, ZipOutputStream zip, FileNames names, List<String> gaps, Locale locale) {
        var paper = student.paper();
        if (paper == null) {
            return;
        }
        var name = names.of(student.number(), student.studentId());
        try (var pdf = new PagesPdf()) {
            for (var page : pagesOf(paper)) {
                if (!add(page, shown(student), pdf)) {
                    gaps.add(text("page", locale, name, page.number()));
                }
            }
            if (pdf.pages() == 0) {
                gaps.add(text("paper", locale, name));
                return;
            }
            zip.putNextEntry(new ZipEntry(name + ".pdf"));
            pdf.write(zip);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ReadPage> pagesOf(Submission paper) {
        return tenant.in(paper.schoolId(), () -> views.readPages(paper.id()));
    }

    private Shown shown(Entry student) {
        var marks = student.marks();
        return marks == null ? Shown.NOTHING : markViews.show(marks, Disclosure.ALL);
    }

    /** Whether it could be drawn; without its picture it cannot. */
    private boolean add(ReadPage page, Shown shown, PagesPdf pdf) {
        try {
            pdf.add(pages.draw(page, shown));
            return true;
        } catch (IOException | RuntimeException e) {
            log.warn("Page {} of a paper could not be drawn for a class's zip", page.preview(), e);
            return false;
        }
    }

    private String text(String key, Locale locale, Object... arguments) {
        return texts.getMessage("annotated." + key, arguments, locale);
    }
}
