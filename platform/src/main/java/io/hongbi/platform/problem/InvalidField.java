package io.hongbi.platform.problem;

/**
 * One field that has to be put right.
 *
 * @param pointer where it lies, a JSON pointer (RFC 6901); a parameter's name counts as its field
 * @param detail what is wrong with it, in the caller's language, without the value
 */
public record InvalidField(String pointer, String detail) {

    /** Turns a bean path such as {@code items[0].key} into {@code /items/0/key}. */
    static String pointerTo(String beanPath) {
        return "/" + beanPath.replace("[", "/").replace("]", "").replace('.', '/');
    }
}
