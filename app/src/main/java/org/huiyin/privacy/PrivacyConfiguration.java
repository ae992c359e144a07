package org.huiyin.privacy;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the keys, and refuses to start with those of another database. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

    @Bean
    KeySource keySource(@Value("${huiyin.key-file}") Path file, @Value("${huiyin.key-command:}") String command) {
        return command.isBlank() ? new KeyFile(file) : new KeyCommand(command);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Keyring keyring(KeySource source, JdbcClient database, InstantSource clock) {
        KeyProof proof = new KeyProof(database);
        if (source instanceof KeyFile file && file.missing()) {
            if (proof.needsKey()) {
                throw new KeyTrouble("There is no key file at " + file.name().replace("the key file ", "")
                        + ", but this database holds data sealed with one. Put your copy of it there: without it names and"
                        + " telephones cannot be read and no query code opens.");
            }
            file.write(Secrets.fresh(clock.instant()));
        }
        Keyring keyring = new Keyring(source);
        proof.check(keyring, source.name());
        return keyring;
    }

    @Bean
    Rotation rotation(
            Keyring keyring,
            KeySource source,
            JdbcClient database,
            TransactionTemplate transaction,
            InstantSource clock,
            ObjectProvider<SealedValues> sealed) {
        return new Rotation(
                keyring,
                source,
                database,
                transaction,
                clock,
                sealed.orderedStream().toList());
    }
}
