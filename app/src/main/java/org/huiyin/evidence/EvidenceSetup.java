package org.huiyin.evidence;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the module, and tells the web server how large a request with files may be. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceSetup {

    private static final int TO_DISK_FROM_BYTES = 64 << 10;
    private static final int MOST_PARTS = 200;

    @Bean
    Attachments attachments(
            EvidenceSettings settings, JdbcClient database, TransactionTemplate transactions, InstantSource time)
            throws IOException {
        EvidenceStore store = new DirectoryStore(settings.directory());
        return new Attachments(store, settings, new AttachmentRows(database), transactions, time);
    }

    @Bean
    MultipartConfigElement multipart(EvidenceSettings settings) {
        long most = settings.request().toBytes();
        return new MultipartConfigElement("", most, most, TO_DISK_FROM_BYTES);
    }

    /** A browser reads our refusal only when the server reads its too large request to the end; up to twice the limit it does. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> uploads(EvidenceSettings settings) {
        TomcatConnectorCustomizer limits = connector -> {
            connector.setMaxPartCount(MOST_PARTS);
            connector.setProperty(
                    "maxSwallowSize", Long.toString(2 * settings.request().toBytes()));
        };
        return factory -> factory.addConnectorCustomizers(limits);
    }
}
