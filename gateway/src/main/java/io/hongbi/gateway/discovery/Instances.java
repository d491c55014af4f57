package io.hongbi.gateway.discovery;

import com.alibaba.cloud.nacos.discovery.NacosServiceDiscovery;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.listener.NamingEvent;
import com.alibaba.nacos.api.naming.pojo.Instance;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.ServiceInstance;

/**
 * The instances of services as Nacos last told, without asking it anew for each request. While it
 * is away they stay as they were.
 */
class Instances {

    private static final Logger LOG = LoggerFactory.getLogger(Instances.class);

    private final Map<String, List<ServiceInstance>> known = new ConcurrentHashMap<>();

    /** Waits for the first answer, some seconds where Nacos is away; it may come later, too. */
    Instances(NamingService nacos, String group, Set<String> services) {
        for (var service : services) {
            try {
                nacos.subscribe(
                        service,
                        group,
                        event -> {
                            if (event instanceof NamingEvent told) {
                                known.put(service, usable(service, told.getInstances()));
                            }
                        });
                var first = usable(service, nacos.selectInstances(service, group, true, true));
                known.putIfAbsent(service, first); // what was told since is newer
            } catch (NacosException e) {
                LOG.warn("Nacos does not tell yet where {} is: {}", service, e.getErrMsg());
            }
        }
    }

    /** Those of a service that are known; none where Nacos never told of any. */
    List<ServiceInstance> of(String service) {
        return known.getOrDefault(service, List.of());
    }

    private static List<ServiceInstance> usable(String service, List<Instance> told) {
        return told.stream()
                .map(instance -> NacosServiceDiscovery.hostToServiceInstance(instance, service))
                .filter(Objects::nonNull)
                .toList();
    }
}
