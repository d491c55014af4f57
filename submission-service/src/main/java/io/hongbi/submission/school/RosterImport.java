package io.hongbi.submission.school;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.account.People;
import io.hongbi.submission.account.Person;
import io.hongbi.submission.school.RosterCheck.Entry;
import io.hongbi.submission.tenant.Tenant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Enrols the students of a roster: all right lines in one transaction, the wrong ones are named.
 * Students are known by their number, so the same file again changes nothing. Nobody is removed.
 */
@Component
class RosterImport {

    private final Tenant tenant;
    private final Schools schools;
    private final JdbcClasses classes;
    private final ClassMembers members;
    private final People people;
    private final MessageSource texts;

    RosterImport(
            Tenant tenant,
            Schools schools,
            JdbcClasses classes,
            ClassMembers members,
            People people,
            MessageSource texts) {
        this.tenant = tenant;
        this.schools = schools;
        this.classes = classes;
        this.members = members;
        this.people = people;
        this.texts = texts;
    }

    /**
     * @param language of the report's sentences
     * @throws UnreadableRoster if the file is no CSV
     * @throws ClassNotFound if the caller does not lead that class
     */
    RosterReport run(
            Caller caller,
            SchoolClassId schoolClass,
            byte[] file,
            boolean dryRun,
            Locale language) {
        return tenant.in(
                caller.school(),
                () -> {
                    if (!classes.isLedBy(caller, schoolClass)) {
                        throw new ClassNotFound(schoolClass);
                    }
                    var checked = RosterCheck.check(RosterFile.parse(file));
                    var run = new Run(caller, schoolClass, dryRun, checked.faults());
                    return run.over(checked.entries(), language);
                });
    }

    private RosterReport.Wrong wrong(RosterCheck.Fault fault, Locale language) {
        var key = "roster." + fault.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new RosterReport.Wrong(
                fault.line(), fault.reason(), texts.getMessage(key, null, language));
    }

    /** One import on its way through the file. */
    private final class Run {

        private final Caller caller;
        private final SchoolClassId schoolClass;
        private final boolean dryRun;
        private final String schoolCode;
        private final List<RosterReport.Added> added = new ArrayList<>();
        private final List<RosterReport.Changed> changed = new ArrayList<>();
        private final List<RosterCheck.Fault> faults;
        private int unchanged;

        Run(
                Caller caller,
                SchoolClassId schoolClass,
                boolean dryRun,
                List<RosterCheck.Fault> faults) {
            this.caller = caller;
            this.schoolClass = schoolClass;
            this.dryRun = dryRun;
            this.faults = new ArrayList<>(faults);
            this.schoolCode = schools.lockRosters(caller.school());
        }

        RosterReport over(List<Entry> entries, Locale language) {
            var known = known(entries);
            var enrolled =
                    classes.students(schoolClass).stream()
                            .map(Student::id)
                            .collect(Collectors.toSet());
            var taken = people.takenSignInNames(entries.stream().map(this::signInName).toList());
            entries.forEach(entry -> take(entry, known.get(key(entry.number())), enrolled, taken));
            var wrong =
                    faults.stream()
                            .sorted(Comparator.comparingLong(RosterCheck.Fault::line))
                            .map(fault -> wrong(fault, language))
                            .toList();
            return new RosterReport(dryRun, added, changed, unchanged, wrong);
        }

        private Map<String, Person> known(List<Entry> entries) {
            var numbers = entries.stream().map(Entry::number).toList();
            return people.withStudentNumbers(caller.school(), numbers).stream()
                    .collect(
                            Collectors.toMap(
                                    person -> key(String.valueOf(person.studentNumber())),
                                    Function.identity(),
                                    (first, _) -> first));
        }

        /** Case does not tell students apart: they could not both sign in. */
        private static String key(String number) {
            return number.toLowerCase(Locale.ROOT);
        }

        private String signInName(Entry entry) {
            return People.signInName(entry.number(), schoolCode);
        }

        private void take(
                Entry entry, @Nullable Person person, Set<PersonId> enrolled, Set<String> taken) {
            if (person == null) {
                if (taken.contains(signInName(entry))) {
                    faults.add(new RosterCheck.Fault(entry.line(), RosterReport.Reason.TAKEN));
                } else {
                    add(entry);
                }
            } else if (!person.name().equals(entry.name())) {
                if (members.mayBeRenamedBy(caller, person.id())) {
                    change(entry, person);
                } else {
                    faults.add(new RosterCheck.Fault(entry.line(), RosterReport.Reason.TAKEN));
                }
            } else {
                enrol(person.id(), members.isCaredForBy(caller, person.id()));
                if (enrolled.contains(person.id())) {
                    unchanged++;
                } else {
                    added.add(added(entry, person.id(), person.signInName()));
                }
            }
        }

        private void add(Entry entry) {
            var id = PersonId.next();
            var signInName = signInName(entry);
            if (!dryRun) {
                people.add(
                        new Person(
                                id,
                                caller.school(),
                                signInName,
                                entry.name(),
                                entry.number(),
                                Set.of(Role.STUDENT)));
            }
            enrol(id, true);
            added.add(added(entry, dryRun ? null : id, signInName));
        }

        private void change(Entry entry, Person person) {
            if (!dryRun) {
                people.rename(person.id(), entry.name());
            }
            enrol(person.id(), true);
            changed.add(
                    new RosterReport.Changed(
                            entry.line(),
                            entry.number(),
                            entry.name(),
                            person.name(),
                            person.id()));
        }

        /** Number and name may be known to anybody; so such an enrolment gives no more rights. */
        private void enrol(PersonId person, boolean vouched) {
            if (!dryRun) {
                members.enrol(caller.school(), schoolClass, person, vouched);
            }
        }

        private static RosterReport.Added added(
                Entry entry, @Nullable PersonId id, String signInName) {
            return new RosterReport.Added(
                    entry.line(), entry.number(), entry.name(), id, signInName);
        }
    }
}
