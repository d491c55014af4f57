package io.hongbi.submission.worksheet;

import io.hongbi.common.id.SchoolClassId;
import io.hongbi.common.layout.Proof;
import io.hongbi.platform.flow.CutOff;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.school.ClassNotFound;
import io.hongbi.submission.school.Classes;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.worksheet.print.PageImages;
import io.hongbi.submission.worksheet.print.PrintedStudent;
import io.hongbi.submission.worksheet.print.SheetPdf;
import io.hongbi.submission.worksheet.proof.Prover;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Proves worksheets and prints what came back equal. No transaction runs while it does. */
@Component
class PrintShop {

    private final Tenant tenant;
    private final JdbcWorksheets worksheets;
    private final Classes classes;
    private final SheetPdf pdf;
    private final Prover prover;

    PrintShop(
            Tenant tenant,
            JdbcWorksheets worksheets,
            Classes classes,
            SheetPdf pdf,
            @Lazy Prover prover) { // an HTTP client is not made before the first proof
        this.tenant = tenant;
        this.worksheets = worksheets;
        this.classes = classes;
        this.pdf = pdf;
        this.prover = prover;
    }

    /**
     * @throws ProofUnavailable if nobody can prove it now
     * @throws CutOff if nobody is asked for a while
     */
    Proof prove(Caller caller, Worksheet worksheet) {
        var copy = pdf.print(worksheet.sheet(), worksheet.design().title());
        var layout = worksheet.sheet().layout();
        var pages = PageImages.png(copy, Proof.PIXELS_PER_MM);
        return switch (prover.prove(new Proof.Request(layout, pages))) {
            case Prover.Outcome.Proved(var proof) -> {
                tenant.in(
                        caller.school(),
                        () -> worksheets.proved(worksheet.id(), worksheet.revision(), proof));
                yield proof;
            }
            case Prover.Outcome.Unavailable() -> throw new ProofUnavailable();
        };
    }

    /**
     * The PDF of a proved sheet; it is proved first where it was not. From then on it counts as
     * printed.
     *
     * @param schoolClass for one copy to each student; null means one for whoever gets it
     * @throws SheetUnequal if it did not come back from its proof as it was filled in
     * @throws ProofUnavailable if it was not proved before, and cannot be now
     * @throws CutOff as {@link #prove} does
     * @throws ClassNotFound if the caller does not lead that class
     * @throws NobodyEnrolled if the class is empty
     */
    byte[] print(Caller caller, Worksheet worksheet, @Nullable SchoolClassId schoolClass) {
        var students = schoolClass == null ? null : students(caller, schoolClass);
        var known = worksheet.proof();
        var proof = known == null ? prove(caller, worksheet) : known;
        if (!proof.equal()) {
            throw new SheetUnequal(proof);
        }
        var title = worksheet.design().title();
        var printed =
                students == null
                        ? pdf.print(worksheet.sheet(), title)
                        : pdf.printFor(students, worksheet.sheet(), title);
        tenant.in(caller.school(), () -> worksheets.printed(worksheet.id(), worksheet.revision()));
        return printed;
    }

    private List<PrintedStudent> students(Caller caller, SchoolClassId schoolClass) {
        return tenant.in(
                caller.school(),
                () -> {
                    if (!classes.isLedBy(caller, schoolClass)) {
                        throw new ClassNotFound(schoolClass);
                    }
                    var enrolled = classes.students(schoolClass);
                    if (enrolled.isEmpty()) {
                        throw new NobodyEnrolled(schoolClass);
                    }
                    return enrolled.stream()
                            .map(s -> PrintedStudent.of(s.name(), s.number()))
                            .toList();
                });
    }
}
