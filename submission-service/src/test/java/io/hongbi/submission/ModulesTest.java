package io.hongbi.submission;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void roomsKeepTheirDoorsAndFormNoCycle() {
        ApplicationModules.of(SubmissionApplication.class).verify();
    }
}
