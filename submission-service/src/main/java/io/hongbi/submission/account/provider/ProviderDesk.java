package io.hongbi.submission.account.provider;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.submission.account.provider.Provider.Settings;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.web.StaleVersion;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a school's admin does about the school's provider. */
@Component
class ProviderDesk {

    private final Tenant tenant;
    private final Providers providers;
    private final ExternalIdentities identities;
    private final ProviderAddresses addresses;
    private final Secrets secrets;

    ProviderDesk(
            Tenant tenant,
            Providers providers,
            ExternalIdentities identities,
            ProviderAddresses addresses,
            Secrets secrets) {
        this.tenant = tenant;
        this.providers = providers;
        this.identities = identities;
        this.addresses = addresses;
        this.secrets = secrets;
    }

    Optional<Provider> find(SchoolId school) {
        return tenant.in(school, () -> providers.find(school));
    }

    /**
     * Adds or replaces the school's provider.
     *
     * @param wanted without a secret
     * @param secret null keeps the one there is, while issuer and client stay the same
     * @throws InvalidIssuer if the issuer may not be asked
     * @throws NoSecretsKey if secrets cannot be kept
     * @throws StaleVersion if the client has seen another version
     */
    Saved save(
            SchoolId school, Settings wanted, @Nullable String secret, @Nullable String ifMatch) {
        if (!isIssuer(wanted.issuer())) {
            throw new InvalidIssuer();
        }
        return tenant.in(
                school,
                () -> {
                    var before = providers.find(school);
                    checkVersion(ifMatch, before);
                    var settings = withSecret(school, wanted, secret, before);
                    if (!providers.save(
                            school, settings, before.map(Provider::version).orElse(null))) {
                        throw new StaleVersion();
                    }
                    before.ifPresent(provider -> closeDoors(school, provider, settings));
                    return new Saved(
                            providers.find(school).orElseThrow(StaleVersion::new),
                            before.isEmpty());
                });
    }

    /**
     * @throws ProviderNotFound if the school has none
     * @throws StaleVersion if the client has seen another version
     */
    void remove(SchoolId school, @Nullable String ifMatch) {
        tenant.in(
                school,
                () -> {
                    var before = providers.find(school);
                    if (before.isEmpty()) {
                        throw new ProviderNotFound();
                    }
                    checkVersion(ifMatch, before);
                    identities.forgetAll(school);
                    providers.remove(school);
                });
    }

    /**
     * @throws ProviderNotFound if the person never signed in through the provider
     */
    void forget(SchoolId school, PersonId person) {
        tenant.in(
                school,
                () -> {
                    if (!identities.forget(school, person)) {
                        throw new ProviderNotFound();
                    }
                });
    }

    private void closeDoors(SchoolId school, Provider before, Settings now) {
        if (!before.settings().knowsTheSamePeopleAs(now)) {
            identities.forgetAll(school);
        } else if (!now.enabled()) {
            identities.endSessions(school);
        }
    }

    private Settings withSecret(
            SchoolId school, Settings wanted, @Nullable String secret, Optional<Provider> before) {
        var sealed =
                secret != null
                        ? secrets.seal(school.toString(), secret)
                        : before.map(Provider::settings)
                                .filter(wanted::knowsTheSamePeopleAs) // it is of that issuer alone
                                .map(Settings::sealedSecret)
                                .orElse(null);
        return new Settings(
                wanted.issuer(),
                wanted.clientId(),
                sealed,
                wanted.scopes(),
                wanted.accountClaim(),
                wanted.matches(),
                wanted.enabled());
    }

    private boolean isIssuer(String text) {
        try {
            return addresses.isIssuer(new URI(text));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void checkVersion(@Nullable String ifMatch, Optional<Provider> before) {
        if (ifMatch != null) {
            ETags.check(ifMatch, before.map(Provider::version).orElseThrow(StaleVersion::new));
        }
    }

    /**
     * @param added whether there was none before
     */
    record Saved(Provider provider, boolean added) {}
}
