package io.hongbi.deploy;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * KEDA's resource, as far as it is used here; the fields are those of its definition. Unlike the
 * models of fabric8, records refuse what they do not know.
 */
@Group("keda.sh")
@Version("v1alpha1")
final class ScaledObject extends CustomResource<ScaledObject.Spec, Void> implements Namespaced {

    private static final long serialVersionUID = 1;

    record Spec(
            Target scaleTargetRef,
            int pollingInterval,
            int minReplicaCount,
            int maxReplicaCount,
            @Nullable Fallback fallback,
            @Nullable Advanced advanced,
            List<Trigger> triggers) {}

    record Target(@Nullable String apiVersion, @Nullable String kind, String name) {}

    record Fallback(int failureThreshold, int replicas, String behavior) {}

    record Advanced(AutoscalerConfig horizontalPodAutoscalerConfig) {}

    record AutoscalerConfig(HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(String type, @Nullable String metricType, Map<String, String> metadata) {}
}
