package org.huiyin.frame;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.huiyin.org.Unit;
import org.huiyin.org.Units;
import org.huiyin.programme.Field;
import org.huiyin.programme.FieldError;
import org.huiyin.programme.Form;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every component on one page, with names as long as real ones, for whoever draws a page or changes the style. */
@Controller
class ComponentsPage {

    private static final Text LONG = new Text(
            "荆州市沙市区北京中路延伸段地下综合管廊及雨污分流改造工程建设指挥部办公室",
            "Works Office for the Beijing Middle Road Extension Utility Tunnel and Sewer Separation, Shashi District");

    private final StaticTemplates templates = new StaticTemplates();

    @GetMapping("/_components")
    JteModel all(Page page, @RequestParam(defaultValue = "resident") String shape) {
        Options options = Options.of(units(), places(), page.locale());
        List<ClockFace> clocks = clocks(page);
        return shape.equals("desk")
                ? templates.frameDeskcomponents(page, clocks, LONG.in(page.locale()))
                : templates.frameComponents(page, clocks, form(), filled(), options, LONG.in(page.locale()));
    }

    private static List<ClockFace> clocks(Page page) {
        Instant now = page.formats().now();
        boolean english = page.formats().english();
        List<String> why = english
                ? List.of(
                        "30 Sept, 16:00 dispatched",
                        "1–7 Oct National Day: not counted",
                        "8 and 9 Oct make-up workdays: days 1 and 2")
                : List.of("9月30日 16:00 派出，当天不算", "10月1日至7日 国庆节，不算", "10月8日、9日 调休上班，第1、2个工作日");
        String name = english ? "Answer" : "答复";
        List<ClockFace> clocks = new ArrayList<>();
        for (int hours : new int[] {70, 20, -30}) {
            Instant due = now.plus(Duration.ofHours(hours));
            clocks.add(ClockFace.running(
                    page, name, now.minus(Duration.ofHours(50)), due.minus(Duration.ofHours(24)), due, why));
        }
        clocks.add(ClockFace.paused(page, name, 40, why));
        clocks.add(ClockFace.stopped(page, name, true, List.of()));
        return clocks;
    }

    private static Form form() {
        List<Field> fields = new ArrayList<>();
        for (Field.Type type : Field.Type.values()) {
            Text title = new Text("字段 " + type.name(), "Field " + type.name());
            Text hint =
                    type.ordinal() % 2 == 0 ? new Text("说明写在这里，用一句话。", "A hint stands here, in one sentence.") : null;
            Long most = type == Field.Type.LONG_TEXT ? Long.valueOf(500) : null;
            fields.add(new Field(
                    type.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    title,
                    hint,
                    type,
                    type.ordinal() % 3 != 1,
                    null,
                    most,
                    choices(),
                    Field.Seen.PUBLIC,
                    false));
        }
        return new Form(fields);
    }

    private static List<Field.Choice> choices() {
        return List.of(
                new Field.Choice("consult", new Text("咨询", "A question")),
                new Field.Choice("help", new Text("求助", "A request for help")),
                new Field.Choice("complaint", new Text("投诉举报", "A complaint")),
                new Field.Choice("praise", new Text("意见建议和表扬", "A suggestion or praise")));
    }

    private static Filled filled() {
        return Filled.with(Map.of(
                        "long-text", "北京中路与塔桥路交叉口的路灯坏了三盏，晚上看不见人。",
                        "choice", "help",
                        "choices", List.of("consult", "help"),
                        "units", List.of("3", "5"),
                        "date", "2026-10-12",
                        "place", "421002002",
                        "truth", "true"))
                .wrong(List.of(
                        new FieldError("text", "required", List.of()),
                        new FieldError("phone", "not-a-phone", List.of()),
                        new FieldError("choice", "required", List.of())));
    }

    private static Units units() {
        return Units.of(List.of(
                unit(1, new Text("荆州市人民政府", "Jingzhou City"), null),
                unit(2, new Text("市住房和城乡建设局", "Housing and Urban-Rural Development Bureau"), 1),
                unit(3, new Text("市城市管理执法委员会", "Urban Management Commission"), 1),
                unit(4, new Text("沙市区人民政府", "Shashi District"), 1),
                unit(5, new Text("区市政处", "Municipal Works"), 4),
                unit(6, LONG, 4)));
    }

    private static Unit unit(int id, Text name, @Nullable Integer parent) {
        return new Unit(id, "u" + id, name, parent, Unit.Kind.DEPARTMENT, null, false, true, List.of());
    }

    private static Places places() {
        return Places.of(List.of(
                place("4210", "荆州市", Place.Level.CITY, null),
                place("421002", "沙市区", Place.Level.COUNTY, "4210"),
                place("421002001", "中山街道", Place.Level.TOWN, "421002"),
                place("421002002", "崇文街道", Place.Level.TOWN, "421002"),
                place("421003", "荆州区", Place.Level.COUNTY, "4210"),
                place("421003001", "西城街道", Place.Level.TOWN, "421003")));
    }

    private static Place place(String code, String name, Place.Level level, @Nullable String parent) {
        return new Place(code, new Text(name, name), level, parent, null);
    }
}
