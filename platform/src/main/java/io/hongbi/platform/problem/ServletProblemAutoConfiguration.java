package io.hongbi.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** Switches problem+json on for everything that goes wrong around a servlet service's rooms. */
@AutoConfiguration(
        after = ProblemAutoConfiguration.class,
        before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
public class ServletProblemAutoConfiguration {

    @Bean
    FrameworkProblems frameworkProblems(Problems problems) {
        return new FrameworkProblems(problems);
    }

    /** A number is no text, nor is it the place of a value in an enum. */
    @Bean
    JsonMapperBuilderCustomizer strictTexts() {
        return mapper ->
                Stream.of(LogicalType.Textual, LogicalType.Enum)
                        .forEach(type ->
                                mapper.withCoercionConfig(
                                        type,
                                        config ->
                                                config.setCoercion(
                                                                CoercionInputShape.Integer,
                                                                CoercionAction.Fail)
                                                        .setCoercion(
                                                                CoercionInputShape.Float,
                                                                CoercionAction.Fail)
                                                        .setCoercion(
                                                                CoercionInputShape.Boolean,
                                                                CoercionAction.Fail)));
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ErrorProblems errorProblems(Problems problems) {
        return new ErrorProblems(problems);
    }

    @Bean
    @ConditionalOnMissingBean(name = DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
    LocaleResolver localeResolver() {
        return new AcceptHeaderLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(CannotCreateTransactionException.class)
    static class WithDatabase {

        @Bean
        DatabaseProblems databaseProblems(Problems problems) {
            return new DatabaseProblems(problems);
        }
    }
}
