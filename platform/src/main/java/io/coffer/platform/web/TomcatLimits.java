package io.coffer.platform.web;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** What one connection may cost before any of our code sees it. */
final class TomcatLimits implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    /** Without a byte for so long a request ends; a whole body has {@link BodyLimit#time()}. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int FORM_BYTES = 16 * 1024;
    private static final int PARAMETERS = 100;

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(TomcatLimits::limit, LetsOthersRun::on);
        factory.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemValve.class.getName()));
    }

    private static void limit(Connector connector) {
        connector.setMaxPostSize(FORM_BYTES);
        connector.setMaxParameterCount(PARAMETERS);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setConnectionTimeout((int) SILENCE.toMillis());
            http.setKeepAliveTimeout((int) IDLE.toMillis());
            http.setMaxHttpRequestHeaderSize(HEADER_BYTES);
        }
    }
}
