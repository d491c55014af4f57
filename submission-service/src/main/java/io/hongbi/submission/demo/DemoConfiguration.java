package io.hongbi.submission.demo;

import io.hongbi.submission.account.AccessTokens;
import io.hongbi.submission.account.People;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.worksheet.KnownWorksheets;
import io.hongbi.submission.worksheet.Worksheets;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/** Seeds before the service says it is ready. Its passwords are known to all: loopback only. */
@Profile("demo")
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoConfiguration.DemoProperties.class)
class DemoConfiguration {

    @Bean
    ApplicationRunner demoSchool(
            Tenant tenant,
            JdbcClient jdbc,
            People people,
            DemoWorksheet worksheet,
            ServerProperties server,
            Renewal renewal) {
        requireLoopback(server.getAddress());
        var school = new DemoSchool(tenant, jdbc, people);
        return _ -> {
            school.seed();
            worksheet.seed();
            renewal.renew();
        };
    }

    @Bean
    DemoWorksheet demoWorksheet(
            Tenant tenant,
            JdbcClient jdbc,
            JsonMapper json,
            KnownWorksheets worksheets,
            Worksheets sheets) {
        return new DemoWorksheet(tenant, jdbc, json, worksheets, sheets);
    }

    @Bean
    Renewal demoTokens(AccessTokens tokens, JwtDecoder decoder, DemoProperties properties) {
        return new Renewal(
                properties.envFile() == null || properties.envFile().toString().isEmpty()
                        ? null
                        : new DemoTokens(
                                tokens,
                                decoder,
                                new DemoEnvFile(properties.envFile()),
                                properties.url().toString()));
    }

    static void requireLoopback(@Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new DemoNotOnLoopback();
        }
    }

    /** Keeps the tokens good while the service runs. */
    static class Renewal {

        private final @Nullable DemoTokens tokens;

        Renewal(@Nullable DemoTokens tokens) {
            this.tokens = tokens;
        }

        @Scheduled(fixedDelayString = "PT30M", initialDelayString = "PT30M")
        void renew() {
            if (tokens != null) {
                tokens.renew();
            }
        }
    }

    /**
     * @param url public address of the gateway
     * @param envFile where tokens and ids are written; null writes none
     */
    @ConfigurationProperties("hongbi.demo")
    record DemoProperties(@DefaultValue("http://127.0.0.1:8080") URI url, @Nullable Path envFile) {}
}
