package org.huiyin.replay;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a reply the department that plainly says it is its own: in the opening words, or as the signature. */
final class TeddyUnits {

    private static final int OPENING = 150;
    private static final Pattern SPEAKS = Pattern.compile("(?<![A-Z0-9])([A-Z]\\d{0,2}[市区县][县市]?"
            + "[\\u4e00-\\u9fff]{2,10}?(?:局|委员会|管委会|管理处|中心|大队|支队|办事处))"
            + "(?=[，,：:]?(?:回复|答复|现|就|对|进行|高度|立即|已|经|工作人员|针对|组织|第一时间|调查|核实|收悉|联合|非常|迅速|及时|会同|处理|认真))");
    private static final Pattern SIGNS = Pattern.compile("(?<![A-Z0-9])([A-Z]\\d{0,2}[市区县][县市]?"
            + "[\\u4e00-\\u9fff]{2,14}(?:局|委员会|政府|管委会|办公室|中心|大队|公司))"
            + "(?:\\d{4}年\\d{1,2}月\\d{1,2}日)?。?$");

    private TeddyUnits() {}

    static Optional<String> named(String reply) {
        String plain = reply.replaceAll("[\\s\\u3000]+", "");
        Matcher opening = SPEAKS.matcher(plain.substring(0, Math.min(OPENING, plain.length())));
        if (opening.find()) {
            return Optional.of(opening.group(1));
        }
        Matcher signature = SIGNS.matcher(plain);
        return signature.find() ? Optional.of(signature.group(1)) : Optional.empty();
    }
}
