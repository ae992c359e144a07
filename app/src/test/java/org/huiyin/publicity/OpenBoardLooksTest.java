package org.huiyin.publicity;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visit;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the open board fits its window and can be used by everybody. */
class OpenBoardLooksTest {

    private static final TestApp APP = ToldCity.app();
    private static final String OBJECTED = objected();
    private static final String RANKING = ranking();

    private static String objected() {
        Handling handling = new Handling(APP);
        Raised matter = handling.raise("白云路与园林路交叉口东侧五十米处十盏路灯连续三晚不亮，老人晚上散步回家摔倒过，希望尽快修好");
        handling.answer(matter.number());
        Caller.of(APP, "shashi-duban")
                .step(
                        matter.number(),
                        "rate-by-staff",
                        Map.of(
                                "contacted",
                                "yes",
                                "solved",
                                "yes",
                                "satisfied",
                                "satisfied",
                                "callback-note",
                                "电话回访本人"));
        Visitor visitor = Visitor.to(APP);
        String form = "/objections/new?matter=" + matter.number();
        visitor.post(
                form,
                "/objections",
                Map.of(
                        "matter",
                        matter.number(),
                        "objection",
                        "我住在路口，昨晚三盏路灯有两盏还是不亮。",
                        "key",
                        UUID.randomUUID().toString()));
        return matter.number();
    }

    private static String ranking() {
        Visitor supervisor = Visitor.signedIn(APP, "duban");
        supervisor.post("/desk", "/desk/assessment/rankings", Map.of("period", ToldCity.MONTH));
        String page = Visitor.to(APP).get("/board/rankings").body();
        return page.replaceAll("(?s).*?href=\"(/board/rankings/\\d+)\".*", "$1");
    }

    static Stream<Look> looks() {
        return Stream.of(Look.PHONE, Look.PHONE.in("en").dark(), Look.DESK.dark(), Look.DESK.in("en"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void they_hold_in_every_look(Look look) {
        try (Visit visit = Visit.to(APP, look)) {
            visit.hold("/board?list=result", "open-board");
            visit.hold("/board?list=task&unit=jz-cg&from=2026-01-01", "open-board-narrowed");
            visit.hold("/board/answers", "open-answers");
            visit.hold("/board/rankings", "open-rankings");
            visit.hold(RANKING, "open-ranking");
            visit.hold("/board/instruments", "open-instruments");
            visit.hold("/objections", "open-objections");
            visit.hold("/objections/new?ranking=" + RANKING.substring(RANKING.lastIndexOf('/') + 1), "open-object");
            visit.hold("/m/" + OBJECTED, "open-objected");
            Visitor.to(APP).get("/board/data/set.json");
            visit.hold("/board/data", "open-data");
            visit.hold("/board/embed?count=3", "open-embed");
        }
    }
}
