package org.huiyin.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Plants made-up personal data of the kinds that are starred out in the shared messages into real ones, and beside them numbers that look
 * like such data and are none. The held-out half has words around them of its own.
 */
final class Planting {

    /**
     * A message with what was planted.
     *
     * @param from where the planted words begin
     * @param to where the message goes on after them
     */
    record Planted(String text, int from, int to, List<Finding> labels) {}

    private record Seed(Kind kind, Function<Values, String> value, List<String> tuned, List<String> held) {}

    private static final List<Seed> SEEDS = List.of(
            new Seed(
                    Kind.MOBILE,
                    Values::mobile,
                    List.of("我的电话是{}，请回电。", "联系电话：{}。", "手机{}", "可打{}找我。"),
                    List.of("有结果请拨{}告知。", "（{}）", "本人号码{}，微信同号。", "请致电 {} 核实。")),
            new Seed(
                    Kind.ID_CARD,
                    Values::idCard,
                    List.of("身份证号{}。", "本人身份证号码：{}，", "身份证：{}"),
                    List.of("（公民身份号码{}）", "证件号 {} 的户主是我父亲。", "我（{}）实名反映。")),
            new Seed(
                    Kind.BANK_CARD,
                    Values::bankCard,
                    List.of("卡号{}。", "钱打到{}了。", "银行卡号：{}，开户行在县城。"),
                    List.of("退款请转 {} 。", "我的社保卡账号是{}。", "对方收款账户{}，")),
            new Seed(
                    Kind.PLATE,
                    Values::plate,
                    List.of("车牌号{}。", "一台{}的货车堵在门口。", "车牌是{}，"),
                    List.of("{}天天违停。", "有辆白色轿车（{}）占道。", "请查{}的行车记录。")),
            new Seed(Kind.EMAIL, Values::email, List.of("邮箱{}。", "可发邮件到{}，谢谢。"), List.of("请把材料寄到 {} ", "我的电子邮件：{}。")),
            new Seed(
                    Kind.ACCOUNT,
                    Values::account,
                    List.of("微信号{}。", "加微信：{}，", "QQ：{}。", "QQ群{}里都在说。"),
                    List.of("VX：{}。", "请加QQ号{}详谈。", "微信{}可以看照片。", "业主QQ群号：{}。")));

    private static final List<String> TRAPS = List.of(
            "订单号2019{8}{8}{4}。",
            "快递单号SF{8}{5}。",
            "文号政发〔2019〕{2}号。",
            "共计13800{5}元整。",
            "统一社会信用代码91430100MA4L{4}2X。",
            "合同编号1390{6}。",
            "每平方米{4}元，面积{3}平方米。",
            "2018-12-31 08:30:00",
            "房产证号{10}。",
            "坐标112.239712345678,30.334812345678。",
            "A座一楼，B栋门口。",
            "@所有人 请看微信公众号和QQ群里的通知。",
            "12345、12333、96533都打不通。",
            "川A区、湘B区两个片区。",
            "发票号码0{8}{8}。");

    private final Random random;
    private final Values values;
    private final boolean held;

    Planting(boolean held) {
        this.random = new Random(held ? 20260304 : 20260303);
        this.values = new Values(random);
        this.held = held;
    }

    /** So many messages of each kind and as many with traps, planted into the hosts in turn. */
    List<Planted> plant(List<String> hosts, int each) {
        List<Planted> planted = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < each; i++) {
            for (Seed seed : SEEDS) {
                planted.add(into(hosts.get(next++ % hosts.size()), seed));
            }
            planted.add(trap(hosts.get(next++ % hosts.size()), TRAPS.get(i % TRAPS.size())));
        }
        return planted;
    }

    private Planted into(String host, Seed seed) {
        List<String> phrases = held ? seed.held() : seed.tuned();
        String phrase = phrases.get(random.nextInt(phrases.size()));
        String value = seed.value().apply(values);
        // a letter begins only the ids of one messenger
        String fits = Character.isLetter(value.charAt(0)) && seed.kind() == Kind.ACCOUNT
                ? phrase.replaceAll("(?:业主)?QQ群?号?", "微信")
                : phrase;
        int at = place(host);
        int from = at + fits.indexOf("{}");
        String text = host.substring(0, at) + fits.replace("{}", value) + host.substring(at);
        Finding planted = new Finding(seed.kind(), from, from + value.length());
        return new Planted(text, at, at + fits.length() - 2 + value.length(), List.of(planted));
    }

    private Planted trap(String host, String trap) {
        StringBuilder filled = new StringBuilder();
        for (String part : trap.split("(?=\\{)|(?<=})")) {
            filled.append(
                    part.matches("\\{\\d+}")
                            ? values.digits(Integer.parseInt(part.substring(1, part.length() - 1)))
                            : part);
        }
        int at = place(host);
        String text = host.substring(0, at) + filled + host.substring(at);
        return new Planted(text, at, at + filled.length(), List.of());
    }

    /** After a sentence, or at the end. */
    private int place(String host) {
        List<Integer> ends = new ArrayList<>(List.of(host.length()));
        for (int i = 0; i < host.length(); i++) {
            if ("。！？；\n".indexOf(host.charAt(i)) >= 0) {
                ends.add(i + 1);
            }
        }
        return ends.get(random.nextInt(ends.size()));
    }
}
