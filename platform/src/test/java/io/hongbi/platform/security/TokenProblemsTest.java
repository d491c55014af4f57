package io.hongbi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.platform.problem.Problems;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import tools.jackson.databind.json.JsonMapper;

class TokenProblemsTest {

    @Test
    void asksToTryAgainWhenTheKeysCannotBeFetched() throws IOException {
        var response = new MockHttpServletResponse();

        refusals()
                .commence(
                        new MockHttpServletRequest(),
                        response,
                        new AuthenticationServiceException("planted"));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotBlank();
        assertThat(response.getHeader("WWW-Authenticate")).isNull();
        assertThat(response.getContentAsString()).contains("\"code\":\"unavailable\"");
    }

    private static TokenProblems refusals() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("platform-problems");
        texts.setDefaultEncoding("UTF-8");
        return new TokenProblems(
                new Problems(texts, Optional::empty, JsonMapper.builder().build()));
    }
}
