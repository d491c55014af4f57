package io.hongbi.local.suite;

import java.util.HashMap;
import java.util.Map;

/**
 * What the services are told, each the least it needs.
 *
 * @param url the public address of the gateway
 */
record Environment(Place place, Secrets secrets, PortPlan ports, String url, Wanted wanted) {

    Map<String, String> of(Part part, int postgresPort) {
        Map<String, String> all = new HashMap<>();
        all.put("SERVER_ADDRESS", "127.0.0.1");
        all.put("SERVER_PORT", "" + ports.main(part));
        all.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        all.put("MANAGEMENT_SERVER_PORT", "" + ports.management(part));
        all.put("SPRING_PROFILES_ACTIVE", "demo");
        all.put("HONGBI_ISSUER", url);
        all.put("HONGBI_JWK_SET_URI", address(Part.SUBMISSION) + "/oauth2/jwks");
        all.putAll(
                switch (part) {
                    case GATEWAY -> gateway();
                    case SUBMISSION -> submission(postgresPort);
                    case NOTIFICATION ->
                            database(postgresPort, part, secrets.passwords().notification());
                    case GRADING -> grading();
                    case POSTGRES, KAFKA, NACOS -> Map.of();
                });
        if (part != Part.GATEWAY) {
            all.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.main(Part.KAFKA));
        }
        if (wanted.nacos() && part != Part.GRADING) {
            all.put("HONGBI_NACOS", "127.0.0.1:" + ports.main(Part.NACOS));
            all.put("SPRING_CLOUD_NACOS_DISCOVERY_IP", "127.0.0.1");
        }
        return all;
    }

    private Map<String, String> gateway() {
        Map<String, String> all = new HashMap<>();
        if (!wanted.nacos()) { // which tells where they are
            all.put("HONGBI_GATEWAY_SUBMISSION_URI", address(Part.SUBMISSION));
            all.put("HONGBI_GATEWAY_NOTIFICATION_URI", address(Part.NOTIFICATION));
        }
        return all;
    }

    private Map<String, String> submission(int postgresPort) {
        Map<String, String> all = new HashMap<>(objects());
        all.putAll(database(postgresPort, Part.SUBMISSION, secrets.passwords().submission()));
        all.put("HONGBI_DEMO_ENV_FILE", place.demoEnv().toString());
        all.put("HONGBI_GRADING_URI", address(Part.GRADING));
        all.put("HONGBI_INTAKE_SPOOL_FOLDER", place.spool().toString());
        return all;
    }

    private Map<String, String> grading() {
        Map<String, String> all = new HashMap<>(objects());
        all.put("HONGBI_NATIVE_DIR", place.natives().toString());
        all.put("ORT_DISABLE_TELEMETRY", "1"); // tells nobody what it does
        all.put("OPENBLAS_NUM_THREADS", "1"); // the workers are the threads
        if (wanted.workers() > 0) {
            all.put("HONGBI_GRADING_WORKERS", "" + wanted.workers());
        }
        return all;
    }

    private Map<String, String> objects() {
        return Map.of(
                "HONGBI_OBJECT_STORE_KIND",
                "folder",
                "HONGBI_OBJECT_STORE_ROOT",
                place.objects().toString(),
                "HONGBI_OBJECT_STORE_SIGNING_KEY",
                secrets.signingKey(),
                "HONGBI_OBJECT_STORE_PUBLIC_URI",
                url + "/api/v1/objects");
    }

    private Map<String, String> database(int postgresPort, Part part, String password) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:" + postgresPort + "/hongbi",
                "SPRING_DATASOURCE_USERNAME",
                "hongbi_" + part.id(),
                "SPRING_DATASOURCE_PASSWORD",
                password,
                "SPRING_FLYWAY_USER",
                "hongbi_owner",
                "SPRING_FLYWAY_PASSWORD",
                secrets.passwords().owner());
    }

    private String address(Part part) {
        return "http://127.0.0.1:" + ports.main(part);
    }
}
