package org.huiyin.translog;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.huiyin.matter.Desk;
import org.huiyin.outbound.Outbound;
import org.huiyin.programme.Programmes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets up the log: what the Desk leaves in it, who gives it its places, what is read of it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
class TranslogSetup {

    /** The name of a log whose operator gave none and whose address nobody knows. */
    private static final String UNNAMED = "localhost/log";

    private static final String UNTOLD = """
            select programme from log_untold
            """;

    @Bean
    LeafScribe leafScribe(Programmes programmes, DataSource database) {
        return new LeafScribe(programmes, untold(database), database);
    }

    /** The programmes the log says nothing of; a new installation has none. */
    private static Set<String> untold(DataSource database) {
        return Set.copyOf(
                JdbcClient.create(database).sql(UNTOLD).query(String.class).list());
    }

    @Bean
    LogKeys logKeys(LogSettings settings, @Value("${huiyin.public-url:}") String publicUrl) {
        return new LogKeys(settings.keyFile(), origin(settings.origin(), publicUrl));
    }

    /** A log is best named by its address without the scheme (c2sp.org/tlog-tiles). */
    private static String origin(String given, String publicUrl) {
        if (!given.isEmpty()) {
            return given;
        }
        String host = publicUrl.replaceFirst("^https?://", "").replaceAll("/+$", "");
        return host.isEmpty() ? UNNAMED : host + "/log";
    }

    @Bean
    Sequencer sequencer(Desk.Equipment equipment, LogKeys keys) {
        return new Sequencer(equipment, keys, untold(equipment.database()));
    }

    /** Commands that do one thing and end leave it to the service. */
    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnWebApplication
    SequencerLoop sequencerLoop(Sequencer sequencer) {
        return new SequencerLoop(sequencer);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnWebApplication
    WitnessLoop witnessLoop(LogSettings settings, Outbound outbound, JdbcClient database) {
        List<Witness> asked = settings.asked();
        return new WitnessLoop(new Witnesses(asked, outbound, database), !asked.isEmpty());
    }

    @Bean
    Custody custody(Desk.Equipment equipment, LogKeys keys) {
        return new Custody(equipment.database(), keys, equipment.clock());
    }

    @Bean
    Receipts receipts(LogReading log, Desk.Equipment equipment) {
        return new Receipts(log, equipment);
    }

    @Bean
    LogExaminer logExaminer(Desk.Equipment equipment, LogKeys keys) {
        return new LogExaminer(equipment, keys);
    }

    @Bean
    LogReading logReading(JdbcClient database) {
        return new LogReading(database);
    }
}
