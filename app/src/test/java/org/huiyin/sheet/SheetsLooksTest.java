package org.huiyin.sheet;

import java.nio.charset.StandardCharsets;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SheetsLooksTest {

    private static final TestApp APP = TestApp.start();
    private static final String FAULTY = faulty();
    private static final String CLEAN = clean();
    private static final String NUMBER = answered();

    private static String faulty() {
        return new Desktop(APP, "chaoyang")
                .send(
                        "matters",
                        "朝阳街道2026年第一季度网格巡查发现问题登记表（最终版）.csv",
                        ("标题,具体情况,所在地,事项分类,备注\r\n看样 路灯不亮,三天了,没有这个很长很长很长很长的地方名字,路灯类,x\r\n,没有标题,421002005001,,\r\n")
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static String clean() {
        return new Desktop(APP, "chaoyang")
                .send("matters", "登记.csv", Desktop.csv("标题,具体情况,所在地", "看样 井盖,响,421002005001"));
    }

    private static String answered() {
        Handling handling = new Handling(APP);
        String number = handling.raise("看样：交办单和答复函").number();
        handling.answer(number);
        return number;
    }

    @ParameterizedTest
    @MethodSource("org.huiyin.testing.Look#all")
    void every_page_of_tables_suits_every_reader(Look look) {
        try (Visit visit = Visit.to(APP, look)) {
            visit.signIn("chaoyang");
            visit.hold("/sheets", "sheets");
            visit.hold(FAULTY, "sheets-faulty");
            visit.hold(CLEAN, "sheets-clean");
            visit.hold("/sheets/orders?list=desk&format=xlsx&query=list%3Dto-dispatch", "sheets-order");
            visit.hold("/desk?list=to-dispatch", "sheets-desk");
            visit.hold("/desk/matters/" + NUMBER + "/papers/order", "paper-order");
            visit.hold("/desk/matters/" + NUMBER + "/papers/answer", "paper-answer");
            visit.assertNoComplaints();
        }
    }
}
