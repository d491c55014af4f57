package io.hongbi.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What {@code kubectl kustomize} makes of a folder, read into the types of the API. */
final class Manifests {

    static final Path SOURCES = Path.of("k8s");
    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final KubernetesSerialization TYPES = types();
    private static final ObjectMapper STRICT = strict();
    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

    private final List<HasMetadata> resources;

    private Manifests(List<HasMetadata> resources) {
        this.resources = resources;
    }

    /** The name of each folder that is rendered; a variant of ack takes KEDA's workers. */
    static Stream<String> all() {
        return Stream.of("base", "overlays/kind", "overlays/ack", "overlays/ack with keda");
    }

    static Manifests of(String name) {
        return RENDERED.computeIfAbsent(name, Manifests::render);
    }

    <T> List<T> ofType(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<HasMetadata> resources() {
        return resources;
    }

    static <T> T typed(JsonNode node, Class<T> type) {
        try {
            return STRICT.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static HasMetadata typed(JsonNode document) {
        var version = document.path("apiVersion").asText();
        var kind = document.path("kind").asText();
        var type = TYPES.getRegisteredKubernetesResource(version, kind);
        if (type == null) {
            throw new IllegalArgumentException("The API knows no " + version + " " + kind);
        }
        return (HasMetadata) typed(document, type);
    }

    private static Manifests render(String name) {
        try {
            var folder =
                    name.endsWith(" with keda")
                            ? withKeda(name.substring(0, name.indexOf(' ')))
                            : SOURCES.resolve(name);
            var text = Tool.KUBECTL.run(folder, "kustomize", ".");
            try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
                return new Manifests(documents.readAll().stream().map(Manifests::typed).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of everything, changed as the overlay's comment says. */
    private static Path withKeda(String overlay) throws IOException {
        var copy = Path.of("target", "with-keda");
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = copy.resolve(SOURCES.relativize(file));
                Files.createDirectories(to.getParent());
                var text = Files.readString(file);
                Files.writeString(
                        to,
                        text.replace(
                                "- ../../components/workers-hpa",
                                "- ../../components/workers-keda"));
            }
        }
        return copy.resolve(overlay);
    }

    private static KubernetesSerialization types() {
        var types = new KubernetesSerialization();
        types.registerKubernetesResource(ScaledObject.class);
        return types;
    }

    /** The API server takes no number for a string, nor a string for a number. */
    private static ObjectMapper strict() {
        var mapper = JsonMapper.builder().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }
}
