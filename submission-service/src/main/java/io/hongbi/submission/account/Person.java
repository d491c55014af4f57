package io.hongbi.submission.account;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.platform.security.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param signInName what is typed at sign-in, in lower case, unique over all schools
 * @param studentNumber unique within the school; null for who is no student
 */
public record Person(
        PersonId id,
        SchoolId school,
        String signInName,
        String name,
        @Nullable String studentNumber,
        Set<Role> roles) {

    public Person {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("Somebody without a role can do nothing");
        }
    }

    @Override
    public String toString() { // no names in logs
        return "Person[" + id + "]";
    }
}
