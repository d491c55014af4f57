package io.hongbi.local.suite;

import java.util.Locale;

/** One process of the suite, with the folder of its module where it is a service. */
public enum Part {
    POSTGRES(""),
    KAFKA(""),
    NACOS(""),
    SUBMISSION("submission-service"),
    GRADING("grading-service"),
    NOTIFICATION("notification-service"),
    GATEWAY("gateway");

    private final String module;

    Part(String module) {
        this.module = module;
    }

    /** How people call it: in {@code logs}, {@code status} and file names. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is one of the services and not what they stand on. */
    public boolean isService() {
        return !module.isEmpty();
    }

    String module() {
        return module;
    }
}
