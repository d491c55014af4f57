package io.hongbi.submission.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code ?limit=} and {@code ?cursor=}. */
class WindowResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Window.class;
    }

    @Override
    public Window resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var cursor = request.getParameter("cursor");
        return new Window(
                limit(request.getParameter("limit")),
                cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor));
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Window.DEFAULT_LIMIT;
        }
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= Window.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // refused below, as what is out of range
        }
        throw new InvalidLimit();
    }
}
