package io.hongbi.grading;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void roomsKeepToThemselves() {
        ApplicationModules.of(GradingApplication.class).verify();
    }
}
