package org.huiyin.privacy;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the key file. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

    @Bean
    Keyring keyring(@Value("${huiyin.key-file}") Path file) throws IOException {
        return Keyring.at(file);
    }
}
