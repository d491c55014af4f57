package io.hongbi.gateway.route;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** Drops inbound headers that name a school: the school comes from the token alone. */
class ClaimsAboutSchools implements HttpHeadersFilter {

    private static final Pattern CLAIM = Pattern.compile(".*(school|tenant).*|x-hongbi-.*|baggage");

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var headers = new HttpHeaders();
        input.forEach((name, values) -> {
            if (!CLAIM.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                headers.addAll(name, values);
            }
        });
        return headers;
    }
}
