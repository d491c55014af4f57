package io.hongbi.notification;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void roomsKeepToThemselves() {
        ApplicationModules.of(NotificationApplication.class).verify();
    }
}
