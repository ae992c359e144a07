package org.huiyin.raiser;

import java.util.Map;
import java.util.UUID;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrivacyLooksTest {

    private static final TestApp APP = TestApp.start();
    private static final Handling HANDLING = new Handling(APP);
    private static final String NUMBER = raised();
    private static final String PICTURE = picture();

    private static String raised() {
        Map<String, Object> fields = Map.of(
                "title", "北京中路延伸段地下综合管廊及雨污分流改造工程施工围挡长期占用人行道，老人孩子只能走机动车道",
                "description", "我叫王小明，住在3栋2单元501室，电话13812345678，邮箱wang@example.net。车牌鄂D12345的货车堵在门口。",
                "place", Handling.PLACE,
                "where", "白云路口东50米",
                "category", "roads",
                "kind", "help",
                "raiser-name", "赵小芳",
                "raiser-phone", "13800138000");
        return Caller.of(APP, "resident")
                .post(
                        "/api/v1/matters",
                        Map.of("fields", fields),
                        UUID.randomUUID().toString())
                .text("number");
    }

    private static String picture() {
        String number = HANDLING.raise(Map.of()).number();
        HANDLING.answer(number);
        return Caller.of(APP, "chengguan")
                .get("/api/v1/matters/" + number + "/evidence")
                .body()
                .findValuesAsString("id")
                .getFirst();
    }

    @ParameterizedTest
    @MethodSource("org.huiyin.testing.Look#all")
    void every_page_about_personal_data_suits_every_reader(Look look) {
        try (Visit visit = Visit.to(APP, look)) {
            visit.hold("/privacy", "privacy");
        }
        try (Visit visit = Visit.to(APP, look)) {
            visit.signIn("resident");
            visit.hold("/m/" + NUMBER + "/data", "raiser-data");
        }
        try (Visit visit = Visit.to(APP, look)) {
            visit.signIn("chaoyang");
            visit.hold("/desk/matters/" + NUMBER + "/public-words", "public-words");
            visit.hold("/desk/raisers", "raiser-search");
            visit.hold("/desk/retention", "retention");
        }
        try (Visit visit = Visit.to(APP, look)) {
            visit.signIn("chengguan");
            visit.hold("/desk/attachments/" + PICTURE + "/blur", "blur");
        }
    }
}
