package io.hongbi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1alpha1.Route;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestsTest {

    private static final String MOST_CONNECTIONS = "hongbi.io/database-connections";

    @ParameterizedTest
    @MethodSource("io.hongbi.deploy.Manifests#all")
    void haveNoFieldThatTheApiDoesNotKnow(String name) {
        for (HasMetadata resource : Manifests.of(name).resources()) {
            assertThat(unknownFields(resource, resource.getKind()))
                    .as("%s %s", resource.getKind(), resource.getMetadata().getName())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.hongbi.deploy.Manifests#all")
    void runEveryServiceBoundedProbedAndWithoutRights(String name) {
        var deployments = Manifests.of(name).ofType(Deployment.class);

        assertThat(deployments)
                .hasSize(5)
                .allSatisfy(deployment -> {
                    var pod = deployment.getSpec().getTemplate().getSpec();
                    var service = pod.getContainers().getFirst();
                    assertThat(deployment.getSpec().getReplicas())
                            .as("replicas, which autoscalers own")
                            .isNull();
                    assertThat(
                                    deployment
                                            .getSpec()
                                            .getStrategy()
                                            .getRollingUpdate()
                                            .getMaxUnavailable()
                                            .getIntVal())
                            .isZero();
                    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
                    assertThat(service.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
                    assertThat(service.getSecurityContext().getCapabilities().getDrop())
                            .containsExactly("ALL");
                    assertThat(service.getVolumeMounts()).extracting("mountPath").contains("/tmp");
                    assertThat(service.getStartupProbe()).isNotNull();
                    assertThat(service.getReadinessProbe().getHttpGet().getPath())
                            .endsWith("/readiness");
                    assertThat(service.getLivenessProbe().getHttpGet().getPath())
                            .endsWith("/liveness");
                    var resources = service.getResources();
                    assertThat(resources.getLimits()).containsOnlyKeys("memory");
                    assertThat(resources.getRequests())
                            .containsOnlyKeys("cpu", "memory")
                            .containsEntry("memory", resources.getLimits().get("memory"));
                    var pause = service.getLifecycle().getPreStop().getSleep().getSeconds();
                    assertThat(pod.getTerminationGracePeriodSeconds())
                            .isGreaterThan(pause + 2 * 20);
                    assertThat(pod.getTopologySpreadConstraints()).hasSize(2);
                });
    }

    @ParameterizedTest
    @MethodSource("io.hongbi.deploy.Manifests#all")
    void nameOnlyWhatIsThere(String name) {
        var manifests = Manifests.of(name);
        var deployments = manifests.ofType(Deployment.class);
        var names = deployments.stream().map(d -> d.getMetadata().getName()).toList();

        assertThat(manifests.ofType(PodDisruptionBudget.class))
                .extracting(budget ->
                        budget.getSpec()
                                .getSelector()
                                .getMatchLabels()
                                .get("app.kubernetes.io/name"))
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(manifests.ofType(Service.class))
                .extracting(
                        service -> service.getSpec().getSelector().get("app.kubernetes.io/name"))
                .containsAll(names);
        assertThat(scaled(manifests).keySet()).isSubsetOf(names);
        assertThat(manifests.ofType(ConfigMap.class))
                .extracting(map -> map.getMetadata().getName())
                .containsAll(
                        deployments.stream()
                                .flatMap(d -> service(d).getEnvFrom().stream())
                                .filter(from -> from.getConfigMapRef() != null)
                                .map(from -> from.getConfigMapRef().getName())
                                .toList());
    }

    /** Pods, those of a rolling update among them, times the pool of each. */
    @ParameterizedTest
    @MethodSource("io.hongbi.deploy.Manifests#all")
    void stayWithinTheDatabasesConnections(String name) {
        var manifests = Manifests.of(name);
        var most = scaled(manifests);
        int connections = 0;
        for (Deployment deployment : manifests.ofType(Deployment.class)) {
            int pods = most.getOrDefault(deployment.getMetadata().getName(), 1);
            int surge = Math.ceilDiv(pods, 4);
            connections += (pods + surge) * pool(deployment);
        }

        assertThat(connections).isPositive().isLessThanOrEqualTo(allowed(manifests));
    }

    private static int allowed(Manifests manifests) {
        return manifests.ofType(ConfigMap.class).stream()
                .map(map -> map.getMetadata().getAnnotations().get(MOST_CONNECTIONS))
                .filter(connections -> connections != null)
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(100);
    }

    private static int pool(Deployment deployment) {
        return service(deployment).getEnv().stream()
                .filter(variable -> variable.getName().equals("HONGBI_POOL_SIZE"))
                .map(EnvVar::getValue)
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static Container service(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
    }

    /** The most pods of each deployment that is scaled. */
    private static Map<String, Integer> scaled(Manifests manifests) {
        var most = new HashMap<String, Integer>();
        for (var scaler : manifests.ofType(HorizontalPodAutoscaler.class)) {
            var spec = scaler.getSpec();
            assertThat(most.put(spec.getScaleTargetRef().getName(), spec.getMaxReplicas()))
                    .isNull();
        }
        for (var scaler : manifests.ofType(ScaledObject.class)) {
            var spec = scaler.getSpec();
            assertThat(most.put(spec.scaleTargetRef().name(), spec.maxReplicaCount()))
                    .as("scaled twice")
                    .isNull();
        }
        return most;
    }

    /** The models keep what they do not know as additional properties: paths of all of those. */
    private static List<String> unknownFields(@Nullable Object value, String path) {
        return switch (value) {
            case null -> List.of();
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .flatMap(e ->
                                    unknownFields(e.getValue(), path + "." + e.getKey()).stream())
                            .toList();
            case Collection<?> items ->
                    items.stream()
                            .flatMap(item -> unknownFields(item, path + "[]").stream())
                            .toList();
            case JsonNode route when path.endsWith("routes[]") ->
                    unknownFields(Manifests.typed(route, Route.class), path);
            default ->
                    value.getClass().getPackageName().startsWith("io.")
                            ? unknownFieldsOf(value, path)
                            : List.of();
        };
    }

    private static List<String> unknownFieldsOf(Object bean, String path) {
        List<String> unknown = new ArrayList<>();
        for (Class<?> type = bean.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || bean instanceof Enum<?>) {
                    continue;
                }
                var value = valueOf(field, bean);
                if (!field.getName().equals("additionalProperties")) {
                    unknown.addAll(unknownFields(value, path + "." + field.getName()));
                } else if (value instanceof Map<?, ?> properties) {
                    properties.keySet().forEach(key -> unknown.add(path + "." + key));
                }
            }
        }
        return unknown;
    }

    private static @Nullable Object valueOf(Field field, Object bean) {
        try {
            field.setAccessible(true);
            return field.get(bean);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
