package io.hongbi.submission.gradebook.export;

import io.hongbi.common.id.PersonId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of files for students, by their numbers: letters, digits, hyphen and underscore of them, so
 * that no number leads out of a folder, and no two are one file on systems that fold case.
 */
final class FileNames {

    private final Set<String> taken = new HashSet<>();

    /**
     * @param number null where there is none: then it is the id
     */
    String of(@Nullable String number, PersonId id) {
        var plain =
                number == null
                        ? ""
                        : number.codePoints()
                                .map(c -> Character.isLetterOrDigit(c) || c == '-' ? c : '_')
                                .collect(
                                        StringBuilder::new,
                                        StringBuilder::appendCodePoint,
                                        StringBuilder::append)
                                .toString();
        var name = plain.isEmpty() ? id.toString() : plain;
        return taken.add(name.toLowerCase(Locale.ROOT)) ? name : name + "-" + id;
    }
}
