package org.huiyin.search;

import java.util.List;
import org.huiyin.text.IndexQuery;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stretches of numbers that hold matters, newest first. A search looks through some of them at a time: words that many matters share are
 * read where they are newest, and what nobody needs is not ranked.
 */
final class Windows {

    /** How many numbers a stretch spans. */
    static final long MATTERS = IndexQuery.STRETCH;

    private static final String NEWEST = """
            with recursive stretch (n) as (
              (select matter_id / :span from search_document where matter_id < :before order by matter_id desc limit 1)
              union all
              select (select d.matter_id / :span from search_document d where d.matter_id < stretch.n * :span order by d.matter_id desc limit 1)
              from stretch where stretch.n is not null)
            (select n from stretch where n is not null limit :most)
            union select matter_id / :span from search_fresh where matter_id < :before
            order by n desc limit :most
            """;

    private Windows() {}

    /** The numbers of at most so many stretches that hold matters before this one. */
    static List<Long> newest(JdbcClient database, long before, int most) {
        return database.sql(NEWEST)
                .param("span", MATTERS)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
