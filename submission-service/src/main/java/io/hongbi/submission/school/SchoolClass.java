package io.hongbi.submission.school;

import io.hongbi.common.id.SchoolClassId;
import java.time.Instant;

/**
 * A class of a school.
 *
 * @param version counts its changes, from 1
 */
record SchoolClass(
        SchoolClassId id, String name, long version, Instant createdAt, Instant updatedAt) {}
