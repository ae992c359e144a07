package org.huiyin.register;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.huiyin.frame.Formats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets what was sealed of those who left long enough ago, as the definition of their register says: the sealed fields of all their facts, and
 * the hashes by which they would be known again. That they were there, when and where, stays and goes on counting. Runs every hour on any number
 * of nodes.
 */
@Component
class SealedForgetting {

    private static final Logger LOG = LoggerFactory.getLogger(SealedForgetting.class);

    private static final String FIELDS = """
            update register_fact f set sealed = null from register_entry e
            where e.id = f.entry and e.register = :register and e.state = 'left' and e.left_on < :before and f.sealed is not null
            """;
    private static final String CLAIMS = """
            delete from register_claim c using register_entry e
            where e.id = c.entry and e.register = :register and e.state = 'left' and e.left_on < :before
            """;
    private static final String WORDS = """
            update register_entry e set words = array_to_tsvector(array(select w from unnest(tsvector_to_array(words)) w where w not like 'h:%'))
            where e.register = :register and e.state = 'left' and e.left_on < :before
              and exists (select from unnest(tsvector_to_array(words)) w where w like 'h:%')
            """;

    private final JdbcClient database;
    private final Registers registers;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    SealedForgetting(JdbcClient database, Registers registers, TransactionTemplate transaction, InstantSource clock) {
        this.database = database;
        this.registers = registers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        LocalDate today = clock.instant().atZone(Formats.ZONE).toLocalDate();
        for (Register register : registers.all()) {
            if (register.keptYears() > 0) {
                transaction.executeWithoutResult(status -> forget(register, today.minusYears(register.keptYears())));
            }
        }
    }

    private void forget(Register register, LocalDate before) {
        int facts = 0;
        for (String statement : new String[] {WORDS, CLAIMS, FIELDS}) {
            facts = database.sql(statement)
                    .param("register", register.name())
                    .param("before", before)
                    .update();
        }
        if (facts > 0) {
            LOG.info("Forgot what was sealed in {} facts of register {}: their time was over", facts, register.name());
        }
    }
}
