package org.huiyin.sheet;

import java.util.List;
import org.huiyin.privacy.Keyring;
import org.huiyin.privacy.SealedValues;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps sealed how things stood before and after an import. */
@Configuration(proxyBeanMethods = false)
class SealedRows {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String OPEN = """
            select job_id, nth, before, after from sheet_taken where sealed is null and (before <> '' or after <> '') order by job_id, nth limit 1000
            """;
    private static final String SEAL = """
            update sheet_taken t set before = '', after = '', sealed = u.sealed
            from unnest(:jobs::bigint[], :nths::integer[], :sealed::bytea[]) u(job, nth, sealed) where t.job_id = u.job and t.nth = u.nth
            """;
    private static final String COUNT = """
            select case when substring(sealed from 1 for 3) = '\\x484b01'::bytea then encode(substring(sealed from 4 for 4), 'hex') else '' end,
              count(*) from sheet_taken where sealed is not null group by 1
            """;
    private static final String PAGE = """
            select job_id, nth::bigint, 'sheet:' || job_id || ':' || nth, sealed from sheet_taken
            where (job_id, nth) > (:a, :b) and sealed is not null and substring(sealed from 1 for 7) <> :head
            order by job_id, nth limit :limit for update
            """;
    private static final String PUT = """
            update sheet_taken t set sealed = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(job, nth, was, now)
            where t.job_id = u.job and t.nth = u.nth and t.sealed = u.was
            """;

    /** How a thing stood; empty where it was not there. */
    record Stood(String before, String after) {}

    private record Row(long job, int nth, String before, String after) {}

    @Bean
    SealedValues sealedImports() {
        return new SealedValues("imports", COUNT, PAGE, PUT);
    }

    /** Seals what stands in the open from before. */
    @Bean
    SmartInitializingSingleton importsSealed(JdbcClient database, Keyring keyring) {
        return () -> {
            List<Row> open;
            do {
                open = database.sql(OPEN)
                        .query((row, n) -> new Row(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4)))
                        .list();
                database.sql(SEAL)
                        .param("jobs", open.stream().map(Row::job).toArray(Long[]::new))
                        .param("nths", open.stream().map(Row::nth).toArray(Integer[]::new))
                        .param(
                                "sealed",
                                open.stream()
                                        .map(row -> seal(keyring, row.job(), row.nth(), row.before(), row.after()))
                                        .toArray(byte[][]::new))
                        .update();
            } while (!open.isEmpty());
        };
    }

    /** Null when nothing stood before and nothing needs be known of after. */
    static byte @Nullable [] seal(Keyring keyring, long job, int nth, String before, String after) {
        return before.isEmpty() && after.isEmpty()
                ? null
                : keyring.seal(JSON.writeValueAsString(new Stood(before, after)), owner(job, nth));
    }

    static Stood open(Keyring keyring, long job, int nth, byte @Nullable [] sealed) {
        return sealed == null ? new Stood("", "") : JSON.readValue(keyring.open(sealed, owner(job, nth)), Stood.class);
    }

    private static String owner(long job, int nth) {
        return "sheet:" + job + ":" + nth;
    }
}
