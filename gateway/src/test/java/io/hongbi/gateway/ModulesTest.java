package io.hongbi.gateway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void roomsKeepToThemselves() {
        ApplicationModules.of(GatewayApplication.class).verify();
    }
}
