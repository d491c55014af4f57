package io.hongbi.submission.account;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.util.function.SingletonSupplier;

/**
 * Spring's service asks the database about its table when it is made. Made at the first use
 * instead, it lets the context start where there is no database: there, images get their AOT cache.
 */
final class AuthorizationsOnFirstUse implements OAuth2AuthorizationService {

    private final Supplier<OAuth2AuthorizationService> service;

    AuthorizationsOnFirstUse(Supplier<OAuth2AuthorizationService> service) {
        this.service = SingletonSupplier.of(service);
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        service.get().save(authorization);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        service.get().remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return service.get().findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(
            String token, @Nullable OAuth2TokenType tokenType) {
        return service.get().findByToken(token, tokenType);
    }
}
