package io.hongbi.local.suite;

import io.hongbi.local.kafka.KafkaServer;
import io.hongbi.local.kafka.KafkaSettings;
import io.hongbi.local.nacos.NacosServer;
import io.hongbi.local.process.Library;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything that is started, with its settings. */
final class Suite {

    private final Place place;
    private final AotCaches caches;
    private final Environment environment;
    private final PortPlan ports;
    private final PostgresPart postgres;
    private final Map<Part, Startable> parts = new EnumMap<>(Part.class);

    Suite(Place place, String url, int gatewayPort, Wanted wanted, AotCaches caches) {
        this.caches = caches;
        this.place = place;
        ports = new PortPlan(gatewayPort, wanted.parts());
        Secrets secrets = Secrets.in(place.secrets());
        environment = new Environment(place, secrets, ports, url, wanted);
        postgres = new PostgresPart(place, secrets, ports.main(Part.POSTGRES));
        parts.put(Part.POSTGRES, postgres);
        parts.put(Part.KAFKA, kafka());
        if (wanted.nacos()) {
            parts.put(Part.NACOS, nacos());
        }
        Applications applications = new Applications(place);
        for (Part part : Part.values()) {
            if (part.isService()) {
                parts.put(part, service(part, applications.unpacked(part)));
            }
        }
    }

    PortPlan ports() {
        return ports;
    }

    Startable part(Part part) {
        return Objects.requireNonNull(parts.get(part));
    }

    private Startable kafka() {
        KafkaSettings settings =
                new KafkaSettings(
                        place.kafka(),
                        place.log(Part.KAFKA),
                        ports.main(Part.KAFKA),
                        ports.kafkaController(),
                        false);
        List<String> options = new ArrayList<>(Jvm.options(Part.KAFKA));
        options.addAll(caches.options(Part.KAFKA, Library.ofThisBuild().classes()));
        return new KafkaPart(
                new KafkaServer(settings, Library.ofThisBuild(), options), ports.main(Part.KAFKA));
    }

    private Startable nacos() {
        return new NacosPart(
                new NacosServer(place.nacos(), place.log(Part.NACOS), ports.main(Part.NACOS)));
    }

    private Startable service(Part part, Path application) {
        return new ServicePart(
                part,
                Jvm.command(part, application, caches, place.temporary(part)),
                () -> environment.of(part, postgres.port()),
                ports.main(part),
                ports.management(part),
                place.work(part),
                place.temporary(part),
                place.log(part));
    }
}
