package org.huiyin.supervision;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.org.Unit;
import org.huiyin.worklist.UnitPanel;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The instruments that were served on a unit, on its page: how many of each state. */
@Component
@Order(2)
class UnitInstruments implements UnitPanel {

    private static final String BY_STATE = """
            select coalesce(e.how, 'open') as state, count(*) as n from instrument i left join instrument_end e on e.instrument_id = i.id
            where i.unit = :unit group by 1 order by n desc, state
            """;

    private final StaticTemplates templates = new StaticTemplates();
    private final JdbcClient database;

    UnitInstruments(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Content> of(Page page, Unit unit) {
        List<ServedState> states = database.sql(BY_STATE)
                .param("unit", unit.id())
                .query((row, n) -> new ServedState(
                        row.getString(1), page.t("supervision.state." + row.getString(1)), row.getLong(2)))
                .list();
        return Optional.of(templates.supervisionUnit(page, unit.code(), states));
    }
}
