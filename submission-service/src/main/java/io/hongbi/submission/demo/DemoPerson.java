package io.hongbi.submission.demo;

import io.hongbi.common.id.PersonId;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.account.Person;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everybody of the demo; they sign in with the name of the constant, in lower case. */
enum DemoPerson {
    TEACHER(1, "王老师", Role.TEACHER, null),
    STUDENT(2, "小明", Role.STUDENT, "20260001"),
    STUDENT2(3, "小红", Role.STUDENT, "20260002"),
    STUDENT3(4, "小刚", Role.STUDENT, "20260003"),
    STUDENT4(5, "小丽", Role.STUDENT, "20260004"),
    STUDENT5(6, "小华", Role.STUDENT, "20260005"),
    ADMIN(7, "李主任", Role.ADMIN, null),
    OPS(8, "值班", Role.OPS, null),
    OTHER_SCHOOL_TEACHER(9, "陈老师", Role.TEACHER, null);

    /** Of everybody here; the demo listens on loopback only. */
    static final String PASSWORD = "hongbi-demo";

    private final int number;
    private final String fullName;
    private final Role role;
    private final @Nullable String studentNumber;

    DemoPerson(int number, String fullName, Role role, @Nullable String studentNumber) {
        this.number = number;
        this.fullName = fullName;
        this.role = role;
        this.studentNumber = studentNumber;
    }

    Person person() {
        return new Person(
                id(),
                this == OTHER_SCHOOL_TEACHER ? DemoSchool.OTHER_SCHOOL : DemoSchool.SCHOOL,
                name().toLowerCase(Locale.ROOT).replace('_', '-'),
                fullName,
                studentNumber,
                Set.of(role));
    }

    PersonId id() {
        return PersonId.of("019a0000-0000-7000-8000-0000000001%02d".formatted(number));
    }

    boolean isStudent() {
        return role == Role.STUDENT;
    }

    /** The key of its token in the environment file. */
    String tokenKey() {
        return name() + "_TOKEN";
    }
}
