package io.coffer.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds a request's handler among those whose path begins with the same two steps and is as long. Spring looks up only
 * paths without variables and tries all handlers for any other: for a request about one account that took longer than
 * its decision, and more with every product. Whatever is not found here is still looked for among all.
 */
final class IndexedRoutes extends RequestMappingHandlerMapping {

    private static final int STEPS = 2;

    /** A path of ours: its first steps are plain, and no later one stands for several. */
    private static final Pattern INDEXED = Pattern.compile("(/[a-z0-9.-]+){" + STEPS + "}(/([a-z0-9.-]+|\\{\\w+}))*");

    /** The actuator's own routes, which are asked for now and then, would be tried before those of every request. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected Set<String> getDirectPaths(RequestMappingInfo route) {
        var patterns = route.getPatternValues();
        return patterns.stream().allMatch(pattern -> INDEXED.matcher(pattern).matches())
                ? patterns.stream().map(IndexedRoutes::shape).collect(Collectors.toUnmodifiableSet())
                : super.getDirectPaths(route);
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        return super.lookupHandlerMethod(shape(path), request);
    }

    /** The first steps and the number of the others. A path that has no others is its own shape. */
    static String shape(String path) {
        var end = 0;
        for (var step = 0; step < STEPS; step++) {
            end = path.indexOf('/', end + 1);
            if (end < 0) {
                return path;
            }
        }
        return path.substring(0, end) + " " + StringUtils.countOccurrencesOf(path.substring(end), "/");
    }
}
