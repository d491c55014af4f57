package io.hongbi.gateway.discovery;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Flux;

/**
 * The instances of one service that may answer a request: those with its label, else those without
 * any, else all. One that could not be reached a moment ago is left out.
 */
class LabelledInstances implements ServiceInstanceListSupplier {

    private static final String LABEL = "label";

    private final String service;
    private final Instances instances;

    LabelledInstances(String service, Instances instances) {
        this.service = service;
        this.instances = instances;
    }

    @Override
    public String getServiceId() {
        return service;
    }

    @Override
    public Flux<List<ServiceInstance>> get() {
        return Flux.just(instances.of(service));
    }

    @Override
    @SuppressWarnings("rawtypes") // as Spring Cloud declares it
    public Flux<List<ServiceInstance>> get(Request request) {
        var attributes = attributes(request.getContext());
        return Flux.just(
                choose(
                        instances.of(service),
                        (String) attributes.get(LabelFilter.LABEL),
                        (ServiceInstance) attributes.get(AnotherInstance.TRIED)));
    }

    private static Map<String, Object> attributes(@Nullable Object context) {
        var data = context instanceof RequestDataContext asked ? asked.getClientRequest() : null;
        return data == null ? Map.of() : data.getAttributes();
    }

    static List<ServiceInstance> choose(
            List<ServiceInstance> all, @Nullable String label, @Nullable ServiceInstance tried) {
        var there = tried == null ? all : those(all, instance -> !isSame(instance, tried));
        var labelled =
                label == null
                        ? List.<ServiceInstance>of()
                        : those(there, instance -> label.equals(labelOf(instance)));
        if (!labelled.isEmpty()) {
            return labelled;
        }
        var unlabelled = those(there, instance -> labelOf(instance).isEmpty());
        return unlabelled.isEmpty() ? there : unlabelled;
    }

    private static boolean isSame(ServiceInstance one, ServiceInstance other) {
        return one.getHost().equals(other.getHost()) && one.getPort() == other.getPort();
    }

    private static String labelOf(ServiceInstance instance) {
        var metadata = instance.getMetadata();
        return metadata == null ? "" : metadata.getOrDefault(LABEL, "");
    }

    private static List<ServiceInstance> those(
            List<ServiceInstance> all, Predicate<ServiceInstance> which) {
        return all.stream().filter(which).toList();
    }
}
