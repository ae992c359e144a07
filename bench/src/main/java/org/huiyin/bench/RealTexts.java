package org.huiyin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Messages people really wrote, repeated with places, numbers and the order of sentences varied; made-up ones where there are none. */
final class RealTexts {

    private static final List<String> TABLES =
            List.of("requests_labelled.csv", "requests_liked.csv", "requests_replied.csv", "requests_unlabelled.csv");
    private static final List<String> FRONTS =
            List.of("金", "银", "华", "盛", "康", "锦", "翠", "滨", "江", "湖", "星", "月", "福", "瑞", "和", "庆", "源", "泰", "富", "丽");
    private static final List<String> BACKS =
            List.of("湾", "苑", "城", "园", "府", "庭", "居", "岸", "里", "坊", "桥", "岭", "台", "洲", "港", "村");
    private static final Pattern PLACE = Pattern.compile("[A-Z]\\d*(?=[市区县镇村])");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int LONGEST = 4000;

    private final List<Message> messages;
    private final boolean real;

    private RealTexts(List<Message> messages, boolean real) {
        this.messages = messages;
        this.real = real;
    }

    /** One message. */
    record Message(String title, String text) {}

    static RealTexts read(Path directory) throws IOException {
        List<Message> messages = new ArrayList<>();
        for (String table : TABLES) {
            if (Files.exists(directory.resolve(table))) {
                read(directory.resolve(table), messages);
            }
        }
        boolean real = !messages.isEmpty();
        if (!real) {
            messages.add(new Message("A市园林路路灯连续3晚不亮", "A1区园林路与白云路交叉口东侧，路灯连续3晚不亮。老人走路摔倒过。请尽快派人检修，恢复照明。"));
            messages.add(new Message("A市小区物业乱收费", "A2区某小区物业每月多收50元停车费。业主多次反映没有结果。希望有关部门查处。"));
        }
        return new RealTexts(messages, real);
    }

    private static void read(Path table, List<Message> messages) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = Files.newBufferedReader(table, StandardCharsets.UTF_8);
                var rows = format.parse(reader)) {
            for (CSVRecord row : rows) {
                String text = row.get("留言详情").replace("\u0000", "").strip();
                String title = row.get("留言主题").replace("\u0000", "").strip();
                if (title.length() > 1 && text.length() > 1) {
                    messages.add(new Message(
                            title.substring(0, Math.min(90, title.length())),
                            text.substring(0, Math.min(LONGEST, text.length()))));
                }
            }
        }
    }

    boolean real() {
        return real;
    }

    int count() {
        return messages.size();
    }

    /** The n-th message, the same for the same number. */
    Message message(long n) {
        Random chance = new Random(n * 2654435761L);
        Message base = messages.get((int) (n % messages.size()));
        String place = FRONTS.get(chance.nextInt(FRONTS.size()))
                + FRONTS.get(chance.nextInt(FRONTS.size()))
                + BACKS.get(chance.nextInt(BACKS.size()));
        return new Message(vary(base.title(), place, chance), swapped(vary(base.text(), place, chance), chance));
    }

    private static String vary(String text, String place, Random chance) {
        String named = PLACE.matcher(text).replaceAll(place);
        return NUMBER.matcher(named).replaceAll(found -> Integer.toString(1 + chance.nextInt(400)));
    }

    private static String swapped(String text, Random chance) {
        String[] sentences = text.split("(?<=[。！？])");
        if (sentences.length > 2) {
            int one = chance.nextInt(sentences.length - 1);
            String held = sentences[one];
            sentences[one] = sentences[one + 1];
            sentences[one + 1] = held;
        }
        return String.join("", sentences);
    }
}
