package io.hongbi.local.nacos;

import com.alibaba.nacos.NacosServerBasicApplication;
import com.alibaba.nacos.NacosServerWebApplication;
import com.alibaba.nacos.core.listener.startup.NacosStartUp;
import com.alibaba.nacos.core.listener.startup.NacosStartUpManager;
import com.alibaba.nacos.sys.env.DeploymentType;
import com.alibaba.nacos.sys.env.EnvUtil;
import java.time.Duration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts Nacos without its console, as its own bootstrap does for {@code deployment=server}. */
final class NacosMain {

    private NacosMain() {}

    /** Arguments: optionally the number of the process to end with. */
    public static void main(String[] args) {
        if (args.length > 0) {
            endWith(Long.parseLong(args[0]));
        }
        EnvUtil.setDeploymentType(DeploymentType.getType("server"));
        NacosStartUpManager.start(NacosStartUp.CORE_START_UP_PHASE);
        var core =
                new SpringApplicationBuilder(NacosServerBasicApplication.class)
                        .web(WebApplicationType.NONE)
                        .run();
        NacosStartUpManager.start(NacosStartUp.WEB_START_UP_PHASE);
        new SpringApplicationBuilder(NacosServerWebApplication.class).parent(core).run();
    }

    private static void endWith(long parent) {
        Thread.ofPlatform()
                .daemon()
                .name("end-with-parent")
                .start(() -> {
                    var handle = ProcessHandle.of(parent);
                    while (handle.isPresent() && handle.get().isAlive()) {
                        try {
                            Thread.sleep(Duration.ofSeconds(1));
                        } catch (InterruptedException _) {
                            return;
                        }
                    }
                    Runtime.getRuntime().halt(1);
                });
    }
}
