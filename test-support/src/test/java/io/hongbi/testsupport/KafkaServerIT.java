package io.hongbi.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class KafkaServerIT {

    @Test
    void keepsItsTopicsWhenItIsKilled() throws ExecutionException, InterruptedException {
        KafkaServer server = KafkaServer.shared();
        createTopic(server, "kept");

        server.kill();
        server.restart();

        try (Admin admin = admin(server)) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    private static void createTopic(KafkaServer server, String name)
            throws ExecutionException, InterruptedException {
        try (Admin admin = admin(server)) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(2), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static Admin admin(KafkaServer server) {
        return Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, server.bootstrapServers()));
    }
}
