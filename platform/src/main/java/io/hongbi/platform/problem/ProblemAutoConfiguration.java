package io.hongbi.platform.problem;

import io.hongbi.platform.trace.TraceAutoConfiguration;
import io.hongbi.platform.trace.Traces;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** Switches on {@link Problems} with the texts of platform and of the service. */
@AutoConfiguration(after = {JacksonAutoConfiguration.class, TraceAutoConfiguration.class})
public class ProblemAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Problems problems(Traces traces, JsonMapper mapper) {
        return new Problems(texts(), traces::traceId, mapper);
    }

    /** The service's bundle comes first, so that a service may say a general problem better. */
    static MessageSource texts() {
        var classLoader = ClassUtils.getDefaultClassLoader();
        var source = new ResourceBundleMessageSource();
        source.setBasenames(
                Stream.of("problems", "platform-problems")
                        .filter(name -> exists(classLoader, name + ".properties"))
                        .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }

    private static boolean exists(@Nullable ClassLoader classLoader, String resource) {
        return classLoader != null && classLoader.getResource(resource) != null;
    }
}
