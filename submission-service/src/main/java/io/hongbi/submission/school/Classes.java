package io.hongbi.submission.school;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.platform.security.Caller;
import java.util.List;

/** Who belongs to a class. Called inside a transaction of the tenant; sees its school only. */
public interface Classes {

    /** Whether the person is a student of the class; false too where there is no such class. */
    boolean isEnrolled(SchoolClassId schoolClass, PersonId person);

    /** Whether the person is a teacher of the class; false too where there is no such class. */
    boolean teaches(SchoolClassId schoolClass, PersonId person);

    /** Whether the caller learns, teaches or administers there. */
    boolean isVisibleTo(Caller caller, SchoolClassId schoolClass);

    /** Whether the caller teaches or administers there. */
    boolean isLedBy(Caller caller, SchoolClassId schoolClass);

    /** Everybody enrolled, by student number; empty where there is no such class. */
    List<Student> students(SchoolClassId schoolClass);
}
